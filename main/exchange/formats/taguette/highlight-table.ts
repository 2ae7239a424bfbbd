import { readCsv } from '../../../import/table/csv.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import { takeTags } from './tags.ts'

const head = /^\ufeff?id,document,tag,content\r?\n/

/** Whether a file begins as the table does that Taguette gives of highlights. */
export const isHighlightTable = (beginning: string): boolean => head.test(beginning)

/**
 * Takes such a table: a row for each tag of each highlight, with its words and the name of its document, but neither its
 * place nor who made it. `file` tells it from others. Fails with `unreadable` where a quote is never closed.
 */
export function takeHighlights(
  content: string,
  { gathering, file }: { gathering: Gathering; file: string },
): void {
  const [, ...rows] = readCsv(content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), ',')
  const paths = [...new Set(rows.flatMap(([, , path]) => path || []))]
  const tags = takeTags(
    paths.map((path) => ({ id: path, path, description: '' })),
    gathering,
  )
  const documents = new Set(gathering.incoming.documents.map(({ id }) => id))
  const annotator = gathering.annotator('')
  const counts = new Map<string, number>()
  for (const [number = '', document = '', path = '', words = ''] of rows) {
    if (document === '' || words.trim() === '') {
      if (number !== '') gathering.leaveOut('highlights without words')
      continue
    }
    if (!documents.has(document)) {
      documents.add(document)
      gathering.document({
        ...{ id: document, title: document, metadata: new Map(), status: 'to-do', text: null, source: null },
        knownAs: [document],
      })
    }
    const count = (counts.get(number) ?? 0) + 1
    counts.set(number, count)
    gathering.incoming.annotations.push({
      ...{ id: `${file} ${number}${count === 1 ? '' : ` #${count}`}`, document, annotator },
      tag: tags.get(path) ?? gathering.tag('Highlight'),
      ...{ spans: null, quote: [words], prefix: '', suffix: '', claim: null, speaker: null },
      ...{ attributes: new Map(), confidence: null, note: '', created: unknownMoment },
    })
  }
}
