import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undecided } from '../../../preload/contract/file-reading.ts'
import { parse } from '../parse.ts'
import { readCsv, separatorOf } from './csv.ts'

const field = (name: string) => ({ as: 'field' as const, field: name })

const task = (text: string, rest = {}) =>
  parse(
    { ...undecided, bytes: Buffer.from(text), name: 'tweets.csv', format: 'csv-texts', ...rest },
    { characterMaps: () => expect.unreachable('a table has no characters to map') },
  )

test('reads whatever another program writes', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', 'a,b', 'x\ny', ';', '\t', '""'))
  fc.assert(
    fc.property(
      fc.constantFrom(',', ';', '\t', '|'),
      fc.array(
        fc.array(
          cell.map((text) => text.replaceAll('\r', '')),
          { minLength: 2, maxLength: 4 },
        ),
        { minLength: 1 },
      ),
      (delimiter, rows) => {
        const filled = rows.filter((row) => row.some((one) => one !== ''))
        expect(readCsv(stringify(rows, { delimiter }), delimiter)).toEqual(filled)
      },
    ),
  )
})

test.each([',', ';', '\t', '|'])('finds that %j parts the cells', (separator) => {
  const rows = [
    ['date', 'body', 'by'],
    ['2021', 'One, two; three', 'Ada'],
    ['2022', 'a "b"', 'Ben'],
  ]
  expect(separatorOf(stringify(rows, { delimiter: separator }))).toBe(separator)
})

test('says in which line a quote was opened that is never closed', () => {
  expect(() => readCsv('a,b\nc,"d\ne', ',')).toThrow('Line 2 opens a quote')
})

test('refuses a table that has nothing below the names of its columns', async () => {
  await expect(task('Title;Text;Author\n')).rejects.toThrow('names of columns and no row below')
})

test('makes a document of each row, with what the heads say', async () => {
  const { documents, reading } = await task(
    'Headline,Text,Date,Mood\nTram,It pays.\u{1F68B},3 May 2021,good\n,"Two\nlines",2022-01,\nNone,,,\n',
  )
  expect(documents.map(({ title, text, metadata }) => ({ title, text, metadata }))).toEqual([
    { title: 'Tram', text: 'It pays.\u{1F68B}', metadata: { date: '2021-05-03', Mood: 'good' } },
    { title: 'Two lines', text: 'Two\nlines', metadata: { date: '2022-01' } },
  ])
  expect(documents[0]?.notes).toEqual(['1 row without a text left out.'])
  expect(reading.table).toMatchObject({ separator: ',', hasHead: true, rows: 3, isGuessed: false })
})

test('guesses the longest column where no head says text, and follows a choice', async () => {
  const csv = 'id;what was said;who\n1;The tram pays for itself.;Ada\n2;It does not, says everybody.;Ben\n'
  const guessed = await task(csv)
  expect(guessed.reading.table).toMatchObject({ separator: ';', isGuessed: true })
  expect(guessed.documents.map(({ text }) => text)).toEqual([
    'The tram pays for itself.',
    'It does not, says everybody.',
  ])
  const uses = [{ as: 'nothing' }, { as: 'title' }, { as: 'text' }]
  const choice = { separator: null, hasHead: true, uses, named: null, sheet: null }
  const chosen = await task(csv, { table: choice })
  expect(chosen.documents.map(({ title, text }) => [title, text])).toEqual([
    ['The tram pays for itself.', 'Ada'],
    ['It does not, says everybody.', 'Ben'],
  ])
  expect(chosen.reading.table?.isGuessed).toBe(false)
  expect(guessed.documents[0]!.notes).toEqual(['The column “what was said” was taken as the text: a guess.'])
  expect(chosen.documents[0]!.notes).toEqual([])

  const named = { text: 'who', fields: { id: 'title' } }
  const byName = await task(csv, { table: { ...choice, uses: null, named } })
  expect(byName.documents.map(({ title, text }) => [title, text])).toEqual([
    ['1', 'Ada'],
    ['2', 'Ben'],
  ])
  await expect(
    task(csv, { table: { ...choice, uses: null, named: { text: 'mood', fields: {} } } }),
  ).rejects.toThrow('no column “mood”; it has: id, what was said, who')
})

test.each([
  ['user,author,text,note,note', { user: '0', author: '1', note: '3', 'note 2': '4' }],
  ['timestamp,date,text,link,url', { timestamp: '0', date: '1', link: '3', url: '4' }],
  ['by,user,text,note 2,note', { author: '0', user: '1', 'note 2': '3', note: '4' }],
  ['text,body,message,author 2,writer', { body: '1', message: '2', 'author 2': '3', author: '4' }],
])('keeps every column, whatever the heads are: %s', async (head, metadata) => {
  const { documents } = await task(`${head}\n0,1,2,3,4\n`)
  expect(documents[0]!.metadata).toEqual(metadata)
})

test('has a column of any name, and counts what lies beyond the last one', async () => {
  const rows = Array.from({ length: 1000 }, (_, row) => `It pays.,${row}`)
  const { documents } = await task(`text,__proto__\n${rows.join('\n')}\nIt does not.,x,y,,z\n`)
  expect(Object.entries(documents[3]!.metadata)).toEqual([['__proto__', '3']])
  expect(documents[0]!.notes).toEqual(['2 cells beyond the last column left out.'])
})

test('makes fields of the first columns only where rows and columns are too many, unless others are chosen', async () => {
  const heads = ['text', ...Array.from({ length: 300 }, (_, at) => `c${at}`), 'author']
  const row = heads.map((_, at) => `v${at}`).join(',')
  const csv = [heads.join(','), ...Array.from({ length: 5000 }, () => row)].join('\n')
  const { documents, reading } = await task(csv)
  const fields = Object.keys(documents[4999]!.metadata)
  expect([fields.length, fields[199], fields[200]]).toEqual([201, 'c199', 'author'])
  expect(documents[0]!.notes).toEqual([expect.stringContaining('fields; 100 columns did not')])

  const uses = reading.table!.uses.map((use) => (use.as === 'nothing' ? field('late') : use))
  const choice = { separator: null, hasHead: true, uses, named: null, sheet: null }
  const chosen = await task(csv, { table: choice })
  expect(chosen.documents[0]!.metadata).toMatchObject({ late: 'v300' })
  expect(chosen.documents[0]!.notes).toEqual([])

  const [few] = (await task([heads.join(','), row, row].join('\n'))).documents
  expect(Object.keys(few!.metadata)).toHaveLength(301)
})

test('takes long letters for the text and not the short remarks on them, and says that this is a guess', async () => {
  const csv =
    'No,Letter,Comment\n1,The tram pays for itself and more.,ok\n2,"It does not, says everybody.",see 1\n'
  const { documents, reading } = await task(csv)
  expect(documents.map(({ text }) => text)).toEqual([
    'The tram pays for itself and more.',
    'It does not, says everybody.',
  ])
  expect(documents[0]!.metadata).toEqual({ No: '1', Comment: 'ok' })
  expect(reading.table?.isGuessed).toBe(true)
})

test('believes a column that is called text, but doubts it beside one with far more words', async () => {
  const words = 'It does not pay for itself, say all who have looked at what it costs.'
  const { documents, reading } = await task(
    `text,answer,link\nIt pays.,${words},https://example.org/${'a'.repeat(99)}\n`,
  )
  expect(documents[0]!.text).toBe('It pays.')
  expect(reading.table?.isGuessed).toBe(true)
  const alone = await task(`text,link\nIt pays.,https://example.org/${'a'.repeat(99)}\n`)
  expect(alone.reading.table?.isGuessed).toBe(false)
})

test('keeps the column that was the text as a field when another one is named', async () => {
  const choice = { separator: null, hasHead: null, uses: null, sheet: null }
  const named = { text: 'Letter', fields: { When: 'date' } }
  const { documents } = await task('Letter,text,date,When\nIt pays.,a,2020,2021\n', {
    table: { ...choice, named },
  })
  expect(documents[0]).toMatchObject({
    text: 'It pays.',
    metadata: { 'text 2': 'a', 'date 2': '2020', date: '2021' },
  })
})

test('takes the sign above a table of Excel for no row of it', async () => {
  const { documents, reading } = await task('sep=;\r\nTitle;Text\r\nTram;It pays, they say\r\n')
  expect(documents.map(({ title, text }) => [title, text])).toEqual([['Tram', 'It pays, they say']])
  expect(reading.table?.separator).toBe(';')
})

test('takes no column of dates or numbers for the text, however long they are', async () => {
  const { documents } = await task('Highlight,Highlighted at\nIt pays.,2021-05-05 10:00:00+00:00\n')
  expect(documents[0]!.text).toBe('It pays.')
})

test.each([
  ['publish_date', 'date'],
  ['publishedAt', 'date'],
  ['media_name', 'outlet'],
  ['screen_name', 'author'],
])('knows the head %s', async (head, field) => {
  const { documents } = await task(`${head},maintext\n2021-05-05,It pays.\n`)
  expect(documents[0]!.metadata).toEqual({ [field]: '2021-05-05' })
})

test('says that texts have marks of HTML in them, and takes the mark of a file off their beginning', async () => {
  const { documents } = await task('id,text\n1,It pays.<br />Or &amp; not\n2,\ufeffNo <3 &c.\n')
  expect(documents.map(({ text }) => text)).toEqual(['It pays.<br />Or &amp; not', 'No <3 &c.'])
  expect(documents[0]!.notes).toContain(
    '1 text has marks of HTML inside (as <br> or &amp;), which stay as they are.',
  )
})

test.each([
  ['MAXQDA', 'Color;Document name;Code;Segment'],
  ['ATLAS.ti', 'ID;Quotation Content;Document;Codes'],
  ['Dedoose', 'Excerpt Copy;Codes Applied Combined'],
  ['Hypothesis', 'Annotation/Reply Type;Quote;Body'],
])('says of a list of coded passages of %s what else to import', async (program, heads) => {
  const row = heads.split(';').map((head) => `a ${head}`)
  const { documents } = await task(`${heads}\n${row.join(';')}\n`)
  expect(documents[0]!.notes.join()).toContain(`passages that ${program} lists with their codes`)
})
