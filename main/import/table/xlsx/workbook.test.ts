import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undecided } from '../../../../preload/contract/file-reading.ts'
import { xmlText } from '../../../xml/xml-text.ts'
import { parse } from '../../parse.ts'
import { xlsxOf, zipOf } from '../../testing/office-files.ts'
import { isoOfSerial, lookOf, plainNumber } from './number-formats.ts'
import { readWorkbook } from './workbook.ts'

const data = (...rows: string[]) =>
  `<sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData>`
const inline = (words: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(words)}</t></is></c>`
const rowsOf = async (...args: Parameters<typeof xlsxOf>) => (await readWorkbook(xlsxOf(...args), null)).rows

test('keeps every letter of a cell: spaces, line breaks, signs of XML', async () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .map((words) => words.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, '\n'))
    // An underscore, x and four digits stand for a character.
    .filter((words) => !/_x[\dA-F]{4}_/i.test(words))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      async (rows) => {
        const filled = rows.filter((row) => row.some((one) => one !== ''))
        fc.pre(filled.length > 0)
        const read = await rowsOf({ sheets: { a: data(...rows.map((row) => row.map(inline).join(''))) } })
        expect(read.map((row) => row.join('\0').replace(/\0+$/, ''))).toEqual(
          filled.map((row) => row.join('\0').replace(/\0+$/, '')),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('reads shared and inline strings, runs without their readings, dates, numbers, what formulas gave', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="0000"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
  const strings = [
    '<t>Plain</t>',
    '<r><t xml:space="preserve">Two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>ツー</t></rPh>',
    '<t>a_x000D_\nb _x005F_x0041_</t>',
  ]
  const sheet = data(
    '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c>',
    '<c s="1"><v>44319</v></c><c s="2"><v>44319.5625</v></c><c s="3"><v>7</v></c><c><v>0.30000000000000004</v></c>',
    '<c t="str"><f>A1&amp;"x"</f><v>Plainx</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2021-05-03T00:00:00</v></c>',
  )
  const { rows, notes } = await readWorkbook(
    xlsxOf({ sheets: { a: `${sheet}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>` }, strings, styles }),
    null,
  )
  expect(rows).toEqual([
    ['Plain', '', 'Two runs', 'a\r\nb _x0041_'],
    ['2021-05-03', '2021-05-03T13:30:00', '0007', '0.3'],
    ['Plainx', '2', '', 'TRUE', '', '2021-05-03'],
  ])
  expect(notes).toEqual([
    '1 merged cell: the words stand in the first row and column of each alone.',
    '2 formulas read as what the file says they last gave.',
    '1 formula without a value left empty: open the file in a spreadsheet program and save it.',
    '1 cell with an error (such as #N/A) left empty.',
  ])
})

test.each([
  ['yyyy-mm-dd', 'date'],
  ['[$-409]d" of "mmmm yyyy', 'date'],
  ['[h]:mm', 'date'],
  ['General', 'number'],
  ['0.00" days"', 'number'],
  ['[Red]#,##0 \\d', 'number'],
  ['00000', 'digits'],
])('takes a cell that looks like %s for a %s', (code, as) => {
  expect(lookOf(code).as).toBe(as)
})

test('counts days as Excel does, from 1900 and from 1904', () => {
  expect([1, 59, 61, 44319, 2958465].map((serial) => isoOfSerial(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2021-05-03',
    '9999-12-31',
  ])
  expect(isoOfSerial(42857, true)).toBe('2021-05-03')
  expect(isoOfSerial(0.75, false)).toBe('18:00:00')
  expect(isoOfSerial(44319 + 23.999999 / 24, false)).toBe('2021-05-04')
  expect([isoOfSerial(-1, false), isoOfSerial(3e6, false)]).toEqual([null, null])
  expect([1e21, 1e-7, 0.1 + 0.2, -12].map(plainNumber)).toEqual([
    '1000000000000000000000',
    '0.0000001',
    '0.3',
    '-12',
  ])
})

test('takes the first sheet that is shown and filled, or the one that is asked for', async () => {
  const file = xlsxOf({
    sheets: {
      'Notes:hidden': data(inline('for us alone')),
      Cover: '<sheetData/>',
      Speeches: data(inline('text') + inline('by'), inline('The tram pays.') + inline('Ada')),
      More: `<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row hidden="1">${inline('x')}</row></sheetData>`,
    },
  })
  const task = { ...undecided, bytes: file, name: 'speeches.xlsx', format: 'xlsx-texts' as const }
  const surroundings = { characterMaps: () => expect.unreachable('a table has no characters to map') }
  const { documents, reading } = await parse(task, surroundings)
  expect(documents.map(({ text, metadata }) => ({ text, metadata }))).toEqual([
    { text: 'The tram pays.', metadata: { author: 'Ada' } },
  ])
  expect(documents[0]!.notes).toEqual([
    'Hidden in the workbook: “Notes”.',
    'The sheet “Speeches” was taken, of 4: a guess.',
  ])
  expect(reading.table).toMatchObject({
    sheets: ['Notes', 'Cover', 'Speeches', 'More'],
    sheet: 'Speeches',
    isSheetGuessed: true,
    separator: '',
  })
  const table = { separator: null, hasHead: false, uses: null, named: null, sheet: 'More' }
  const more = await parse({ ...task, table }, surroundings)
  expect(more.reading.table?.isSheetGuessed).toBe(false)
  expect(more.documents[0]).toMatchObject({
    text: 'x',
    notes: ['Hidden in the workbook: “Notes”.', '1 hidden row and 2 hidden columns, read like all others.'],
  })
  await expect(readWorkbook(file, 'Cover')).rejects.toThrow('nothing in the cells of the sheet “Cover”')
  await expect(readWorkbook(file, 'Talks')).rejects.toThrow(
    'This workbook has no sheet “Talks”; it has: Notes, Cover, Speeches, More.',
  )
})

test.each([
  [
    'rows',
    `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(100_001)}</sheetData>`,
    'more than 100,000 rows',
  ],
  ['columns', data('<c r="XFD1"><v>1</v></c>'), 'beyond its 1,000th column'],
  ['no cells', '<sheetData><row/></sheetData>', 'No sheet of this workbook has anything in its cells.'],
  ['broken XML', '<sheetData><row>', 'xl/worksheets/sheet1.xml, line 1: this is not well-formed XML'],
  [
    'entities',
    '<sheetData><row><c><v>&amp;&x;</v></c></row></sheetData>',
    'the entity “&x;” is not declared',
  ],
])('refuses a sheet with too many or without: %s', async (_, sheet, sentence) => {
  await expect(rowsOf({ sheets: { a: sheet } })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining(sentence),
  })
})

test('a million empty rows are no rows, and a bomb is none of ours', async () => {
  const empty = '<row r="1048576" spans="1:3"/>'.repeat(20_000)
  expect(await rowsOf({ sheets: { a: `<sheetData><row>${inline('x')}</row>${empty}</sheetData>` } })).toEqual(
    [['x']],
  )
  const bomb = xlsxOf({ sheets: { a: `<sheetData>${' '.repeat(12_000_000)}</sheetData>` } })
  await expect(readWorkbook(bomb, null)).rejects.toThrow('unpacks to more than 200 times its size')
  await expect(readWorkbook(zipOf({ 'xl/a.xml': '<a/>' }), null)).rejects.toThrow('its main part is missing')
})

const samples = fileURLToPath(new URL('../../../../../shared/corpus/formats/doccano/', import.meta.url))
test.skipIf(!existsSync(samples))('reads real files of doccano', async () => {
  const read = (name: string) =>
    readWorkbook(readFileSync(`${samples}data_import_text_classification-${name}.xlsx`), null)
  expect((await read('example')).rows.length).toBeGreaterThan(1)
  expect((await read('example_one_column_no_header')).rows.every((row) => row.length === 1)).toBe(true)
})
