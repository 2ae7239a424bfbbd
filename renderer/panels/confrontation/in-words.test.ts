import { expect, test } from 'vitest'
import { copyInWords, countInWords } from './in-words.ts'

const counts = { claim: Int32Array.of(7, -3, -4, -9), claims: 3, cards: 1, unanswered: 2, others: 1 }
const all = { show: 'all', only: null } as const

test('claims that have a card are told apart from passages without one', () => {
  expect(countInWords(counts, all)).toBe(
    '1 claim and 2 claim passages without a card, 2 not answered, 1 other answered passage',
  )
  expect(copyInWords(counts, all)).toBe(
    '1 claim, 2 claim passages without a card and 1 other answered passage, as the view shows them.',
  )
})

test('what is shown of them is counted in the same words', () => {
  const answered = { ...counts, claim: Int32Array.of(-3) }
  const show = { show: 'answered', only: null } as const
  expect(countInWords(answered, show)).toBe('1 claim passage without a card, of 3 in all')
  expect(copyInWords(answered, show)).toBe(
    '1 claim passage without a card, answered, as the view shows them.',
  )
  const none = { ...counts, claim: Int32Array.of() }
  expect(countInWords(none, show)).toBe('0 claims, of 3 in all')
  expect(countInWords(counts, { ...show, only: 7 })).toBe('of 3 in all')
})

test('a kind of which there is none is not named', () => {
  const cards = { claim: Int32Array.of(7, 8), claims: 2, cards: 2, unanswered: 0, others: 0 }
  expect(countInWords(cards, all)).toBe('2 claims, all answered')
  expect(countInWords({ ...cards, claims: 0, cards: 0 }, all)).toBe('')
})
