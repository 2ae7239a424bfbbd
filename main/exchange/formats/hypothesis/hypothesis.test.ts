import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusPath, isInCorpus } from '../../testing/corpus.ts'
import { reading } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { webAnnotationReader } from '../web-annotation/reader.ts'
import { hypothesisReader } from './reader.ts'

const sourceOfRows = (rows: unknown[]) =>
  sourceFiles('export.json', { '': JSON.stringify({ total: rows.length, rows }) })

const row = (id: string, given: Record<string, unknown> = {}) => ({
  ...{ id, user: 'acct:ada@hypothes.is', user_info: { display_name: 'Ada L.' } },
  ...{ created: '2024-01-05T13:19:14.716+00:00', uri: 'http://x.org/page', text: 'Hm.', tags: ['Claim'] },
  document: { title: ['A page'] },
  target: [
    {
      source: 'http://x.org/page',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/div[1]',
          endContainer: '/div[1]',
          startOffset: 0,
          endOffset: 4,
        },
        { type: 'TextPositionSelector', start: 3, end: 7 },
        { type: 'TextQuoteSelector', prefix: '\udeb2 ', exact: 'tram', suffix: '' },
      ],
    },
  ],
  ...given,
})

describe('what Hypothesis exports', () => {
  it('comes in with its tags, people and documents, counted in UTF-16', async () => {
    const source = sourceOfRows([row('a')])
    expect(await hypothesisReader.recognises(source)).toBe(true)
    expect(await webAnnotationReader.recognises(source)).toBe(false)
    const { annotations, annotators, documents } = await hypothesisReader.read(source, reading)
    expect(annotators).toEqual([{ id: 'acct:ada@hypothes.is', name: 'Ada L.' }])
    expect(documents).toMatchObject([
      { title: 'A page', text: null, knownAs: expect.arrayContaining(['http://x.org/page']) },
    ])
    expect(annotations).toMatchObject([
      {
        ...{
          id: 'a',
          tag: 'claim',
          note: 'Hm.',
          quote: ['tram'],
          prefix: ' ',
          spans: [{ start: 3, end: 7 }],
        },
        created: '2024-01-05T13:19:14.716Z',
      },
    ])
  })

  it('comes in with replies and page notes as memos', async () => {
    const { memos, annotations } = await hypothesisReader.read(
      sourceOfRows([
        row('a'),
        row('b', { references: ['a'], text: 'No.', tags: [], target: [{ source: 'http://x.org/page' }] }),
        row('c', { references: ['a', 'b'], text: 'Yes.', tags: [] }),
        row('d', { target: [], text: 'A dull page.', tags: [] }),
      ]),
      reading,
    )
    expect(annotations).toHaveLength(1)
    expect(memos.map(({ about, text }) => [about, text])).toEqual([
      [{ annotation: 'a' }, 'No.'],
      [{ annotation: 'a' }, 'Yes.'],
      [{ document: 'http://x.org/page' }, 'A dull page.'],
    ])
  })

  it.each([
    ['in one answer', { status: 200, res: { total: 2, rows: [row('a'), row('b')] } }],
    ['in several', [{ res: { rows: [row('a')] } }, { res: { rows: [row('b')] } }]],
    [
      'with replies apart',
      { total: 1, rows: [row('a'), row('b')], replies: [row('c', { references: ['a'] })] },
    ],
  ])('comes in from answers of its API, %s', async (_, answer) => {
    const source = sourceFiles('export.json', { '': JSON.stringify(answer) })
    expect(await hypothesisReader.recognises(source)).toBe(true)
    const { annotations, memos } = await hypothesisReader.read(source, reading)
    expect(annotations.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(memos).toHaveLength('replies' in answer ? 1 : 0)
  })

  it.skipIf(!isInCorpus('formats/hypothesis'))('comes in from its own test files', async () => {
    const bytes = readFileSync(corpusPath('formats/hypothesis/client-minimal.json'))
    const source = sourceFiles('client-minimal.json', { '': bytes })
    expect(await hypothesisReader.recognises(source)).toBe(true)
    const { annotations } = await hypothesisReader.read(source, reading)
    expect(annotations).toMatchObject([{ quote: ['Two'], prefix: 'One ', spans: [{ start: 4, end: 7 }] }])
  })
})
