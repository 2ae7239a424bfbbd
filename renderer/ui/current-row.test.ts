import { expect, it } from 'vitest'
import { placeAfterKey, survivorNextTo } from './current-row.ts'

const held = { ctrlKey: false, metaKey: false, altKey: false }
const after = (key: string, more = {}) => placeAfterKey({ key, ...held, ...more }, 7, 100, 20)

it('keys lead through a list, a page keeps one row of the last', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'x']
  expect(keys.map((key) => after(key))).toEqual([8, 6, 0, 99, 26, -12, undefined])
})

it('combinations belong to commands', () => {
  for (const key of ['ctrlKey', 'metaKey', 'altKey'])
    expect(after('ArrowDown', { [key]: true })).toBeUndefined()
})

it('a list goes on at what stood next to the rows that went', () => {
  const items = [1, 2, 3, 4, 5].map((id) => ({ id }))
  const next = (id: number, ...gone: number[]) => survivorNextTo(items, id, new Set(gone))?.id
  expect(next(3, 3)).toBe(4)
  expect(next(3, 3, 4)).toBe(5)
  expect(next(4, 3, 4, 5)).toBe(2)
  expect(next(2, 4, 5)).toBe(2)
  expect(next(1, 1, 2, 3, 4, 5)).toBeUndefined()
})
