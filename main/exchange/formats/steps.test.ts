import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseTxt } from '../../import/txt.ts'
import type * as Data from '../dataset.ts'
import { inDatasetOrder } from '../dataset-order.ts'
import { place } from '../target.ts'
import { tram } from '../testing/tram.ts'
import { writtenFormats } from './index.ts'
import { usualTerms } from './publication/terms.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-steps-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const few = 80
const many = 8 * few
/** Sorting takes a little more than eight times as long; what goes through all for each takes up to 64 times. */
const most = 14

describe.each(writtenFormats.map((format) => [format.name, format] as const))(
  'an export as %s',
  (_, format) => {
    it.each([
      ['many texts', (count: number) => ({ documents: count / 4, annotationsEach: 4 })],
      ['many annotations in one text', (count: number) => ({ documents: 1, annotationsEach: count })],
    ])('looks at each record as often, with %s', async (_, shape) => {
      const steps = async (count: number): Promise<Steps> => {
        const { dataset, steps } = counting(sized(shape(count)))
        const options = { signal: new AbortController().signal, progress: () => {}, terms: usualTerms }
        format.losses(dataset, usualTerms)
        const targets = format.targets(dataset, join(folder, `${count}.out`), options)
        await place(targets, { replace: false, signal: options.signal })
        return steps
      }
      const [ofFew, ofMany] = [await steps(few), await steps(many)]
      expect(ofFew.annotations).toBeGreaterThanOrEqual(few)
      for (const kind of Object.keys(ofFew) as (keyof Steps)[]) {
        expect(ofMany[kind] / Math.max(1, ofFew[kind]), kind).toBeLessThan(most)
      }
    })
  },
)

/** Linked in pairs; one in four states a claim, another one is spoken. */
function sized({ documents, annotationsEach }: { documents: number; annotationsEach: number }): Data.Dataset {
  const line = (number: number): string => `Line ${String(number).padStart(6, '0')} of a text.\n`
  const text = parseTxt(
    Array.from({ length: annotationsEach }, (_, number) => line(number))
      .join('')
      .trim(),
  )
  const length = line(0).length
  const ids = Array.from({ length: documents }, (_, number) => `document ${number}`)
  const annotations = ids.flatMap((document, number) =>
    Array.from({ length: annotationsEach }, (_, own): Data.Annotation => {
      const at = number * annotationsEach + own
      return {
        ...{ id: `annotation ${at}`, document, annotator: at % 3 === 0 ? 'ben' : 'ada' },
        ...{ tag: tram.tags[at % tram.tags.length]!.id, attributes: new Map(), confidence: null },
        spans: [{ start: own * length, end: own * length + 11 }],
        ...{ claim: at % 4 === 0 ? `claim ${at}` : null, speaker: at % 4 === 1 ? `speaker ${at}` : null },
        ...{ note: `Note ${at}`, created: '2026-01-05T10:00:00.000Z' },
      }
    }),
  )
  const of = (remainder: number) => annotations.flatMap((_, at) => (at % 4 === remainder ? at : []))
  return inDatasetOrder({
    ...tram,
    documents: ids.map((id) => ({ ...tram.documents[0]!, id, title: `Title of ${id}` })),
    annotations,
    claims: of(0).map((at) => ({ ...tram.claims[0]!, id: `claim ${at}`, statement: `Statement ${at}` })),
    speakers: of(1).map((at) => ({
      ...{ id: `speaker ${at}`, name: `Speaker ${at}`, kind: 'person' as const, variants: [] },
    })),
    links: of(2).map((at) => ({
      ...{ ...tram.links[0]!, id: `link ${at}`, annotator: 'ada' },
      ...{ source: { annotation: `annotation ${at}` }, target: { annotation: `annotation ${at + 1}` } },
    })),
    memos: of(3).map((at) => ({
      ...{ id: `memo ${at}`, about: { annotation: `annotation ${at}` }, annotator: 'ada' },
      ...{ text: `Memo ${at}`, created: '2026-01-05T10:00:00.000Z' },
    })),
    textOf: () => text,
  })
}

type Steps = Record<'documents' | 'speakers' | 'claims' | 'annotations' | 'links' | 'memos' | 'texts', number>

/** A dataset that counts how often its records are looked at, and every character of a text that is asked for. */
function counting(dataset: Data.Dataset): { dataset: Data.Dataset; steps: Steps } {
  const steps: Steps = {
    ...{ documents: 0, speakers: 0, claims: 0, annotations: 0, links: 0, memos: 0, texts: 0 },
  }
  const watched = <T extends object>(kind: keyof Steps, thing: T): T =>
    new Proxy(thing, {
      get(target, name) {
        steps[kind] += 1
        return Reflect.get(target, name)
      },
    })
  const list = <T extends object>(kind: keyof Steps, things: readonly T[]): T[] =>
    watched(
      kind,
      things.map((thing) => watched(kind, thing)),
    )
  return {
    dataset: {
      ...dataset,
      documents: list('documents', dataset.documents),
      speakers: list('speakers', dataset.speakers),
      claims: list('claims', dataset.claims),
      annotations: list('annotations', dataset.annotations),
      links: list('links', dataset.links),
      memos: list('memos', dataset.memos),
      textOf(id) {
        const text = dataset.textOf(id)
        steps.texts += text.text.length
        return text
      },
    },
    steps,
  }
}
