import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { makePdf, type PdfMaking, type SetWords, setText } from '../testing/pdf-files.ts'
import { parsePdf } from './pdf.ts'

const read = async (making: PdfMaking) => {
  const parsed = await parsePdf(makePdf(making), 'report.pdf', async () => null)
  expect(checkStructure(parsed)).toEqual([])
  return {
    ...parsed,
    said: parsed.blocks.map(({ kind, start, end, ...rest }) => [
      kind,
      ...Object.values(rest),
      parsed.text.slice(start, end),
    ]),
  }
}
const column = (
  lines: string[],
  { x = 50, y = 100, leading = 12, ...rest }: Partial<SetWords & { leading: number }> = {},
): SetWords[] => lines.map((text, at) => ({ text, x, y: y + at * leading, ...rest }))
const prose = (start: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${start} ${at} runs on to the very end of it`)

const word = fc
  .array(fc.constantFrom(...'abcdefghiklmnoprstuvwz'), { minLength: 2, maxLength: 11 })
  .map((letters) => letters.join(''))
  // Also a word’s end may come to stand alone, on the next line.
  .filter((word) => !/(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|of|och|og|en|^[ivxlc]+)$/.test(word))
const paragraph = fc.array(word, { minLength: 14, maxLength: 60 }).map((words) => `A${words.join(' ')}.`)
const setting = fc.record({
  columns: fc.constantFrom(1, 2),
  lineLetters: fc.integer({ min: 34, max: 38 }),
  linesPerColumn: fc.integer({ min: 9, max: 30 }),
  begins: fc.constantFrom('indented' as const, 'after a gap' as const),
  divides: fc.boolean(),
  head: fc.constantFrom(undefined, 'The tram and its enemies', '# The Council'),
  foot: fc.constantFrom(undefined, '#', '- # -', 'Page #'),
})

test('gives back the paragraphs that were set, in any setting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(paragraph, { minLength: 4, maxLength: 9 }),
      setting,
      async (paragraphs, setting) => {
        const pages = setText(paragraphs, setting)
        // What stands on one page alone is no running head, and two lines beside a column may be anything.
        fc.pre(pages.length > 1 || (setting.head === undefined && setting.columns === 1))
        const second = pages.at(-1)!.filter(({ x, y }) => setting.columns === 2 && x > 270 && y < 790)
        fc.pre(second.length === 0 || second.length > 2)
        const { text, breaks } = await read({ pages })
        expect(text).toBe(paragraphs.join('\n'))
        expect(breaks).toHaveLength(pages.length - 1)
      },
    ),
    // To make such a text smaller step by step takes minutes.
    { numRuns: 100, endOnFailure: true },
  )
})

test('reads columns one after the other, between lines that run across both', async () => {
  const { said } = await read({
    pages: [
      [
        ...column(['Trams in Elmwood: what the council knew and did not say'], { x: 90, y: 60, size: 14 }),
        ...column(prose('left', 5)),
        ...column(prose('right', 5), { x: 320 }),
      ],
    ],
  })
  expect(said.map(([kind]) => kind)).toEqual(['heading', 'paragraph'])
  expect(said[1]!.at(-1)).toMatch(/^left 0 .* left 4 .* right 0 .* right 4 [a-z ]+$/)
})

test('keeps the rows of a table', async () => {
  const rows = ['1901', '1902', '1903', '1904'].flatMap((year, at) => [
    { text: year, x: 50, y: 100 + at * 20 },
    { text: `${at + 2} trams`, x: 300, y: 100 + at * 20 },
  ])
  const { text } = await read({ pages: [rows] })
  expect(text).toBe('1901 2 trams\n1902 3 trams\n1903 4 trams\n1904 5 trams')
})

test('joins words divided at the end of a line, but not those written with a hyphen', async () => {
  const lines = [
    'The council knows that well-being is a long-term aim, and that no-',
    'body will lose a garden. The Smith-Jones report on long-',
    'term costs says so, and so does that of Smith-',
    'Jones: pre- and post-war lines, inner-',
    'city lines and pre-',
    'and postwar ones were all profit-',
    'able.',
  ]
  const { text, notes } = await read({ pages: [column(lines)] })
  expect(text).toBe(
    'The council knows that well-being is a long-term aim, and that nobody will lose a garden. The Smith-Jones report on long-term costs says so, and so does that of Smith-Jones: pre- and post-war lines, innercity lines and pre- and postwar ones were all profitable.',
  )
  expect(notes).toContain(
    'Joined again: 3 words divided at the end of a line (“nobody”, “innercity”, “profitable”).',
  )
  expect(notes).toContain('Kept with a hyphen: 2 words broken at one (“long-term”, “Smith-Jones”).')
})

test('keeps the hyphens of paths and addresses, and of words that stand elsewhere in longer ones', async () => {
  const lines = [
    'The licence lies in /usr/share/common-',
    'licenses/GPL-2, and on https://example.org/my-',
    'page.html; it is a run-of-the-mill text, of-',
    'the-mill sort, and Lehrer/innen of the com-',
    'mon sort can read it as any-',
    'body can.',
  ]
  const { text } = await read({ pages: [column(lines)] })
  expect(text).toBe(
    'The licence lies in /usr/share/common-licenses/GPL-2, and on https://example.org/my-page.html; it is a run-of-the-mill text, of-the-mill sort, and Lehrer/innen of the common sort can read it as anybody can.',
  )
})

test('leaves out running heads and page numbers, and says which', async () => {
  const pages = [1, 2, 3].map((number) => [
    { text: `Council report ${number + 10}`, x: 60, y: 30 },
    ...column([`Page text ${'abc'[number - 1]} begins here.`, ...prose(['It', 'So', 'As'][number - 1]!, 6)]),
    { text: `- ${number} -`, x: 280, y: 810 },
  ])
  const { text, notes, breaks } = await read({ pages })
  expect(text).not.toMatch(/Council|- \d/)
  expect(notes).toContain(
    'Left out: 3 running heads (“Council report 11”, “Council report 12”, “Council report 13”); 3 page numbers (“- 1 -”, “- 2 -”, “- 3 -”).',
  )
  expect(breaks.map(({ at }) => text.slice(at, at + 11))).toEqual(['Page text b', 'Page text c'])
})

test('puts footnotes to the end, with their number where their sign stood', async () => {
  const pages = ['a', 'b'].map((name, at) => [
    ...column([
      `Text ${name} says that trams pay, and goes on for more than a line,`,
      `as ${name} texts do that are long enough to be`,
    ]),
    { text: 'believed', x: 50, y: 124 },
    { text: '1', x: 98.5, y: 120, size: 6 },
    { text: at === 0 ? 'by people who' : 'by everybody.', x: 105, y: 124 },
    ...column([`1 See the ${name} report on`, 'what it costs.'], { y: 700, leading: 9, size: 7 }),
  ])
  const { text, marks, notes, breaks } = await read({ pages })
  const [first, second, ...ends] = text.split('\n')
  expect(first).toMatch(/to be believed\[1\] by people who$/)
  expect(second).toMatch(/to be believed\[2\] by everybody\.$/)
  expect(ends).toEqual(['[1] See the a report on what it costs.', '[2] See the b report on what it costs.'])
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['sup', '[1]'],
    ['sup', '[2]'],
  ])
  expect(notes).toContain('2 footnotes stand at the end, marked [1] to [2].')
  expect(breaks.map(({ kind }) => kind)).toEqual(['page', 'section'])
})

test('tells headings by their size, and items of a list by their sign', async () => {
  const { said } = await read({
    info: '/Title (Microsoft Word - report.doc) /Author (Ada Example) /CreationDate (D:20210505101500Z)',
    pages: [
      [
        { text: 'The tram', x: 50, y: 60, size: 20 },
        { text: 'Costs', x: 50, y: 100, size: 14 },
        ...column(prose('text', 6), { y: 130 }),
        ...column(['• first', '• second'], { y: 220 }),
      ],
    ],
  })
  expect(said.map((block) => block.slice(0, -1))).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph'],
    ['list-item', 0, false],
    ['list-item', 0, false],
  ])
  expect(said.at(-1)!.at(-1)).toBe('second')
})

test('learns what the file says of itself and how its pages are called', async () => {
  const { title, metadata } = await read({
    info: '/Title (The tram) /Author (Ada Example) /CreationDate (D:20210505101500Z)',
    root: '/Lang (en-GB) /PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>',
    pages: ['one', 'two', 'three', 'four'].map((name) => column([`This is page ${name}.`])),
  })
  expect({ title, metadata }).toEqual({
    title: 'The tram',
    metadata: { author: 'Ada Example', date: '2021-05-05', language: 'en-GB', pages: 'i–ii, 1–2' },
  })
})

test('keeps the numbers of pages that have no text', async () => {
  const { breaks, text, notes } = await read({
    pages: [[], column(['Second.']), [], [], column(['Fifth.']), []],
  })
  expect(text).toBe('\nSecond.\n\n\nFifth.\n')
  expect(breaks.map(({ at }) => at)).toEqual([1, 9, 10, 11, 18])
  expect(notes.join(' ')).toContain('4 pages (1, 3, 4, 6) have no text layer')
})

test('reads a page that lies on its side, and leaves out what stands across it', async () => {
  const { text, notes } = await read({
    pages: [
      [
        ...prose('line', 4).map((text, at) => ({ text, x: 100 + at * 12, y: 800, angle: 90 })),
        { text: 'stamp', x: 300, y: 300 },
      ],
    ],
  })
  expect(text).toMatch(/^line 0 .* line 3 [a-z ]+$/)
  expect(notes.join(' ')).toContain('1 line at an angle to the rest (“stamp”)')
})

test('refuses in a sentence what it cannot read', async () => {
  await expect(read({ pages: [[]] })).rejects.toThrow('no text layer')
  await expect(read({ pages: [column(['x'])], locked: true })).rejects.toThrow('protected with a password')
  await expect(parsePdf(Buffer.from('%PDF-1.7 nonsense'), 'a.pdf', async () => null)).rejects.toThrow(
    'damaged',
  )
})

test('reads a damaged file or refuses it', async () => {
  const whole = makePdf({ pages: [column(prose('text', 5)), column(prose('more', 5))] })
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(damage, async (places) => {
      const bytes = whole.slice()
      for (const [at, byte] of places) bytes[at] = byte
      try {
        expect(checkStructure(await parsePdf(bytes, 'a.pdf', async () => null))).toEqual([])
      } catch (error) {
        expect(error).toMatchObject({ name: 'Failure', code: 'unreadable' })
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
})
