import { expect, test } from 'vitest'
import { threadPath } from './thread-path.ts'

const texts = {
  left: { left: 100, right: 500, top: 100, bottom: 700 },
  right: { left: 500, right: 900, top: 100, bottom: 700 },
}
const origin = { x: 100, y: 100 }
const box = (left: number, right: number, top: number, bottom: number) => ({
  box: { left, right, top, bottom },
})

test('two passages in sight are tied across the edge, from side to side', () => {
  const path = threadPath(box(150, 420, 200, 220), box(540, 800, 300, 340), texts, origin)
  expect(path).toBe('M320 110C412 110 388 220 440 220')
})

test('of a passage that reaches out of sight the part in sight is tied', () => {
  const path = threadPath(box(150, 420, 60, 140), box(540, 800, 680, 900), texts, origin)
  expect(path).toBe('M320 20C412 20 388 590 440 590')
})

test('towards a passage out of sight there is a stub at the edge, up or down, from either side', () => {
  const seen = box(150, 420, 200, 220)
  expect(threadPath(seen, { beyond: 'top' }, texts, origin)).toBe('M320 110H390q10 0 10 -10v-16')
  expect(threadPath(seen, { beyond: 'bottom' }, texts, origin)).toBe('M320 110H390q10 0 10 10v16')
  expect(threadPath({ beyond: 'bottom' }, box(540, 800, 300, 340), texts, origin)).toBe(
    'M440 220H410q-10 0 -10 10v16',
  )
})

test('of two passages out of sight nothing is drawn', () => {
  expect(threadPath({ beyond: 'top' }, { beyond: 'bottom' }, texts, origin)).toBe('')
})
