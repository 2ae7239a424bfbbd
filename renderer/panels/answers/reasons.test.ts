import { expect, test } from 'vitest'
import type { CandidateAnswer } from '../../../preload/contract/answer.ts'
import { reasonsInWords } from './reasons.ts'

const candidate = {
  shared: [],
  names: [],
  numbers: [],
  cues: [],
  isBeside: false,
  repeats: false,
} as unknown as CandidateAnswer

test('reasons read as one line', () => {
  const given: CandidateAnswer = {
    ...candidate,
    shared: ['tram', 'pays'],
    names: ['Novak'],
    numbers: ['12'],
    cues: [
      { kind: 'denial', words: 'did not' },
      { kind: 'contrast', words: 'but' },
    ],
    isBeside: true,
  }
  expect(reasonsInWords(given)).toBe(
    'shares 2 words: tram, pays; name Novak; number 12; denies: “did not”; sets against: “but”; stands beside a sentence that shares more',
  )
})

test('many words are cut short, and nothing is said of what is not there', () => {
  expect(reasonsInWords({ ...candidate, shared: [...'abcdefgh'] })).toBe('shares 8 words: a, b, c, d, e, f …')
  expect(reasonsInWords(candidate)).toBe('')
})
