import { expect, test } from 'vitest'
import { toldApart } from './told-apart.ts'

test('passages are called by their place, and two of one place by their first words as well', () => {
  const names = toldApart([
    { where: 'Wire, 5 May', quote: 'The harbour will be closed on Monday.' },
    { where: 'Courier, 6 May', quote: 'It will be closed.' },
    { where: 'Wire, 5 May', quote: 'Closed, said Novak' },
  ])
  expect(names).toEqual([
    '“The harbour will be…” · Wire, 5 May',
    'Courier, 6 May',
    '“Closed, said Novak” · Wire, 5 May',
  ])
})
