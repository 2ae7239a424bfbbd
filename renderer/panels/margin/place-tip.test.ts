import { expect, it } from 'vitest'
import { placeTip } from './place-tip.ts'

const pane = { left: 100, top: 50, right: 900, bottom: 700 }
const size = { width: 300, height: 120 }
const passage = (left: number, top: number) => ({ left, top, right: left + 200, bottom: top + 40 })

it('stands below its passage', () => {
  expect(placeTip(passage(200, 100), size, pane)).toEqual({ left: 200, top: 148 })
})

it('stands above where there is no room below', () => {
  expect(placeTip(passage(200, 600), size, pane)).toEqual({ left: 200, top: 472 })
})

it('stays inside the pane at its edges, also where the passage fills it', () => {
  expect(placeTip(passage(800, 100), size, pane).left).toBe(592)
  expect(placeTip(passage(20, 100), size, pane).left).toBe(108)
  expect(placeTip({ left: 200, top: 60, right: 800, bottom: 690 }, size, pane).top).toBe(572)
})

it('covers the end of a passage that has more room above it, where it fits neither way', () => {
  expect(placeTip({ left: 200, top: 160, right: 800, bottom: 690 }, size, pane).top).toBe(58)
  expect(placeTip({ left: 200, top: 60, right: 800, bottom: 590 }, size, pane).top).toBe(572)
})
