import { expect, test } from 'vitest'
import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import { countsOf, goOn, handParts } from './split-by-hand.ts'

const given = new Map([1, 2, 1, 0].map((number, index) => [(index + 1) as AnnotationId, number]))

test('annotations that were given a number go to its tag; what stays is in no part', () => {
  expect(countsOf(given, 2)).toEqual([1, 2, 1])
  expect(handParts(given, [{ name: 'A' }, { tagId: 7 as TagId }])).toEqual([
    { ids: [1, 3], to: { name: 'A' } },
    { ids: [2], to: { tagId: 7 } },
  ])
  expect(handParts(given, [{ name: ' ' }, { name: 'B' }, { name: 'C' }])).toEqual([
    { ids: [2], to: { name: 'B' } },
  ])
})

test('the walk stops at the last one', () => {
  expect([goOn(0, 3), goOn(2, 3)]).toEqual([1, 2])
})
