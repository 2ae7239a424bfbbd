import { expect, test } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import { tagsAtHand } from './tags-at-hand.ts'

const tags = Array.from({ length: 2_000 }, (_, i) => ({
  id: (i + 1) as TagId,
  key: i === 1_500 ? 'q' : '',
  uses: i % 100 === 7 ? i : 0,
}))

test('of a large codebook the bar has the tags with a key, the last one given and those used most', () => {
  const ids = (last: number | null, most: number) =>
    tagsAtHand(tags, last as TagId | null, most).map(({ id }) => id)

  expect(ids(null, 4)).toEqual([1_501, 1_708, 1_808, 1_908])
  expect(ids(40, 4)).toEqual([1_501, 40, 1_808, 1_908])
  const used = tags.filter(({ uses }) => uses > 0).map(({ id }) => id)
  expect(ids(null, 24)).toEqual([1_501, 1, 2, 3, ...used])
  expect(tagsAtHand(tags, null)).toHaveLength(24)
})

test('a small codebook is at hand as it is', () => {
  const few = tags.slice(0, 24)
  expect(tagsAtHand(few, null)).toBe(few)
})
