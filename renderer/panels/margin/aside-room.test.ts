import { expect, it } from 'vitest'
import { roomFor } from './aside-room.ts'

it('leaves the text its measure before it makes room for cards', () => {
  expect(roomFor(500, 18)).toBe(0)
  expect(roomFor(627, 18)).toBe(0)
  expect(roomFor(820, 18)).toBe(213)
  expect(roomFor(1600, 18)).toBe(288)
})

it('has narrow cards beside a text on a small screen, with both panels open or two texts side by side', () => {
  expect(roomFor(690, 18)).toBe(179)
  expect(roomFor(640, 18)).toBe(168)
})

it('asks for a wider pane where the letters are larger', () => {
  expect(roomFor(900, 18)).toBe(234)
  expect(roomFor(900, 30)).toBe(0)
})
