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
  speaker: '',
  isSameSpeaker: false,
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

test('the same speaker is marked', () => {
  expect(reasonsInWords({ ...candidate, shared: ['a'], isSameSpeaker: true })).toMatch(/; the same speaker$/)
})

test('many words are cut short', () => {
  expect(reasonsInWords({ ...candidate, shared: [...'abcdefgh'] })).toBe('shares 8 words: a, b, c, d, e, f …')
})

test('a sentence that shares nothing is listed for its text', () => {
  expect(reasonsInWords(candidate)).toBe('about the same matter')
  const denies = { ...candidate, cues: [{ kind: 'denial' as const, words: 'not' }] }
  expect(reasonsInWords(denies)).toBe('about the same matter; denies: “not”')
})
