import { readCsv } from '../../../import/table/csv.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import type { Item } from '../web-annotation/item.ts'

/** The names of columns that Recogito’s tables of annotations have had from the first to the last. */
const head = /^\ufeff?"?UUID"?([,;])(?:"?FILE"?\1)?"?QUOTE_TRANSCRIPTION"?\1"?ANCHOR"?\1/

/** Whether a file begins as the table does that Recogito calls its annotations as CSV. */
export const isTable = (beginning: string): boolean => head.test(beginning)

/** What stands in columns of its own and has no place here: where places lie, how sure they are, groups. */
const notTaken = [
  ...['VOCAB_TEMPORAL_BOUNDS', 'LAT', 'LNG', 'PLACE_TYPE', 'VERIFICATION_STATUS'],
  ...['GROUP_ID', 'GROUP_ORDER'],
]

/** One annotation of each row. It says nobody’s name and no time. Fails with `unreadable` where a quote is never closed. */
export function itemsOfTable(content: string): { items: Item[]; cellsLeft: number } {
  const separator = head.exec(content)?.[1] ?? ','
  const [names = [], ...rows] = readCsv(content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), separator)
  let cellsLeft = 0
  const items = rows.map((row): Item => {
    const cell = (name: string): string => row[names.indexOf(name)]?.trim() ?? ''
    cellsLeft += notTaken.filter((name) => cell(name) !== '').length
    return itemOf(cell)
  })
  return { items, cellsLeft }
}

function itemOf(cell: (name: string) => string): Item {
  const [source, quote, anchor, kind] = [
    cell('FILE'),
    cell('QUOTE_TRANSCRIPTION'),
    cell('ANCHOR'),
    cell('TYPE'),
  ]
  const start = /^char-offset:(\d{1,15})$/.exec(anchor)?.[1]
  // Other anchors are those of TEI, which has the words, of pictures, and of rows of tables.
  const isText = quote !== '' && (start !== undefined || /^from=/.test(anchor))
  const position = start === undefined ? null : { start: Number(start), end: Number(start) + quote.length }
  const tags = [kind && kind.slice(0, 1) + kind.slice(1).toLowerCase(), ...cell('TAGS').split('|')]
  return {
    ...{ iri: cell('UUID'), creator: null, created: unknownMoment, isLink: false },
    said: {
      ...{ linkTypes: [], claim: null, speaker: null, ends: [], leftOut: 0 },
      tags: tags.filter((name) => name.trim() !== '').map((name) => ({ name: name.trim(), id: undefined })),
      notes: [cell('VOCAB_LABEL'), cell('URI'), cell('COMMENTS')].filter((note) => note !== ''),
    },
    aims: [
      {
        ...{ source, title: '', isForeign: !isText },
        selected: isText ? { source, quote, position, prefix: '', suffix: '' } : null,
      },
    ],
  }
}
