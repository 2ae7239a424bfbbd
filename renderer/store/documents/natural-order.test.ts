import { expect, test } from 'vitest'
import { naturally } from './natural-order.ts'

test('numbers stand by their size, wherever they are', () => {
  const sorted = ['Part 2', 'Part 10', 'part 010', 'Part 100', 'Part 100a']
  expect(sorted.toReversed().sort(naturally)).toEqual([
    'Part 2',
    'part 010',
    'Part 10',
    'Part 100',
    'Part 100a',
  ])
  expect(['12345678901', '9'].sort(naturally)).toEqual(['9', '12345678901'])
})

test('case and accents make no difference', () => {
  expect(naturally('Été', 'ete')).toBe(0)
  expect(['zebra', 'Éclair', 'apple'].sort(naturally)).toEqual(['apple', 'Éclair', 'zebra'])
})
