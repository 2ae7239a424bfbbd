import { expect, test } from 'vitest'
import type { AnswerColumns, ConfrontationColumns } from '../../../preload/contract/confrontation.ts'
import { ConfrontationRows, cellAfterKey } from './confrontation-rows.ts'

const answers = (...all: [answer: number, by: number, further: number][]): AnswerColumns => ({
  answer: Int32Array.from(all, ([answer]) => answer),
  by: Int32Array.from(all, ([, by]) => by),
  further: Int32Array.from(all, ([, , further]) => further),
})

/** Claim 1 with two answers, claim -2 with none, claim 3 with one. */
const columns: ConfrontationColumns = {
  claim: Int32Array.of(1, -2, 3),
  start: Int32Array.of(0, 2, 2, 3),
  ...answers([10, -4, 2], [11, 3, 0], [12, 0, 0]),
  answered: Uint8Array.of(1, 0, 1),
  claims: 3,
  cards: 0,
  unanswered: 1,
  others: 0,
}
const folded = new ConfrontationRows(columns, new Map())
const unfolded = new ConfrontationRows(
  columns,
  new Map([
    ['1 10', answers([20, 1, 5], [21, -6, 1])],
    ['1 10 21', answers([30, -7, 0])],
    // Whoever gives this stands above.
    ['1 10 20', answers([31, -8, 0])],
  ]),
)
const paths = (rows: ConfrontationRows) =>
  Array.from({ length: rows.count }, (_, row) => rows.rowAt(row).path.join(' '))

test('each claim has a row for each answer, or one for the gap', () => {
  expect(paths(folded)).toEqual(['1 10', '1 11', '-2 0', '3 12'])
  expect([...folded.tops]).toEqual([0, 2, 3, 4])
})

test('answers to an answer stand below it, and what stands above already does not unfold again', () => {
  expect(paths(unfolded)).toEqual(['1 10', '1 10 20', '1 10 21', '1 10 21 30', '1 11', '-2 0', '3 12'])
  expect(unfolded.rowAt(1)).toMatchObject({ isAgain: true, isUnfolded: false, further: 5, isLast: false })
  expect(unfolded.rowAt(3)).toMatchObject({ isLast: true, goesOn: [true, false] })
})

test('a cell that has gone gives way to the nearest that leads to it', () => {
  expect(folded.settled([1, 10, 21, 30])).toEqual([1, 10])
  expect(folded.settled([1, 99])).toEqual([1, 10])
  expect(folded.settled([99])).toEqual([1])
  expect(folded.settled([])).toEqual([1])
  expect(folded.settled([3])).toEqual([3])
})

test('arrows go from claim to claim and from answer to answer, and between the two', () => {
  const walk = (keys: string[], from: readonly number[]) => {
    const seen: string[] = []
    let path = from
    for (const key of keys) {
      path = cellAfterKey(key, path, unfolded, 3) ?? path
      seen.push(path.join(' '))
    }
    return seen
  }
  expect(walk(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'], [1])).toEqual(['-2', '3', '3', '-2'])
  expect(walk(['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight'], [1])).toEqual([
    '1 10',
    '1 10 20',
    '1 10 21',
    '1 10 21 30',
  ])
  expect(walk(['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'], [1, 10, 21, 30])).toEqual([
    '1 10 21',
    '1 10',
    '1',
    '1',
  ])
  expect(walk(['End', 'Home', 'PageDown', 'PageUp'], [1, 11])).toEqual(['3 12', '1 10', '1 10 21', '1 10'])
  expect(walk(['End', 'Home'], [-2])).toEqual(['3', '1'])
})
