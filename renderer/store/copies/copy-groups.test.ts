import { expect, test } from 'vitest'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { alsoIn, copiedPassages, copiesOf, countWithin, orderedGroups, passageAt } from './copy-groups.ts'

// Document, start, end, group: one passage in three documents, a longer one in two, and one that is in one alone.
const rows = [
  [1, 0, 100, 7],
  [1, 120, 500, 9],
  [2, 40, 140, 7],
  [4, 0, 380, 9],
  [4, 400, 500, 7],
  [5, 0, 60, 11],
] as const
const column = (at: number) => Int32Array.from(rows, (row) => row[at]!)
const copies = copiesOf({
  document: column(0),
  start: column(1),
  end: column(2),
  words: Int32Array.from(rows, ([, start, end]) => end - start),
  group: column(3),
  looked: 6,
})
const also = (documentId: number, start: number, end = start) => {
  const { groups, documents } = alsoIn(copies, documentId as DocumentId, { start, end })
  return [groups.map(({ id }) => id), documents]
}

test('groups have their documents and come in the order asked for', () => {
  expect(orderedGroups(copies, 'documents').map(({ id, documents }) => [id, documents])).toEqual([
    [7, 3],
    [9, 2],
  ])
  expect(orderedGroups(copies, 'length').map(({ id }) => id)).toEqual([9, 7])
  expect(passageAt(copies, 4)).toEqual({ documentId: 4, span: { start: 400, end: 500 } })
})

test('what new documents have in common with others is counted as in the list, however many of them have it', () => {
  expect(countWithin(copies, new Set([1, 2, 4]))).toBe(orderedGroups(copies, 'documents').length)
  expect(countWithin(copies, new Set([2]))).toBe(1)
  expect(countWithin(copies, new Set([5]))).toBe(0)
})

test('the copied passages of a document are apart, each with the other documents of all that it covers', () => {
  const within = copiesOf({
    document: Int32Array.of(1, 1, 1, 2, 3),
    start: Int32Array.of(0, 40, 200, 0, 0),
    end: Int32Array.of(100, 160, 300, 100, 120),
    words: Int32Array.of(20, 20, 20, 20, 20),
    group: Int32Array.of(7, 9, 11, 7, 9),
    looked: 3,
  })
  expect(copiedPassages(within, 1 as DocumentId)).toEqual([{ start: 0, end: 160, documents: 2 }])
  expect(copiedPassages(within, 4 as DocumentId)).toEqual([])
})

test('the copied passages of a document cost the same for each of many', () => {
  const count = 1000
  let reads = 0
  const counted = (column: Int32Array<ArrayBuffer>) =>
    new Proxy(column, {
      get(target, key) {
        reads += 1
        return Reflect.get(target, key)
      },
    })
  const passages = Int32Array.from({ length: 2 * count }, (_, row) => row % count)
  const many = copiesOf({
    document: Int32Array.from(passages, (_, row) => (row < count ? 1 : 2)),
    start: counted(passages.map((at) => at * 100)),
    end: passages.map((at) => at * 100 + 50),
    words: passages.map(() => 20),
    group: passages,
    looked: 2,
  })
  expect(copiedPassages(many, 1 as DocumentId)).toHaveLength(count)
  expect(reads).toBeLessThan(10 * count)
})

test('a caret, or a stretch, stands also in the other documents of the passages it touches', () => {
  expect(also(1, 0)).toEqual([[7], 2])
  expect(also(1, 110)).toEqual([[], 0])
  expect(also(1, 90, 130)).toEqual([[7, 9], 2])
  expect(also(4, 0, 390)).toEqual([[9], 1])
  expect(also(3, 10)).toEqual([[], 0])
  expect(also(5, 10)).toEqual([[], 0])
})
