import { expect, test } from 'vitest'
import { inBatches } from './batches.ts'

const options = { signal: new AbortController().signal, progress: () => {} }

test('short pieces are joined, long ones are not held until there are many', () => {
  const short = [...inBatches(Array<string>(2500).fill('a line\n'), 2500, options)]
  expect(short.map((piece) => piece.length / 7)).toEqual([1000, 1000, 500])

  const long = 'a'.repeat(70_000)
  const sizes = [...inBatches([long, long, long, 'b'], 4, options)].map((piece) => piece.length)
  expect(sizes).toEqual([140_000, 70_001])
})
