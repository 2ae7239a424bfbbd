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
    '---\ndate: last May\ntags:\n  - tram\nparties: [a, b]\nauthor: Ada\nempty:\n...\nText',
  )
  expect(front.metadata).toEqual({ author: 'Ada' })
  expect(front.notes).toEqual(['Its front matter has fields that could not be read: date, tags, parties.'])
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
