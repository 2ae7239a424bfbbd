import { expect, test } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { workbench } from '../workbench.ts'
import { readingChoice } from './reading-choice.ts'

const tagged = (chosen: number[] | null, there: number[]) => {
  const { print } = workbench.getState()
  const tags = there.map((id) => ({ id })) as Tag[]
  return readingChoice({ print: { ...print, tagIds: chosen as TagId[] | null }, tags }).tagIds
}

test('tags that have gone are passed over', () => {
  expect(tagged([2, 3], [1, 2])).toEqual([2])
  expect(tagged([3], [1, 2])).toEqual([])
  expect(tagged(null, [1, 2])).toBeNull()
})

test('where there is nothing to choose from any more, all is shown', () => {
  expect(tagged([3], [1])).toBeNull()
  expect(tagged([3], [])).toBeNull()
})
