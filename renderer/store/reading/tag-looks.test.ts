import { beforeEach, expect, it } from 'vitest'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { workbench } from '../workbench.ts'
import { lookOf, lookOfOthers, setAllTags, setOtherTags, setTagLook } from './tag-looks.ts'

const tag = (id: number, parentId: number | null = null) => ({ id, parentId, name: `Tag ${id}` }) as Tag
// 2 and 3 stand below 1, 4 below 3.
const tags = [tag(1), tag(2, 1), tag(3, 1), tag(4, 3), tag(5)]
const all = () => tags.map(({ id }) => lookOf(id))
const others = (id: number) => lookOfOthers(id as TagId, tags, workbench.getState().tagLooks)

beforeEach(() => workbench.setState({ tags, tagLooks: new Map() }))

it('shows every tag in full until told otherwise', () => {
  expect(all()).toEqual(['full', 'full', 'full', 'full', 'full'])
  setTagLook(tags[1]!.id, 'dimmed')
  setTagLook(tags[4]!.id, 'hidden')
  expect(all()).toEqual(['full', 'dimmed', 'full', 'full', 'hidden'])
  setTagLook(tags[1]!.id, 'full')
  expect([...workbench.getState().tagLooks]).toEqual([[5, 'hidden']])
})

it('is another object only when something is other than before', () => {
  const before = workbench.getState().tagLooks
  setTagLook(tags[0]!.id, 'full')
  expect(workbench.getState().tagLooks).toBe(before)
})

it('keeps those below a tag with it when the others get another look', () => {
  setTagLook(tags[3]!.id, 'hidden')
  setOtherTags(tags[2]!.id, 'dimmed')
  expect(all()).toEqual(['dimmed', 'dimmed', 'full', 'full', 'dimmed'])
  expect(others(3)).toBe('dimmed')
  expect(others(1)).toBeNull()
  setOtherTags(tags[2]!.id, 'full')
  expect(workbench.getState().tagLooks.size).toBe(0)
})

it('gives all tags one look', () => {
  setAllTags('hidden')
  expect(new Set(all())).toEqual(new Set(['hidden']))
  setAllTags('full')
  expect(workbench.getState().tagLooks.size).toBe(0)
})
