import { expect, test } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { dropPlace, narrowTree, stepOf, type TagNode, tagsUnder, tagTree, topmost } from './tag-tree.ts'

const tag = (id: number, parent: number | null, uses = 0): Tag =>
  ({ id, parentId: parent, name: `Tåg ${id}`, key: '', definition: `means ${id}`, uses }) as Tag

// 1 ( 2 ( 3 ) 4 ) 5
const tags = [tag(1, null, 1), tag(2, 1, 10), tag(3, 2, 100), tag(4, 1), tag(5, null)]
const [one, two, three, four, five] = tags as [Tag, Tag, Tag, Tag, Tag]
const ids = (nodes: readonly TagNode[]): unknown[] =>
  nodes.map((node) => (node.children.length > 0 ? [node.id, ids(node.children)] : node.id))

test('the tree has each tag under its parent, with what is used below it', () => {
  const tree = tagTree(tags)
  expect(ids(tree)).toEqual([[1, [[2, [3]], 4]], 5])
  expect(tree[0]).toMatchObject({ usesBelow: 111, children: [{ usesBelow: 110 }, { usesBelow: 0 }] })
})

test('typing keeps what holds the words, whatever the accents, and what stands above it', () => {
  expect(ids(narrowTree(tagTree(tags), 'TAG 3'))).toEqual([[1, [[2, [3]]]]])
  expect(ids(narrowTree(tagTree(tags), 'means 4'))).toEqual([[1, [4]]])
  expect(ids(narrowTree(tagTree(tags), ' '))).toEqual(ids(tagTree(tags)))
  expect(narrowTree(tagTree(tags), 'nowhere')).toEqual([])
})

test('a step moves a tag among its siblings, in or out', () => {
  expect(stepOf([four], 'up', tags)).toEqual({ parentId: 1, beforeId: 2 })
  expect(stepOf([two], 'down', tags)).toEqual({ parentId: 1, beforeId: null })
  expect(stepOf([one], 'down', tags)).toEqual({ parentId: null, beforeId: null })
  expect(stepOf([four], 'in', tags)).toEqual({ parentId: 2, beforeId: null })
  expect(stepOf([three], 'out', tags)).toEqual({ parentId: 1, beforeId: 4 })
  expect(stepOf([four], 'out', tags)).toEqual({ parentId: null, beforeId: 5 })
  expect(stepOf([one], 'up', tags)).toBeUndefined()
  expect(stepOf([five], 'down', tags)).toBeUndefined()
  expect(stepOf([two], 'in', tags)).toBeUndefined()
  expect(stepOf([one], 'out', tags)).toBeUndefined()
})

test('tags that stand under the same one take a step together', () => {
  const six = tag(6, null)
  const more = [...tags, six]
  expect(stepOf([five, six], 'up', more)).toEqual({ parentId: null, beforeId: 1 })
  expect(stepOf([one, five], 'down', more)).toEqual({ parentId: null, beforeId: null })
  expect(stepOf([five, six], 'in', more)).toEqual({ parentId: 1, beforeId: null })
  expect(stepOf([two, four], 'out', more)).toEqual({ parentId: null, beforeId: 5 })
  expect(stepOf([five, six], 'down', more)).toBeUndefined()
})

test('a drop puts tags before, after or under another one, never under themselves', () => {
  const id = (...some: Tag[]) => some.map((each) => each.id as TagId)
  expect(dropPlace(id(five), two, 'before', tags)).toEqual({ parentId: 1, beforeId: 2 })
  expect(dropPlace(id(five), two, 'after', tags)).toEqual({ parentId: 1, beforeId: 4 })
  expect(dropPlace(id(four), two, 'after', tags)).toEqual({ parentId: 1, beforeId: null })
  expect(dropPlace(id(five), three, 'on', tags)).toEqual({ parentId: 3, beforeId: null })
  expect(dropPlace(id(one), three, 'on', tags)).toBeUndefined()
  expect(dropPlace(id(two, five), three, 'before', tags)).toBeUndefined()
  expect(dropPlace(id(two), two, 'after', tags)).toBeUndefined()
  expect([...tagsUnder([one.id], tags)]).toEqual([2, 3, 4])
  expect([...tagsUnder([two.id, five.id], tags)]).toEqual([3])
})

test('of tags chosen together those count that stand under none of the others', () => {
  expect(topmost(new Set([three.id, two.id, five.id]), tags).map(({ id }) => id)).toEqual([2, 5])
})
