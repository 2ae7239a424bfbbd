import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isoOfSerial, plainNumber } from '../../../import/table/xlsx/number-formats.ts'
import { readWorkbook } from '../../../import/table/xlsx/workbook.ts'
import { openZip } from '../../../zip/zip-archive.ts'
import type { Dataset } from '../../dataset.ts'
import { isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset as anyDataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { type Table, tablesOf } from '../tables.ts'
import { fitting, kindOf, longestCell, serialOf } from './cells.ts'
import { workbookLosses } from './losses.ts'
import { sheetsOf, sheetXml } from './sheets.ts'
import { writeWorkbook } from './write-workbook.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-xlsx-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function written(dataset: Dataset): Promise<string> {
  const path = join(folder, `${++count}.xlsx`)
  await writeWorkbook(dataset, path, { signal: new AbortController().signal, progress: () => {} })
  return path
}

test('is read by a library of another make: words as words, days as days, numbers as numbers', async () => {
  const path = await written(tram)
  const sheet = async (name: string) => {
    const [head, ...rows] = await readSheet(path, name, { trim: false })
    return rows.map((row) => Object.fromEntries(head!.map((column, i) => [column, row[i]])))
  }
  const [rebuts, undercut] = await sheet('links')
  expect(rebuts).toMatchObject({
    type: 'rebuts',
    symmetric: false,
    source_quote: 'It loses money, “every day”.',
    target_quote: 'The tram line pays for itself',
    target_document_date: new Date('2021-05-05'),
    target_start: 7,
  })
  // As it was said, not behind an apostrophe as in CSV: a string of a workbook is never run.
  expect(undercut).toMatchObject({ source_quote: '=1+1 does not.', target_kind: 'link' })
  const [pays, always] = await sheet('annotations')
  expect(pays).toMatchObject({ 'attribute.score': -1.5, 'attribute.quoted': false, confidence: 0.5 })
  expect(pays!.created).toEqual(new Date(tram.annotations[0]!.created))
  expect(always).toMatchObject({ note: 'Two\nlines', start: '38;48', 'attribute.score': null })
  expect((await sheet('claims'))[1]).toMatchObject({ note: '=A1' })
  expect(Object.keys((await sheet('documents'))[0]!)).not.toContain('text_file')
  expect(workbookLosses(tram)).toEqual([{ what: 'texts of documents', count: tram.documents.length }])
})

test('gives back every cell of every table, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyDataset, async (dataset) => {
      const bytes = readFileSync(await written(dataset))
      for (const table of tablesOf(dataset, null)) {
        const { rows } = await readWorkbook(bytes, table.name.replace('-', ' '))
        const width = table.columns.length
        const full = (row: readonly string[]) => Array.from({ length: width }, (_, i) => row[i] ?? '')
        expect(rows.map(full)).toEqual(
          [table.columns, ...table.rows].map((row) =>
            row.map((value, i) => asRead(value, kindOf(table.columns[i]!))),
          ),
        )
      }
    }),
    { numRuns: 40 },
  )
})

test.skipIf(!isInCorpus('torture'))(
  'has the words of the torture text, and places in code points',
  async () => {
    const { text, spans } = torture()
    const [head, ...rows] = await readSheet(await written(tortureDataset()), 'annotations', { trim: false })
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)])
    const inOrder = spans.toSorted((a, b) => a.utf16[0] - b.utf16[0])
    expect(column('quote')).toEqual(inOrder.map(({ utf16 }) => text.slice(...utf16)))
    expect(column('start').map(Number)).toEqual(inOrder.map(({ codePoints }) => codePoints[0]))
    expect(column('end').map(Number)).toEqual(inOrder.map(({ codePoints }) => codePoints[1]))
  },
)

/** As our own reader gives a value back. */
function asRead(value: string | number | boolean | null, kind: string): string {
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const day = kind === 'date' && value !== null ? serialOf(value) : null
  return day === null ? (value ?? '').toWellFormed() : isoOfSerial(day, false)!
}

test('keeps to the rules of Excel', async () => {
  const archive = await openZip(await written(tram))
  const part = async (name: string) => Buffer.from(await archive.read(name)).toString()
  const workbook = await part('xl/workbook.xml')
  expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    ...['annotations', 'links', 'claims', 'documents', 'codebook', 'speakers', 'memos', 'link types'],
  ])
  const links = await part('xl/worksheets/sheet3.xml')
  expect(links).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(links).toContain(`<autoFilter ref="A1:AH${tram.links.length + 1}"/>`)
  expect(workbook).toContain(`'links'!$A$1:$AH$${tram.links.length + 1}</definedName>`)
  expect(links).not.toContain('<f>')
  const kinds = await part('[Content_Types].xml')
  for (const name of archive.names.filter((one) => /^xl\/(?!_rels)/.test(one)))
    expect(kinds).toContain(`PartName="/${name}"`)
  expect(fitting('x'.repeat(longestCell))).toHaveLength(longestCell)
  expect(fitting(`${'x'.repeat(longestCell - 2)}😀😀`)).toBe(`${'x'.repeat(longestCell - 2)}…`)
  expect([
    serialOf('1900-02-28'),
    serialOf('2021-02-30'),
    serialOf('2021-05'),
    serialOf('2021-05-03'),
  ]).toEqual([null, null, null, 44319])
})

test('a table too long for a sheet goes on in the next', () => {
  const table: Table = {
    name: 'memos',
    columns: ['id'],
    length: 7,
    rows: Array.from({ length: 7 }, (_, i) => [`m${i}`]),
  }
  const sheets = sheetsOf([table], 4)
  expect(sheets.map(({ name, length }) => [name, length])).toEqual([
    ['memos', 3],
    ['memos 2', 3],
    ['memos 3', 1],
  ])
  const ids = sheets.map((sheet) =>
    [...[...sheetXml(sheet, () => {})].join('').matchAll(/>(m\d)</g)].map(([, id]) => id),
  )
  expect(ids).toEqual([['m0', 'm1', 'm2'], ['m3', 'm4', 'm5'], ['m6']])
})

test('stops when it is told to', async () => {
  const options = { signal: AbortSignal.abort(), progress: () => {} }
  await expect(writeWorkbook(tram, join(folder, 'stopped.xlsx'), options)).rejects.toMatchObject({
    code: 'cancelled',
  })
})
