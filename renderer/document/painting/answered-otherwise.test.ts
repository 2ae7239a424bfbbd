import { expect, test } from 'vitest'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { answeredOtherwise } from './answered-otherwise.ts'

const links = (answered: Record<number, boolean>) =>
  new Map(
    Object.entries(answered).map(([id, is]) => [Number(id) as AnnotationId, { links: 1, answered: is }]),
  )

test('what lost its answer, got one, or went with it', () => {
  const before = links({ 1: true, 2: false, 3: true, 4: true, 5: false })
  const after = links({ 1: true, 2: true, 3: false, 6: true, 7: false })
  expect([...answeredOtherwise(before, after)].sort()).toEqual([2, 3, 4, 6])
  expect([...answeredOtherwise(after, after)]).toEqual([])
})
