import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveBy, nextEditable } from './grid-keys.ts'

const size = { rows: 100, columns: 5, page: 20 }
const press = (key: string, row: number, column: number, command = false) =>
  moveBy({ row, column }, { key, command }, size)

test('arrows go from cell to cell, up to the head of the columns', () => {
  expect(press('ArrowDown', -1, 2)).toEqual({ row: 0, column: 2 })
  expect(press('ArrowUp', 0, 2)).toEqual({ row: -1, column: 2 })
  expect(press('ArrowLeft', 4, 0)).toEqual({ row: 4, column: 0 })
})

test('Home and End go along the row, with Ctrl to the corners; pages by what is seen', () => {
  expect(press('End', 4, 0)).toEqual({ row: 4, column: 4 })
  expect(press('End', 4, 0, true)).toEqual({ row: 99, column: 4 })
  expect(press('Home', 4, 3, true)).toEqual({ row: 0, column: 0 })
  expect(press('PageDown', -1, 1)).toEqual({ row: 19, column: 1 })
  expect(press('PageDown', 95, 1)).toEqual({ row: 99, column: 1 })
  expect(press('PageUp', 5, 1)).toEqual({ row: 0, column: 1 })
  expect(press('x', 5, 1)).toBeNull()
})

test('no key leads out of the grid', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.boolean(),
      fc.integer({ min: -1, max: 9 }),
      fc.nat(4),
      (key, command, row, column) => {
        const to = moveBy({ row, column }, { key, command }, { rows: 10, columns: 5, page: 4 })!
        expect(to.row).toBeGreaterThanOrEqual(-1)
        expect(to.row).toBeLessThan(10)
        expect(to.column).toBeGreaterThanOrEqual(0)
        expect(to.column).toBeLessThan(5)
      },
    ),
  )
})

test('Tab goes on to the next cell that can be edited, also in the next row', () => {
  const canEdit = (column: number) => column < 2
  expect(nextEditable({ row: 0, column: 0 }, 1, size, canEdit)).toEqual({ row: 0, column: 1 })
  expect(nextEditable({ row: 0, column: 1 }, 1, size, canEdit)).toEqual({ row: 1, column: 0 })
  expect(nextEditable({ row: 1, column: 0 }, -1, size, canEdit)).toEqual({ row: 0, column: 1 })
  expect(nextEditable({ row: 99, column: 1 }, 1, size, canEdit)).toBeNull()
  expect(nextEditable({ row: 0, column: 0 }, -1, size, canEdit)).toBeNull()
})
