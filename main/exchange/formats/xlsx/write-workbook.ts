import { writeZip, type ZipEntry } from '../../../zip/write-zip.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import { tablesOf } from '../tables.ts'
import { partOfSheet, partsFor } from './package.ts'
import { sheetsOf, sheetXml } from './sheets.ts'

/** Rows between two looks at whether to go on. */
const batch = 500

/** The tables of the CSV folder as sheets of one workbook, without the texts. Rows are written as they are made. */
export async function writeWorkbook(
  dataset: Dataset,
  path: string,
  { signal, progress }: WritingOptions,
): Promise<string[]> {
  const tables = tablesOf(dataset, null)
  const sheets = sheetsOf(tables)
  const of = tables.reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const advance = () => {
    done++
    if (done % batch !== 0 && done !== of) return
    mustGoOn(signal)
    progress(done, of)
  }
  function* entries(): Generator<ZipEntry> {
    for (const [name, xml] of partsFor(sheets, dataset.project.name)) yield { name, pieces: [xml] }
    for (const [index, sheet] of sheets.entries())
      yield { name: partOfSheet(index), pieces: sheetXml(sheet, advance) }
  }
  mustGoOn(signal)
  await writeZip(path, entries())
  return ['']
}
