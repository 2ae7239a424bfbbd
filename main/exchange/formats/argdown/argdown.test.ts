import { argdown as parser } from '@argdown/core'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { written } from '../../testing/written.ts'
import { argdown } from './argdown.ts'
import { argdownAnnotations, argdownLinks } from './argdown-lines.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Parsed {
  parserErrors?: unknown[]
  lexerErrors?: unknown[]
  relations?: { relationType: string; from: { title: string }; to: { title: string } }[]
  statements?: Record<string, { members: { text?: string }[] }>
  arguments?: Record<string, unknown>
}

const parse = (input: string): Parsed =>
  parser.run({ process: ['parse-input', 'build-model'], input, logLevel: 'silent' }) as Parsed
const write = async (data: typeof tram): Promise<string> =>
  String((await written(argdown.writer!, data)).content[''])

describe('Argdown', () => {
  it('says who supports, attacks and undercuts what', async () => {
    const { relations, statements, parserErrors } = parse(await write(tram))
    expect(parserErrors).toEqual([])
    expect(relations!.map(({ relationType, from, to }) => [relationType, from.title, to.title])).toEqual([
      ['attack', 'The tram line pays for itself.', 'The tram line loses money.'],
      ['attack', 'What pays for itself should stay.', 'The tram line loses money.'],
      ['undercut', '=1+1 does not.', 'Since The tram line loses money.'],
      ['attack', 'Since The tram line loses money.', 'The tram line pays for itself.'],
    ])
    const wordings = statements!['The tram line pays for itself.']!.members.flatMap(
      ({ text }) => text?.trim() ?? [],
    )
    expect(wordings).toEqual(['The tram line pays for itself.', 'The tram line pays for itself'])
    expect(argdown.writer!.losses(tram)[0]).toEqual({
      what: 'passages that neither state a claim nor are linked',
      touches: [{ kind: 'annotation', ids: ['always'] }],
    })
  })

  it('keeps claims that are called as an object of the parser has names', async () => {
    const claims = ['toString', 'constructor'].map((statement) => ({
      ...tram.claims[0]!,
      id: statement,
      statement,
    }))
    const alone = { ...tram, claims, annotations: [], links: [], memos: [] }
    expect(Object.keys(parse(await write(alone)).statements!)).toEqual(['toString.', 'constructor.'])
  })

  it('is understood by its own parser, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const {
          parserErrors = [],
          lexerErrors = [],
          relations = [],
          statements = {},
        } = parse(await write(data))
        expect([...parserErrors, ...lexerErrors]).toEqual([])
        const apart = argdownAnnotations(data).filter(({ claim }) => claim === null)
        expect(Object.keys(statements)).toHaveLength(data.claims.length + apart.length)
        expect(relations.length).toBeLessThanOrEqual(argdownLinks(data).length)
        if (argdownLinks(data).length > 0) expect(relations.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
