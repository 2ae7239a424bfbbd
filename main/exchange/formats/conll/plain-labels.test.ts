import { expect, it } from 'vitest'
import { sourceFiles } from '../testing/source-files.ts'
import { conllReader } from './reader.ts'
import { readRows } from './testing/read-rows.ts'

const source = (content: string) => sourceFiles('d.txt', { '': content })
const recognises = (content: string) => conllReader.recognises(source(content))

it('takes labels without a letter before them, each run of words with the same one for a passage', async () => {
  const content = [
    ...['The\tO', 'Hong\tlocation-GPE', 'Kong\tlocation-GPE', 'tram\tproduct-other', 'is\tO', 'dear\tO', ''],
    ...['#\tO', 'Ada\tperson-actor', '', 'Rome\tlocation-GPE', 'has\tO', 'none\tO', 'at\tO', 'all\tO', ''],
  ].join('\n')
  expect(await readRows(source(content))).toEqual({
    texts: [['d', 'The Hong Kong tram is dear\n# Ada\nRome has none at all']],
    found: [
      ['location-GPE', 'Hong Kong'],
      ['product-other', 'tram'],
      ['person-actor', 'Ada'],
      ['location-GPE', 'Rome'],
    ],
    leftOut: [],
    doubts: [
      'Its labels have no “B-” or “I-” before them: words with the same label that follow one another were taken for one passage.',
    ],
  })
})

it('does not take what may be any table for rows of words', async () => {
  const rows = 'The\tO\ntram\tproduct\nis\tO\ndear\tO\n'
  expect(await recognises(`${rows}\n${rows}`)).toBe(true)
  for (const content of [
    // No sentences.
    rows.repeat(2),
    // Mostly something else, or nothing else.
    `${rows}\n${'tram\tproduct\n'.repeat(9)}`,
    'The\tO\n\ntram\tNN\tx\n',
    // What is no label.
    `${rows}\nto\t12.5\n`,
    `${rows}\nto\tthe left\n`,
    `${rows}\nto\tB-\n`,
    // Of too many kinds.
    `${rows}\n${Array.from({ length: 60 }, (_, at) => `w\tkind${at}\nw\tO\n`).join('')}`,
  ]) {
    expect(await recognises(content), content).toBe(false)
  }
})
