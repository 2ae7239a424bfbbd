import { expect, test } from 'vitest'
import type { CarryOffer } from '../../../preload/contract/copy.ts'
import { usualCopies } from './copies-view.ts'
import { carriedInWords, whatItHas } from './what-comes-along.ts'

const annotation = {
  attributes: 2,
  confidence: 0,
  note: '',
  memos: 1,
  speakerId: null,
  claimId: null,
  links: 3,
} as CarryOffer['annotation']

test('what an annotation has is named, also a confidence of nought', () => {
  expect(whatItHas(annotation).map(({ words }) => words)).toEqual([
    '2 attributes',
    'confidence',
    '1 memo',
    '3 links',
  ])
})

test('what came along is said as it was chosen', () => {
  const takes = { ...usualCopies.takes, links: true }
  expect(carriedInWords(annotation, takes, 2)).toBe('with its 2 attributes, confidence, 1 memo and 2 links')
  expect(carriedInWords(annotation, { ...takes, attributes: false, memos: false }, 0)).toBe(
    'with its confidence',
  )
  expect(carriedInWords({ ...annotation, attributes: 0, confidence: null, memos: 0 }, takes, 0)).toBe('')
})
