import { expect, test } from 'vitest'
import type { CodebookEntry } from '../../../preload/contract/codebook.ts'
import { choicesOf, keyOf, summaryOf, takeOf } from './import-choices.ts'

const entry = (id: string, status: CodebookEntry['status']): CodebookEntry => ({
  kind: 'tag',
  id,
  name: id,
  path: [],
  status,
  differences: [],
})
const entries = [entry('a', 'new'), entry('b', 'differing'), entry('c', 'same'), entry('d', 'new')]

test('what is new comes in and what differs stays, unless it is chosen otherwise', () => {
  expect(choicesOf(entries, new Map()).map(({ id, take }) => [id, take])).toEqual([
    ['a', 'theirs'],
    ['d', 'theirs'],
  ])
  const takes = new Map([
    [keyOf(entries[0]!), 'mine' as const],
    [keyOf(entries[1]!), 'both' as const],
  ])
  expect(choicesOf(entries, takes).map(({ id, take }) => [id, take])).toEqual([
    ['b', 'both'],
    ['d', 'theirs'],
  ])
  expect(takeOf(entries[1]!, takes)).toBe('both')
})

test('the summary counts what there is of each', () => {
  expect(summaryOf(entries)).toBe('2 new, 1 differing, 1 the same')
  expect(summaryOf([])).toBe('')
})
