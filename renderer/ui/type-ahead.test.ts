import { expect, test } from 'vitest'
import { nextBeginningWith } from './type-ahead.ts'

const texts = ['Statement', 'Survey', 'Öffnung', 'Interview', 'Statistics']

test('it goes through all that begin with a letter, round the end', () => {
  expect(nextBeginningWith('s', texts, 0)).toBe(1)
  expect(nextBeginningWith('s', texts, 1)).toBe(4)
  expect(nextBeginningWith('s', texts, 4)).toBe(0)
})

test('it stays where it is while more letters fit', () => {
  expect(nextBeginningWith('st', texts, 0)).toBe(0)
  expect(nextBeginningWith('stati', texts, 0)).toBe(4)
})

test('it tells that nothing begins so', () => {
  expect(nextBeginningWith('x', texts, 2)).toBe(-1)
  expect(nextBeginningWith('a', [], 0)).toBe(-1)
})

test('it minds no case', () => {
  expect(nextBeginningWith('ö', texts, 0)).toBe(2)
})
