import { expect, test } from 'vitest'
import type { Argument } from '../argument/argument.ts'
import { mostLinkedFirst } from './neighbourhood.ts'

test('puts no claim first for links between its own mentions', async () => {
  const column = (...numbers: number[]) => Int32Array.from(numbers)
  // Passages 1 and 2 state claim 1, 3 states claim 2, 4 claim 3. The links: 1 to 2, 1 to 2, 3 to 4.
  const argument = {
    type: column(0, 1, 1, 1),
    sourceLink: column(0, 0, 0, 0),
    targetLink: column(0, 0, 0, 0),
    sourceAnnotation: column(0, 1, 1, 3),
    targetAnnotation: column(0, 2, 2, 4),
    sourceClaim: column(0, 0, 0, 0),
    targetClaim: column(0, 0, 0, 0),
    document: column(0, 1, 1, 1, 1),
    claim: column(0, 1, 1, 2, 3),
  } as unknown as Argument
  expect(await mostLinkedFirst(argument, [1, 2, 3])).toEqual([2, 3, 1])
})
