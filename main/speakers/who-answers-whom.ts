import type { DaySpan } from '../../preload/contract/dates.ts'
import { noDay, type Voice, type WhoAnswersWhom } from '../../preload/contract/speaker.ts'
import type { Answers } from './answers.ts'

/** Which answers count: those of the documents that fit. */
export interface Counting {
  fits: (document: number) => boolean
  daysOf: (document: number) => DaySpan | null
  /** Whether the documents are narrowed by their dates, so that undated ones are left out for that. */
  byDate: boolean
}

/** Counts the answers that fit, by pair of voices; voices that take no part are left out. */
export function whoAnswersWhom(answers: Answers, { fits, daysOf, byDate }: Counting): WhoAnswersWhom {
  const { voices, link, from, to, stance, document } = answers
  const width = voices.length
  const pairs = new Map<number, number>()
  const columns = { against: [], for: [], other: [], first: [], last: [] } as Record<
    'against' | 'for' | 'other' | 'first' | 'last',
    number[]
  >
  const counts = [columns.against, columns.for, columns.other] as const
  const keys: number[] = []
  const counted = new Set<number>()
  const undated = new Set<number>()
  for (let i = 0; i < link.length; i++) {
    if (!fits(document[i]!)) {
      if (byDate && !daysOf(document[i]!)) undated.add(link[i]!)
      continue
    }
    counted.add(link[i]!)
    const key = from[i]! * width + to[i]!
    let row = pairs.get(key)
    if (row === undefined) {
      row = keys.push(key) - 1
      pairs.set(key, row)
      for (const column of counts) column.push(0)
      columns.first.push(noDay)
      columns.last.push(noDay)
    }
    counts[stance[i]!]![row]! += 1
    const days = daysOf(document[i]!)
    if (!days) continue
    if (columns.first[row] === noDay || days.first < columns.first[row]!) columns.first[row] = days.first
    if (columns.last[row] === noDay || days.last > columns.last[row]!) columns.last[row] = days.last
  }

  const taking: Voice[] = []
  const places = new Map<number, number>()
  const placeOf = (voice: number) => {
    const place = places.get(voice)
    if (place !== undefined) return place
    places.set(voice, taking.length)
    return taking.push(voices[voice]!) - 1
  }
  return {
    from: Int32Array.from(keys, (key) => placeOf(Math.floor(key / width))),
    to: Int32Array.from(keys, (key) => placeOf(key % width)),
    voices: taking,
    against: Int32Array.from(columns.against),
    for: Int32Array.from(columns.for),
    other: Int32Array.from(columns.other),
    first: Int32Array.from(columns.first),
    last: Int32Array.from(columns.last),
    links: counted.size,
    undated: [...undated].filter((id) => !counted.has(id)).length,
  }
}
