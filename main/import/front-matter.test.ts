import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

test('takes single values, under the names of the contract', () => {
  const front = readFrontMatter(
    "---\ntitle: \"The tram: a dispute\" # working title\nauthors: Elmwood Council\ndate: 2021-05-05T10:00:00Z\nlang: en_gb\npublication: 'The ''Gazette'''\nCase number: 12\nsource: a letter\nlink: https://gazette.example/a\n---\nText\n",
  )
  expect(front).toEqual({
    title: 'The tram: a dispute',
    metadata: {
      author: 'Elmwood Council',
      date: '2021-05-05',
      language: 'en-GB',
      outlet: "The 'Gazette'",
      'Case number': '12',
      source: 'a letter',
      url: 'https://gazette.example/a',
    },
    notes: [],
    body: 'Text\n',
  })
})

test('tells what it could not read', () => {
  const front = readFrontMatter(
    '---\ndate: last May\nsizes:\n  wide: 3\nparties: [{a: b}]\nauthor: Ada\nempty:\nnone: []\n...\nText',
  )
  expect(front.metadata).toEqual({ author: 'Ada' })
  expect(front.notes).toEqual([
    'Its front matter has fields that could not be read: date, sizes, parties, none.',
  ])
})

test.each([
  ['a rule above a text', '---\n\nText with a colon: here\n\n---\n'],
  ['a dialogue', '---\nWe agree.\n---\n'],
  ['one that never ends', '---\ntitle: x\n\nText'],
  ['a rule further down', 'Text\n---\ntitle: x\n---\n'],
  ['names that are no fields', '---\n__proto__: x\n---\n'],
])('leaves %s in the text', (_, text) => {
  expect(readFrontMatter(text)).toEqual({ title: '', metadata: {}, notes: [], body: text })
})

test('names ten of many fields that could not be read, each once', () => {
  const fields = Array.from({ length: 30 }, (_, index) => `f${index % 15}: {a: b}\n`)
  const front = readFrontMatter(`---\n${fields.join('')}---\nText`)
  expect(front.notes).toEqual([
    'Its front matter has fields that could not be read: f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 and 5 more.',
  ])
})

test('reads lists as one value, people by their names, and dates in words', () => {
  const front = readFrontMatter(
    "---\ndate: 'May 05, 2021'\ntags:\n- tram\n- 'bus, too'\nparties: [a, \"b, c\"]\nauthors:\n  - name: Ada\n    url: https://a.example\n  - name: Ben\n---\nText",
  )
  expect(front).toMatchObject({
    metadata: { date: '2021-05-05', tags: 'tram, bus, too', parties: 'a, b, c', author: 'Ada, Ben' },
    notes: [],
  })
})

test('reads words in a block, values that go on below, and lists in which only some people have more than a name', () => {
  const front = readFrontMatter(
    '---\ntitle: >-\n  The tram\n  and the bus\nabstract: |\n  It pays.\nparties: [a,\n  b]\noutlet: The\n  Gazette\nauthor:\n  - name: Ada\n    affiliations:\n      - City\n  - Ben\nsizes:\n  - wide: 3\n---\nText',
  )
  expect(front).toMatchObject({
    title: 'The tram and the bus',
    metadata: { abstract: 'It pays.', parties: 'a, b', outlet: 'The Gazette', author: 'Ada, Ben' },
    notes: ['Its front matter has fields that could not be read: sizes.'],
  })
})

test('reads TOML between plus signs, up to its first table', () => {
  const front = readFrontMatter(
    '+++\ndate = 2021-05-05T10:00:00+08:00\ndraft = false\ntitle = \'Part 4: "The Tram"\'\nauthors = ["Ada",\n  "Ben"]\n\n[params]\nx = 1\n+++\n\nText\n',
  )
  expect(front).toEqual({
    title: 'Part 4: "The Tram"',
    metadata: { date: '2021-05-05', draft: 'false', author: 'Ada, Ben' },
    notes: ['Its front matter has fields that could not be read: params.'],
    body: '\nText\n',
  })
  expect(readFrontMatter('+++\nWe agree.\n+++\n').body).toBe('+++\nWe agree.\n+++\n')
})

test('reads the three lines of Pandoc', () => {
  expect(readFrontMatter('% The Tram\n% Ada; Ben\n% May 5, 2021\n\nText')).toEqual({
    title: 'The Tram',
    metadata: { author: 'Ada, Ben', date: '2021-05-05' },
    notes: [],
    body: '\nText',
  })
  expect(readFrontMatter('% of them agree\nwith it.\n').title).toBe('')
})

test.each([
  ['YAML', `---\n${'a: b\n'.repeat(60_000)}---\nx`],
  ['TOML', `+++\n${'a = 1\n'.repeat(60_000)}+++\nx`],
  ['a table that never ends', `+++\na = 1\n[${' '.repeat(4000)}\n+++\nx`],
  ['many of them', `+++\na = 1\n${'['.repeat(60_000)}\n+++\nx`],
])('takes no longer than its length for %s', (_, text) => {
  const began = performance.now()
  expect(readFrontMatter(text).body).toBe('x')
  expect(performance.now() - began).toBeLessThan(2000)
})
