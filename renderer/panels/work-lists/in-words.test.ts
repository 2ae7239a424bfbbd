import { expect, test } from 'vitest'
import { whyInWords } from './in-words.ts'

test('a row says in one line why it is listed', () => {
  expect(whyInWords({ why: 'unanswered', mentions: 3 })).toBe(
    'No link of a rebutting type on any of its 3 mentions',
  )
  expect(whyInWords({ why: 'unanswered', mentions: 1 })).toBe(
    'No link of a rebutting type on its only mention',
  )
  expect(whyInWords({ why: 'one-voice', name: 'Peskov', links: 2 })).toBe('Only Peskov, twice')
  expect(whyInWords({ why: 'one-voice', name: 'Peskov', links: 3 })).toBe('Only Peskov, 3 times')
  expect(whyInWords({ why: 'made-after', first: '2021-05-03', undated: 1 })).toBe(
    'First stated 3 May 2021; 1 mention without a date',
  )
  expect(whyInWords({ why: 'nothing-linked', annotations: 12 })).toBe('12 annotations, none linked')
})
