import { describe, expect, it } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { isUnder, siblingMoves } from './tag-tree.ts'

const tag = (id: number, parentId: number | null) => ({ id, parentId }) as unknown as Tag
const tags = [tag(1, null), tag(2, 1), tag(3, 2), tag(4, null), tag(5, null)]
const id = (number: number) => number as TagId

describe('the tree of tags', () => {
  it('knows who stands below whom', () => {
    expect(isUnder(tags[2]!, id(1), tags)).toBe(true)
    expect(isUnder(tags[3]!, id(1), tags)).toBe(false)
  })

  it('moves among siblings, not past them', () => {
    expect(siblingMoves(tags[0]!, tags)).toEqual({ up: undefined, down: id(5) })
    expect(siblingMoves(tags[3]!, tags)).toEqual({ up: id(1), down: null })
    expect(siblingMoves(tags[4]!, tags)).toEqual({ up: id(4), down: undefined })
    expect(siblingMoves(tags[1]!, tags)).toEqual({ up: undefined, down: undefined })
  })
})
