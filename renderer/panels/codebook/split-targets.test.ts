import { expect, test } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { partsOf, type Target, targetsFor } from './split-targets.ts'

const tag = { name: 'Claim' } as Tag
const group = (value: string, title = value) => ({ value, title, count: 1 })

test('each group is proposed a tag named after it; what says nothing stays', () => {
  const targets = targetsFor([group('low'), group('', 'Not said')], new Map(), tag)
  expect([...targets]).toEqual([
    ['low', { name: 'Claim: low' }],
    ['', null],
  ])
})

test('what was chosen is kept, and groups that get the same tag are one part', () => {
  const there = { tagId: 3 as TagId }
  const chosen = new Map<string, Target>([
    ['a', { name: 'X' }],
    ['b', { name: ' X ' }],
    ['c', there],
    ['d', null],
    ['e', { name: ' ' }],
  ])
  const targets = targetsFor(
    'abcde'.split('').map((value) => group(value)),
    chosen,
    tag,
  )
  expect(partsOf(targets)).toEqual([
    { values: ['a', 'b'], to: { name: 'X' } },
    { values: ['c'], to: there },
  ])
})
