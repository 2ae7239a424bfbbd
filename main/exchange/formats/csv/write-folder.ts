import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { cell } from '../../../../preload/contract/csv-cell.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn, writeFilePieces, writeFiles } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import { type Table, tablesOf } from '../tables.ts'
import { textFilesOf } from './text-files.ts'

/** Rows made into text at a time. */
const batch = 1000

/** What such a folder holds at its top. */
export const csvFiles = [
  'documents.csv',
  'annotations.csv',
  'links.csv',
  'claims.csv',
  'codebook.csv',
  'link-types.csv',
  'speakers.csv',
  'memos.csv',
  'texts',
]

/** UTF-8 with a byte order mark and CRLF, as Excel wants it and pandas takes it; quotes by RFC 4180. */
export async function writeCsvFolder(
  dataset: Dataset,
  folder: string,
  { signal, progress }: WritingOptions,
): Promise<string[]> {
  const textFiles = textFilesOf(dataset.documents)
  const tables = tablesOf(dataset, textFiles)
  const of = tables.reduce((sum, { length }) => sum + length, textFiles.size)
  let done = 0
  const advance = (count: number): void => {
    mustGoOn(signal)
    done += count
    progress(done, of)
  }

  await mkdir(join(folder, 'texts'), { recursive: true })
  for (const table of tables) await writeFilePieces(join(folder, `${table.name}.csv`), csvOf(table, advance))
  await writeFiles(folder, texts())
  return [...tables.map(({ name }) => `${name}.csv`), ...textFiles.values()]

  function* texts(): Generator<[string, string[]]> {
    for (const [id, file] of textFiles) {
      yield [file, [dataset.textOf(id).text]]
      advance(1)
    }
  }
}

function* csvOf({ columns, rows }: Table, advance: (count: number) => void): Generator<string> {
  yield `\ufeff${toCsv([columns.map(cell)])}`
  let waiting: Table['columns'][] = []
  for (const row of rows) {
    waiting.push(row.map(cell))
    if (waiting.length < batch) continue
    advance(waiting.length)
    yield toCsv(waiting)
    waiting = []
  }
  advance(waiting.length)
  yield toCsv(waiting)
}

function toCsv(rows: readonly string[][]): string {
  // Left to itself the library quotes a cell for CRLF only, and a single LF would end the row.
  return stringify([...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
