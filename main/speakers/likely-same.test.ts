import { expect, test } from 'vitest'
import type { SpeakerId } from '../../preload/contract/ids.ts'
import type { Speaker, SpeakerKind } from '../../preload/contract/speaker.ts'
import { likelySame } from './likely-same.ts'

type Given = string | [name: string, kind: SpeakerKind, ...variants: string[]]

function likely(given: readonly Given[], apart: [number, number][] = []) {
  const speakers = given.map((one, i): Speaker => {
    const [name, kind, ...variants] = typeof one === 'string' ? [one, 'unknown' as const] : one
    return { id: (i + 1) as SpeakerId, uid: name, name, kind, variants }
  })
  const none = { speaker: new Int32Array(), passages: new Int32Array(), documents: new Int32Array() }
  return likelySame(speakers, none, apart as [SpeakerId, SpeakerId][]).map(({ one, other, why }) => [
    [one, other].sort(),
    why,
  ])
}

test.each([
  [['Dmitry Peskov', 'Kremlin spokesman Dmitry Peskov'], 'may be short for'],
  [['Peskov', 'Dmitry Peskov'], 'may be short for'],
  [['D. Peskov', 'Dmitry Peskov'], 'differ in an initial only'],
  [['PESKOV, Dmitry', 'Dmitry Peskov'], 'are the same words'],
  [['Mr Peskov', 'Peskov'], 'are the same words'],
  [['Angela Müller', 'Angela Muller'], 'are the same words'],
  [['WHO', 'World Health Organization'], 'may stand for'],
  [['MoD', 'Ministry of Defence'], 'may stand for'],
  [['Dmitri Peskov', 'Dmitrij Peskov'], 'differ in one letter'],
  [['the council', 'City Council'], 'may be short for'],
])('%j may be one and the same', (names, why) => {
  expect(likely(names)).toEqual([[[1, 2], expect.stringContaining(why)]])
})

test.each([
  [['Ivan Petrov', 'Maria Petrova']],
  [['Ivan Petrov', 'Maria Petrov']],
  [['Kremlin', 'Kremlin spokesman Dmitry Peskov']],
  [['Ministry of Defence', 'Ministry of Health']],
  [['Witness 12', 'Witness 13']],
  [['Anna', 'Anne']],
])('%j are not told of', (names) => {
  expect(likely(names)).toEqual([])
})

test('a person and a body are two, and so are those that were told apart', () => {
  expect(
    likely([
      ['Council', 'person'],
      ['City council', 'organisation'],
    ]),
  ).toEqual([])
  expect(likely(['Peskov', 'Dmitry Peskov'], [[1, 2]])).toEqual([])
})

test('variants count as names; a name that many others end with tells nothing', () => {
  expect(likely([['The spokesman', 'person', 'D. Peskov'], 'Dmitry Peskov'])).toHaveLength(1)
  expect(likely(['Minister', ...[1, 2, 3, 4, 5].map((n) => `${'abcde'[n - 1]} prime minister`)])).toEqual([])
})

test('the surest come first, each pair once', () => {
  expect(likely(['Peskov', 'Dmitry Peskov', 'D. Peskov', 'Peskov Dmitry']).map(([pair]) => pair)).toEqual([
    [2, 4],
    [2, 3],
    [1, 2],
    [1, 3],
  ])
})
