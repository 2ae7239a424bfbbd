import { expect, test } from 'vitest'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import type { Voice, WhoAnswersWhom } from '../../../preload/contract/speaker.ts'
import {
  matrixOf,
  matrixRows,
  mostInMatrix,
  nameOf,
  pairInWords,
  pairsOf,
  sortedPairs,
  tableRows,
} from './answering.ts'

const voice = (name: string, kind: Voice['kind'] = 'speaker'): Voice => ({
  key: kind === 'undetermined' ? '' : name,
  name,
  kind,
  speakerId: kind === 'speaker' ? (1 as SpeakerId) : null,
})
const dates = ['', '2021', '2021-03-04', '2021-05']
const dateOf = (document: number) => dates[document]!
type Given = [from: number, to: number, against: number, supports: number, first: string, last: string]

function counted(voices: Voice[], given: Given[]): WhoAnswersWhom {
  const column = (at: 0 | 1 | 2 | 3) => Int32Array.from(given, (one) => one[at])
  return {
    voices,
    from: column(0),
    to: column(1),
    against: column(2),
    for: column(3),
    other: new Int32Array(given.length),
    first: Int32Array.from(given, (one) => dates.indexOf(one[4])),
    last: Int32Array.from(given, (one) => dates.indexOf(one[5])),
    links: 0,
    undated: 0,
  }
}

const [ada, gazette, nobody] = [
  voice('Ada'),
  voice('Gazette', 'outlet'),
  voice('Undetermined', 'undetermined'),
]
const pairs = pairsOf(
  counted(
    [nobody, ada, gazette],
    [
      [0, 1, 5, 0, '2021', '2021-05'],
      [1, 2, 1, 2, '2021-03-04', '2021'],
      [2, 1, 0, 0, '', ''],
    ],
  ),
  dateOf,
)

test('pairs are sorted by any number, or by the first or the last date as far as it is known', () => {
  const ids = (sort: Parameters<typeof sortedPairs>[1]) => sortedPairs(pairs, sort).map(({ id }) => id)
  expect(ids('against')).toEqual([0, 1, 2])
  expect(ids('for')).toEqual([1, 0, 2])
  expect(ids('first')).toEqual([0, 1, 2])
  expect(ids('last')).toEqual([1, 0, 2])
})

test('a date is copied as it is known, never as a day that nobody said', () => {
  expect(tableRows(pairs)[1]).toEqual(['Undetermined', 'Ada', 5, 0, 0, '2021', '2021-05'])
})

test('what is no speaker is told of, as in a confrontation; whom a turn names is one', () => {
  expect(nameOf(gazette)).toBe('Gazette (outlet)')
  expect(nameOf(voice('Cy', 'author'))).toBe('Cy (author)')
  expect(nameOf(voice('Ben', 'turn'))).toBe('Ben')
  expect([ada, nobody].map(nameOf)).toEqual(['Ada', 'Undetermined'])
})

test('the matrix has who answers as rows and who is answered as columns, undetermined last', () => {
  const matrix = matrixOf(pairs)
  expect(matrix.answering.map(({ name }) => name)).toEqual(['Ada', 'Gazette', 'Undetermined'])
  expect(matrix.answered.map(({ name }) => name)).toEqual(['Ada', 'Gazette'])
  expect(pairInWords(matrix.at(0, 1))).toBe('1 against, 2 for')
  expect(pairInWords(matrix.at(0, 0))).toBe('no link')
  expect(matrix.most).toBe(5)
  expect(matrixRows(matrix, 'against')).toEqual([
    ['', 'Ada', 'Gazette (outlet)'],
    ['Ada', 0, 1],
    ['Gazette (outlet)', 0, 0],
    ['Undetermined', 5, 0],
  ])
})

test('no more than can be looked over stand in it, and the rest is told of', () => {
  const many = Array.from({ length: mostInMatrix + 30 }, (_, i) => voice(`V${i}`))
  const all = many.map((_, i): Given => [i, (i + 1) % many.length, i, 0, '', ''])
  const matrix = matrixOf(pairsOf(counted(many, all), dateOf))
  expect(matrix.left).toBe(30)
  expect(matrix.answering.length).toBeLessThanOrEqual(mostInMatrix)
})
