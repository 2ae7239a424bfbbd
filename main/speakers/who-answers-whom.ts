import type { Voice, WhoAnswersWhom } from '../../preload/contract/speaker.ts'
import type { DocumentDates } from '../document-dates.ts'
import type { Slices } from '../slices.ts'
import type { Answers } from './answers.ts'

/** Which answers count: those of the documents that fit. */
export interface Counting {
  fits: (document: number) => boolean
  dates: DocumentDates
  /** Whether the documents are narrowed by their dates, so that undated ones are left out for that. */
  byDate: boolean
}

/** Up to so many pairs of voices have a place of their own each; a map of them takes several times as long. */
const mostPlaces = 4_000_000

/** Answers between two looks at the clock. */
const answersAtOnce = 20_000

/** Counts the answers that fit, by pair of voices; voices that take no part are left out. */
export async function whoAnswersWhom(
  answers: Answers,
  { fits, dates, byDate }: Counting,
  slices: Slices,
): Promise<WhoAnswersWhom> {
  const { voices, link, from, to, stance, document } = answers
  const width = voices.length
  const rowOf = placesOf(width * width)
  const mostPairs = Math.min(link.length, width * width)
  const column = () => new Int32Array(mostPairs)
  const counts = [column(), column(), column()] as const
  const [first, last] = [column(), column()]
  // Of many voices a key is larger than 32 bits.
  const keys = new Float64Array(mostPairs)
  let rows = 0
  let links = 0
  let undated = 0
  let restAt = answersAtOnce
  // The answers of one link stand together.
  for (let i = 0; i < link.length; ) {
    let [counted, isUndated] = [false, false]
    const id = link[i]
    for (; link[i] === id && i < link.length; i++) {
      const at = document[i]!
      if (!fits(at)) {
        isUndated ||= !dates.isDated(at)
        continue
      }
      counted = true
      const key = from[i]! * width + to[i]!
      let row = rowOf.get(key)
      if (row === 0) {
        keys[rows] = key
        row = ++rows
        rowOf.set(key, row)
      }
      counts[stance[i]!]![row - 1]! += 1
      if (!dates.isDated(at)) continue
      first[row - 1] = dates.earlier(first[row - 1]!, at)
      last[row - 1] = dates.later(last[row - 1]!, at)
    }
    if (counted) links += 1
    else if (byDate && isUndated) undated += 1
    if (i < restAt) continue
    restAt = i + answersAtOnce
    await slices.rest()
  }

  const taking: Voice[] = []
  const places = new Int32Array(width)
  const placeOf = (voice: number) => {
    if (places[voice] === 0) places[voice] = taking.push(voices[voice]!)
    return places[voice]! - 1
  }
  // `Int32Array.from` takes ten times as long.
  const [froms, tos] = [new Int32Array(rows), new Int32Array(rows)]
  for (let row = 0; row < rows; row++) froms[row] = placeOf(Math.floor(keys[row]! / width))
  for (let row = 0; row < rows; row++) tos[row] = placeOf(keys[row]! % width)
  const [against, supports, other] = counts
  return {
    from: froms,
    to: tos,
    voices: taking,
    against: against.slice(0, rows),
    for: supports.slice(0, rows),
    other: other.slice(0, rows),
    first: first.slice(0, rows),
    last: last.slice(0, rows),
    links,
    undated,
  }
}

/** A number for each key, 0 at first. */
function placesOf(count: number): {
  get: (key: number) => number
  set: (key: number, place: number) => void
} {
  if (count > mostPlaces) {
    const places = new Map<number, number>()
    return { get: (key) => places.get(key) ?? 0, set: (key, place) => void places.set(key, place) }
  }
  const places = new Int32Array(count)
  return {
    get: (key) => places[key]!,
    set: (key, place) => {
      places[key] = place
    },
  }
}
