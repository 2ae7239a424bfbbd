import { expect, it } from 'vitest'
import { placeAfterKey } from './current-row.ts'

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
