import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseTxt } from '../../import/txt.ts'
import type * as Data from '../dataset.ts'

/** Real files of other programs, beside the checkout; they are not part of the project. */
export function corpusPath(...parts: string[]): string {
  return resolve(import.meta.dirname, '../../../../shared/corpus', ...parts)
}

export function isInCorpus(...parts: string[]): boolean {
  return existsSync(corpusPath(...parts))
}

export interface TortureSpan {
  name: string
  codePoints: [number, number]
  utf16: [number, number]
  utf8: [number, number]
}

/** One text in which every way of counting gives other offsets, and stretches of it in each of them. */
export function torture(): { text: string; spans: TortureSpan[] } {
  const text = readFileSync(corpusPath('torture', 'torture.txt'), 'utf8')
  const rows = readFileSync(corpusPath('torture', 'spans.tsv'), 'utf8').trim().split('\n').slice(1)
  const spans = rows.map((row) => {
    const [name, ...cells] = row.split('\t')
    const [cp1, cp2, u1, u2, b1, b2] = cells.slice(0, 6).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    return { name: name!, codePoints: [cp1, cp2], utf16: [u1, u2], utf8: [b1, b2] } as TortureSpan
  })
  return { text, spans }
}

/** The torture text with an annotation for each of its stretches. */
export function tortureDataset(): Data.Dataset {
  const { text, spans } = torture()
  const created = '2026-01-05T10:00:00.000Z'
  return {
    project: { name: 'Torture', description: '' },
    annotators: [{ id: 'ada', name: 'Ada' }],
    ...{ speakers: [], linkTypes: [], claims: [], links: [], memos: [] },
    tags: [
      {
        ...{
          id: 'claim',
          name: 'Claim',
          role: 'claim',
          color: '#2563eb',
          key: '1',
          parent: null,
          definition: '',
        },
        ...{ include: '', exclude: '', examples: [], attributes: [] },
      },
    ],
    documents: [
      {
        ...{ id: 'torture', title: 'Torture', metadata: new Map(), status: 'to-do' },
        source: { name: 'torture.txt', mediaType: 'text/plain', sha256: '' },
      },
    ],
    annotations: spans.map(({ name, utf16 }) => ({
      ...{ id: name, document: 'torture', annotator: 'ada', tag: 'claim', claim: null, speaker: null },
      spans: [{ start: utf16[0], end: utf16[1] }],
      ...{ attributes: new Map(), confidence: null, note: '', created },
    })),
    textOf: () => parseTxt(text),
  }
}
