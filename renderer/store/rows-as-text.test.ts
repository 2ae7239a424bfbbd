import { expect, test } from 'vitest'
import { asCsv, asTabs } from './rows-as-text.ts'

test('rows are pasted as a table, and written as CSV that no spreadsheet runs', () => {
  const rows = [
    ['Who', 'Says'],
    ['Ada, "the first"', '=1+1'],
    ['two\nlines', -3],
  ]
  expect(asTabs(rows)).toBe('Who\tSays\nAda, "the first"\t\'=1+1\ntwo lines\t-3')
  expect(asCsv(rows)).toBe('Who,Says\r\n"Ada, ""the first""",\'=1+1\r\n"two\nlines",-3\r\n')
})
