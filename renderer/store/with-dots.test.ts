import { expect, test } from 'vitest'
import { withDots } from './with-dots.ts'

test('puts a dot between facts that no line can begin with, and none beside an empty one', () => {
  expect(withDots(['Minutes', '', undefined, 'Mayor', '5 May 2021'])).toBe(
    'Minutes\u00a0· Mayor\u00a0· 5 May 2021',
  )
  expect(withDots(['', undefined])).toBe('')
})
