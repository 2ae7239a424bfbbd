import { expect, it } from 'vitest'
import { narrow } from './narrow.ts'

const names = ['Émile Durand', 'Durand, Ada', 'Emil']

it('keeps what holds every word, in its order, whatever case and accents are', () => {
  const found = (words: string) => narrow(names, words, (name) => name)
  expect(found('durand')).toEqual(['Émile Durand', 'Durand, Ada'])
  expect(found('emil')).toEqual(['Émile Durand', 'Emil'])
  expect(found('DUR ém')).toEqual(['Émile Durand'])
  expect(found('  ')).toBe(names)
  expect(found('ferry')).toEqual([])
})
