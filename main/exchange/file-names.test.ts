import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePoint } from '../../db/testing/code-point.ts'
import { fileNamesFor, safeFileName } from './file-names.ts'

const words = fc.array(
  fc.oneof(
    fc.string({ unit: codePoint, maxLength: 12 }),
    fc.constantFrom('a', 'A', 'a-2', 'a/b', 'a_b', 'CON', '..', 'é', 'e\u0301'),
  ),
  { maxLength: 12 },
)

it('gives names that no system takes for one another, and the same again for those names', () => {
  fc.assert(
    fc.property(words, (all) => {
      const names = fileNamesFor(all, 'text')
      expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(all.length)
      expect(fileNamesFor(names, 'text')).toEqual(names)
      for (const name of names) expect(name).toMatch(/^[^/\\:*?"<>|. ][^/\\:*?"<>|]*$/)
    }),
  )
})

it('leaves a name as it is where it can, and takes the meaning out of the rest', () => {
  expect(fileNamesFor(['Statement 1', 'a/b', 'a_b', 'A_B', '', '..'], 'text')).toEqual([
    ...['Statement 1', 'a_b-2', 'a_b', 'A_B-3', 'text', 'text-2'],
  ])
  expect(safeFileName('nul.txt')).toBe('_nul.txt')
  expect(safeFileName(`${'x'.repeat(100)}.`)).toHaveLength(80)
})
