import { expect, test } from 'vitest'
import type { Arriving } from '../sidecar/arriving.ts'
import { isLong } from './bring-in.ts'

test('little text with large originals, such as scans, is long as well', () => {
  const scan = (bytes: number) =>
    ({ text: null, original: { bytes: new Uint8Array(bytes) } }) as Arriving['documents'][number]
  expect(isLong({ documents: [scan(1_000_000)] })).toBe(false)
  expect(isLong({ documents: [scan(3_000_000), scan(3_000_000)] })).toBe(true)
})
