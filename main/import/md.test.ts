import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { parseMd } from './md.ts'

/** Each block as its kind, what tells it from others of the kind, and its words. */
function blocksOf(text: string) {
  const parsed = parseMd(text, 'notes.md')
  expect(checkStructure(parsed)).toEqual([])
  return parsed.blocks.map(({ kind, start, end, ...rest }) => [
    kind,
    ...Object.values(rest),
    parsed.text.slice(start, end),
  ])
}

const marksOf = (text: string) => {
  const parsed = parseMd(text, 'notes.md')
  return parsed.marks.map(({ start, end, ...mark }) => [
    ...Object.values(mark),
    parsed.text.slice(start, end),
  ])
}

test('reads the kinds of blocks', () => {
  const text = `# Tram

The council says
it **pays**.

> They doubt it.
>
> 1. in a quotation

- first
  - second

\`\`\`
a
  b
\`\`\`

| who | says |
|-----|------|
| Ada |      |
`
  expect(blocksOf(text)).toEqual([
    ['heading', 1, 'Tram'],
    ['paragraph', 'The council says it pays.'],
    ['quotation', 'They doubt it.'],
    ['list-item', 0, true, 'in a quotation'],
    ['list-item', 0, false, 'first'],
    ['list-item', 1, false, 'second'],
    ['preformatted', 'a\n  b'],
    ['table-cell', 0, 0, 'who'],
    ['table-cell', 0, 1, 'says'],
    ['table-cell', 1, 0, 'Ada'],
    ['table-cell', 1, 1, ''],
  ])
})

test('leaves out the head of a table that has no words', () => {
  expect(blocksOf('|   |   |\n|---|---|\n| Ada |   |\n| Ben | no |\n\n| a |\n|---|\n|   |\n')).toEqual([
    ['table-cell', 0, 0, 'Ada'],
    ['table-cell', 0, 1, ''],
    ['table-cell', 1, 0, 'Ben'],
    ['table-cell', 1, 1, 'no'],
    ['table-cell', 0, 0, 'a'],
    ['table-cell', 1, 0, ''],
  ])
})

test('keeps the paragraphs of a list item in one block, until another block comes between', () => {
  expect(blocksOf('- one\n\n  two\n\n  > said\n\n  three\n')).toEqual([
    ['list-item', 0, false, 'one\ntwo'],
    ['quotation', 'said'],
    ['paragraph', 'three'],
  ])
})

test('marks typography and links to the web over the text', () => {
  expect(marksOf('*so **very** much*, [here](https://council.example/a), <ada@council.example>')).toEqual([
    ['em', 'so very much'],
    ['strong', 'very'],
    ['link', 'https://council.example/a', 'here'],
    ['link', 'mailto:ada@council.example', 'ada@council.example'],
  ])
})

test('draws a hard break as a line end, and decodes entities', () => {
  expect(blocksOf('one  \ntwo\\\nthree &amp; &copy; \\*four\\*')).toEqual([
    ['paragraph', 'one\ntwo\nthree & © *four*'],
  ])
})

test('lets a rule begin a section', () => {
  expect(parseMd('one\n\n---\n\ntwo', 'a.md').breaks).toEqual([{ kind: 'section', at: 4 }])
})

test('leaves HTML and footnotes as the text they are', () => {
  expect(blocksOf('a <b>b</b>[^1]\n\n<div>c</div>\n\n[^1]: word\n[^2]: more')).toEqual([
    ['paragraph', 'a <b>b</b>[^1]'],
    ['paragraph', '<div>c</div>'],
    ['paragraph', '[^1]: word'],
    ['paragraph', '[^2]: more'],
  ])
})

test('counts what it leaves out or cannot keep', () => {
  const { text, notes } = parseMd(
    '![a tram](tram.png) ![](b.png)\n\nSee [this](notes/a.md), [that](javascript:x) and ~~not~~ [it](#top).\n\n3. three\n',
    'a.md',
  )
  expect(text).toBe('See this, that and not it.\nthree')
  expect(notes).toEqual([
    'Left out: 2 pictures, 3 targets of links that are no web addresses.',
    '1 struck-out passage cannot be told from the rest.',
    '1 numbered list begins with another number than 1, which is not kept: 3.',
  ])
})

test('calls it by its front matter, its first heading or its file', () => {
  expect(parseMd('---\ntitle: Front\n---\n# Head', 'a b.md').title).toBe('Front')
  expect(parseMd('Text\n\n## *Second* head', 'a b.md').title).toBe('Second head')
  expect(parseMd('Text', 'a b.md').title).toBe('a b')
})

test('keeps every rule of the model for whatever is written', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      '](https://a.example)',
      '![',
      '|',
    ],
    ...[
      '|-|-|\n',
      '---\n',
      '<b>',
      '&amp;',
      '&#xD800;',
      '~~',
      '\\',
      '[^1]: ',
      'word ',
      '🚋',
      'e\u0301',
      '\u2028',
      '\ufffd',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(
        checkStructure({ ...parseMd(pieces.join(''), 'a.md') }).filter((p) => !p.includes('no block')),
      ).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('loses no word of quotations and lists that lie deep in one another', () => {
  const quoted = Array.from({ length: 150 }, (_, depth) => `${'> '.repeat(depth)}q${depth}`).join('\n\n')
  const listed = Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- l${depth}`).join('\n')
  const { text } = parseMd(`${quoted}\n\n${listed}\n\n${'>'.repeat(20_000)} end\n`, 'notes.md')
  for (let depth = 0; depth < 150; depth += 1) {
    expect(text).toMatch(new RegExp(`\\bq${depth}\\b`))
    expect(text).toMatch(new RegExp(`\\bl${depth}\\b`))
  }
  expect(text).toMatch(/ end$/)
})
