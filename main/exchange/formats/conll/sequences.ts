import { Failure } from '../../../../preload/contract/failure.ts'
import { announcedSequences, isAnnounced } from './announced.ts'
import { cellsIn, columnsOf, type Sequence } from './columns.ts'
import { conllUSequences, isConllU } from './conll-u.ts'

/** The texts in a file: one, those that begin with `-DOCSTART-`, or those it announces, as CoNLL-U does. Fails with `unreadable`. */
export function sequencesIn(content: string, called: string): Sequence[] {
  if (isAnnounced(content)) return announcedSequences(content, called)
  if (isConllU(content) || /\.conllu$/i.test(called)) return conllUSequences(content, called)
  const lines = content.split(/\r\n|[\n\r]/)
  const cells = cellsIn(lines)
  const filled = cells.filter(({ length }) => length > 0)
  const columns = columnsOf(filled)
  if (filled.length > 0 && !columns) throw problemIn(cells, called)
  const empty = (): Sequence => ({
    ...{ rows: [], breaks: new Set(), columns: columns ?? { word: 0, labels: [], leftOut: '' } },
  })
  const sequences = [empty()]
  lines.forEach((line, index) => {
    const current = sequences.at(-1)!
    if (line.startsWith('-DOCSTART-')) {
      if (current.rows.length > 0) sequences.push(empty())
    } else if (line.trim() === '') current.breaks.add(current.rows.length)
    else if (cells[index]!.length > 0) {
      const row = cells[index]!
      current.rows.push({ word: row[columns!.word]!, labels: columns!.labels.map((column) => row[column]!) })
    }
  })
  return sequences
}

/** The first row with which the columns stop being any. */
function problemIn(cells: readonly string[][], called: string): Failure {
  let [low, high] = [0, cells.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const filled = cells.slice(0, middle + 1).filter(({ length }) => length > 0)
    if (filled.length > 0 && !columnsOf(filled)) high = middle
    else low = middle + 1
  }
  return new Failure(
    'unreadable',
    `“${called}”, line ${low + 1}: a row must be a word and a label such as “O”, “B-Claim” or “I-Claim”, with a tab or a space between.`,
  )
}
