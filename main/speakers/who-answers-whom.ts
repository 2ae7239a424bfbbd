import { byDate as inTime } from '../../db/repositories/annotation-hits.ts'
import { daysOf } from '../../preload/contract/dates.ts'
import type { Voice, WhoAnswersWhom } from '../../preload/contract/speaker.ts'
import type { Answers } from './answers.ts'

/** Which answers count: those of the documents that fit. */
export interface Counting {
  fits: (document: number) => boolean
  dateOf: (document: number) => string
  /** Whether the documents are narrowed by their dates, so that undated ones are left out for that. */
  byDate: boolean
}

/** Counts the answers that fit, by pair of voices; voices that take no part are left out. */
export function whoAnswersWhom(answers: Answers, { fits, dateOf, byDate }: Counting): WhoAnswersWhom {
  const { voices, link, from, to, stance, document } = answers
  const width = voices.length
  const pairs = new Map<number, number>()
  const columns: Record<'against' | 'for' | 'other', number[]> = { against: [], for: [], other: [] }
  const first: string[] = []
  const last: string[] = []
  const counts = [columns.against, columns.for, columns.other] as const
  const keys: number[] = []
  const counted = new Set<number>()
  const undated = new Set<number>()
  for (let i = 0; i < link.length; i++) {
    if (!fits(document[i]!)) {
      if (byDate && dateOf(document[i]!) === '') undated.add(link[i]!)
      continue
    }
    counted.add(link[i]!)
    const key = from[i]! * width + to[i]!
    let row = pairs.get(key)
    if (row === undefined) {
      row = keys.push(key) - 1
      pairs.set(key, row)
      for (const column of counts) column.push(0)
      first.push('')
      last.push('')
    }
    counts[stance[i]!]![row]! += 1
    const date = dateOf(document[i]!)
    if (date === '') continue
    if (inTime(date, first[row]!) < 0) first[row] = date
    if (last[row] === '' || endsLater(date, last[row]!)) last[row] = date
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
    first,
    last,
    links: counted.size,
    undated: [...undated].filter((id) => !counted.has(id)).length,
  }
}

/** Of a year and a month in it the year ends later. */
function endsLater(one: string, other: string): boolean {
  return (daysOf(one)?.last ?? -Infinity) > (daysOf(other)?.last ?? -Infinity)
}
