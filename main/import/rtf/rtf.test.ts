import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { parseRtf } from './rtf.ts'

const read = (inside: string) => parseRtf(Buffer.from(`{\\rtf1\\ansi ${inside}}`, 'latin1'), 'a.rtf')

test('reads letters of code pages, of fonts and of Unicode', () => {
  const hex = (bytes: Buffer) => [...bytes].map((byte) => `\\'${byte.toString(16)}`).join('')
  const { text } = read(
    `\\ansicpg1251\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset238 Arial CE;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset2 Symbol;}}
${hex(iconv.encode('Да', 'cp1251'))} {\\f1 ${hex(iconv.encode('ćż', 'cp1250'))}} {\\f2 ${hex(iconv.encode('柔道', 'cp932'))}} {\\f3 a} \\u8364? \\uc2\\u-10179  \\u-8704\\'3f\\'3f {\\uc0\\u960}x\\emdash\\~\\_y`,
  )
  expect(text).toBe('Да ćż 柔道 α € 😀 πx—\u00a0\u2011y')
})

test('reads headings, lists, marks and cells', () => {
  const { text, blocks, marks, notes } = read(
    `{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Mine;}{\\s3 Quote;}}
{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}}{\\listlevel\\levelnfc23}\\listid9}}{\\*\\listoverridetable{\\listoverride\\listid9\\ls4}}
\\pard\\s2 Trams\\par\\pard\\s3 They {\\b pay\\i0 .}\\par
\\pard\\ls4{\\listtext 3.\\tab}three\\par\\pard\\ls4\\ilvl1 dot\\par
\\pard{\\pntext\\'b7\\tab}{\\*\\pn\\pnlvlblt}old\\par
\\trowd\\cellx1\\pard\\intbl a\\par b\\cell\\cell\\row\\trowd\\pard\\intbl c\\cell d\\cell\\row\\pard x{\\super 2}{\\sub i}{\\strike y}`,
  )
  expect(text).toBe('Trams\nThey pay.\nthree\ndot\nold\na\nb\n\nc\nd\nx2iy')
  expect(blocks.map(({ start: _, end: __, ...shape }) => shape)).toEqual([
    { kind: 'heading', level: 1 },
    { kind: 'quotation' },
    { kind: 'list-item', depth: 0, ordered: true },
    { kind: 'list-item', depth: 1, ordered: false },
    { kind: 'list-item', depth: 0, ordered: false },
    { kind: 'table-cell', row: 0, column: 0 },
    { kind: 'table-cell', row: 0, column: 1 },
    { kind: 'table-cell', row: 1, column: 0 },
    { kind: 'table-cell', row: 1, column: 1 },
    { kind: 'paragraph' },
  ])
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['strong', 'pay.'],
    ['sup', '2'],
    ['sub', 'i'],
  ])
  expect(notes).toEqual([
    '1 struck-out passage cannot be told from the rest.',
    '1 numbered list begins with another number than 1, which is not kept: 3.',
  ])
})

test('leaves out what is no text, and counts it', () => {
  const { text, notes, title, metadata } = read(
    `{\\info{\\title Trams}{\\author Ada}{\\creatim\\yr2021\\mo5\\dy6}}{\\header Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}{\\footer }
{\\*\\unknown words}{\\*\\shppict{\\pict ffd8}}{\\nonshppict{\\pict 00}}We {\\deleted must }{\\revised should }ban{\\v secret}{\\*\\annotation hm} {\\object{\\*\\objdata 01}{\\result cars}}.\\bin4 }}}}`,
  )
  expect(text).toBe('We should ban cars.')
  expect({ title, metadata }).toEqual({ title: 'Trams', metadata: { author: 'Ada', date: '2021-05-06' } })
  expect(notes).toEqual([
    'Left out: 1 picture, 1 deleted revision, 1 hidden passage, 1 comment, 1 embedded object.',
    '1 tracked insertion is part of the text.',
    'Left out: 1 header or footer of the pages.',
    'Its date is the day its file was begun.',
  ])
})

test('knows a group that is no text though its star has lost the backslash', () => {
  const { text } = read(
    '{*\\generator Msftedit 5.41.15.1515;}{ *\\bkmkstart a}Trams pay{*\\b  not} {*} {*\\cf1  now}.',
  )
  expect(text).toBe('Trams pay* not * * now.')
})

test('reads fields, footnotes and text boxes where they belong', () => {
  const { text, marks, breaks } = read(
    `See {\\field{\\*\\fldinst{HYPERLINK "https://example.org/"}}{\\fldrslt there}}{\\super\\chftn{\\footnote\\pard {\\super\\chftn} Note.\\par More.}}, {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt boxed\\par}}{\\shprslt old}}now.\\par\\page Next.`,
  )
  expect(text).toBe('See there[1], now.\nboxed\nNext.\n[1] Note.\nMore.')
  expect(marks[0]).toEqual({ kind: 'link', href: 'https://example.org/', start: 4, end: 9 })
  expect(breaks).toEqual([
    { kind: 'page', at: 25 },
    { kind: 'section', at: 31 },
  ])
})

test('says that the end is missing, and refuses what is none', () => {
  expect(parseRtf(Buffer.from('{\\rtf1 Tram {\\b lin'), 'a.rtf')).toMatchObject({
    text: 'Tram lin',
    notes: ['The end of the file is missing.'],
  })
  expect(() => parseRtf(Buffer.from('Tram'), 'a.rtf')).toThrow('no Rich Text file')
})

test('keeps every rule of the model, whatever stands in the file, and takes time by its length only', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '\\par ',
      '\\pard',
      '\\intbl ',
      '\\cell ',
      '\\row ',
      'words ',
      '\\b ',
      "\\'e9",
      '\\u-10179?',
      '\\u233?',
    ],
    ...[
      '{\\footnote n}',
      '{\\*\\x ',
      '\\page ',
      '\\line ',
      '\\sect ',
      '{\\pict ',
      '{\\shptxt b}',
      '\\bin3 ',
      '\\*',
      '\\',
      '\\v ',
    ],
    ...[
      '{\\fonttbl{\\f1\\fcharset2 S;}}',
      '\\f1 ',
      '{\\field',
      '{\\fldrslt ',
      '\\nestcell ',
      '{\\upr{a}{\\*\\ud b}}',
      '{\\info{\\title t}}',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expect(checkStructure(read(`x ${pieces.join('')}`))).toEqual([])
    }),
    { numRuns: 500 },
  )
  const deep = `{\\rtf1 ${'{'.repeat(100_000)}claim${'}'.repeat(100_001)}`
  expect(parseRtf(Buffer.from(deep), 'a.rtf').text).toBe('claim')
})
