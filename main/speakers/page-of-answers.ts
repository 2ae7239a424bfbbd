import type { DocumentDates } from '../document-dates.ts'
import type { Answers } from './answers.ts'

/** Which answers are asked for: of and to voices by their places, null for anybody. */
export interface AskedAnswers {
  from: number | null
  to: number | null
  fits: (document: number) => boolean
  start: number
  count: number
}

/**
 * A page of answers by date, undated last, then as they come, which is by link: the rows of `answers`, and how many there
 * are in all. Counted by date first, so that of 300,000 none is sorted.
 */
export function pageOfAnswers(
  { from, to, document }: Answers,
  { rank }: DocumentDates,
  asked: AskedAnswers,
): { total: number; rows: number[] } {
  const isWanted = (row: number) =>
    (asked.from === null || from[row] === asked.from) &&
    (asked.to === null || to[row] === asked.to) &&
    asked.fits(document[row]!)
  const dayOf = (row: number) => rank[document[row]!] || rank.length
  const counts = new Int32Array(rank.length + 1)
  let total = 0
  for (let row = 0; row < from.length; row++) {
    if (!isWanted(row)) continue
    counts[dayOf(row)]! += 1
    total += 1
  }
  // Where the next answer of each day stands among all; -1 of the days that have none on this page.
  const next = new Int32Array(counts.length)
  let before = 0
  for (const [day, count] of counts.entries()) {
    next[day] = before + count > asked.start && before < asked.start + asked.count ? before : -1
    before += count
  }
  const rows: number[] = []
  for (let row = 0; row < from.length; row++) {
    const day = dayOf(row)
    if (next[day]! < 0 || !isWanted(row)) continue
    const place = next[day]! - asked.start
    next[day]! += 1
    if (place >= 0 && place < asked.count) rows[place] = row
  }
  return { total, rows }
}
