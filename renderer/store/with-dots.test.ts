import { expect, test } from 'vitest'
import { withDots } from './with-dots.ts'

test('puts a dot between facts that no line can begin with, and none beside an empty one', () => {
  expect(withDots(['Minutes', '', undefined, 'Mayor', '5 May 2021'])).toBe(
    'Minutes\u00a0· Mayor\u00a0· 5 May 2021',
  )
  expect(withDots(['', undefined])).toBe('')
})

test('sets a fact that runs from right to left apart from the others, with its stop', () => {
  expect(withDots(['1 May 2021', 'ידיעות.', 'Mayor'])).toBe(
    '1 May 2021\u00a0· \u2068ידיעות.\u2069\u00a0· Mayor',
  )
})
