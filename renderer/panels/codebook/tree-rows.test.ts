import { expect, test } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { tagTree } from './tag-tree.ts'
import { rowAbove, rowNearest, treeRows } from './tree-rows.ts'

const tag = (id: number, parentId: number | null) => ({ id, parentId, uses: 0 }) as Tag
// 1 ( 2 ( 3 ) 4 ) 5
const tags = [tag(1, null), tag(2, 1), tag(3, 2), tag(4, 1), tag(5, null)]
const closed = (...ids: number[]) => new Set(ids as TagId[])
const rows = (...ids: number[]) => treeRows(tagTree(tags), closed(...ids))

test('the rows of a tree say how deep they are, which of how many, and whether they are open', () => {
  expect(
    rows().map(({ id, level, place, siblings, isOpen }) => [id, level, place, siblings, isOpen]),
  ).toEqual([
    [1, 1, 1, 2, true],
    [2, 2, 1, 2, true],
    [3, 3, 1, 1, undefined],
    [4, 2, 2, 2, undefined],
    [5, 1, 2, 2, undefined],
  ])
})

test('what stands under a closed tag has no row, whether it is open itself or not', () => {
  expect(rows(2).map(({ id }) => id)).toEqual([1, 2, 4, 5])
  expect(rows(1).map(({ id }) => id)).toEqual([1, 5])
  expect(rows(1, 2)[0]).toMatchObject({ id: 1, isOpen: false })
})

test('a tag without a row is found at the nearest one above it', () => {
  expect(rowNearest(rows(1), 3 as TagId, tags)).toBe(0)
  expect(rowNearest(rows(2), 3 as TagId, tags)).toBe(1)
  expect(rowNearest(rows(), 3 as TagId, tags)).toBe(2)
  expect(rowNearest(rows(), 99 as TagId, tags)).toBe(-1)
  expect(rowNearest(rows(), null, tags)).toBe(-1)
})

test('a row stands under the last one before it that is less deep', () => {
  expect([0, 1, 2, 3, 4].map((index) => rowAbove(rows(), index))).toEqual([-1, 0, 1, 0, -1])
})
