import { dateOfDay, daysOf } from '../../../preload/contract/dates.ts'
import type { DayRange } from '../../store/argument/time-view.ts'

/** A mark of the axis: where a day, month or year begins. */
export interface Tick {
  day: number
  words: string
}

/** So many pixels a tick takes with its words. */
const tickWidth = 76

const months = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ')

/** Steps of the axis, the finest first; `days` is about how long each is. */
const steps: readonly { unit: 'day' | 'month' | 'year'; every: number; days: number }[] = [
  ...[1, 2, 5, 10].map((every) => ({ unit: 'day' as const, every, days: every })),
  ...[1, 2, 3, 6].map((every) => ({ unit: 'month' as const, every, days: every * 30.4 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ({
    unit: 'year' as const,
    every,
    days: every * 365.25,
  })),
]

/** The narrowest and the widest that the axis can be, in days. */
const leastDays = 3
const mostDays = 2_000_000

/** So many pixels a letter takes, at most, and the room before the first. */
const letterWidth = 7
const wordsInset = 5

/** Where to put marks on an axis of so many pixels, so that their words do not touch. One of them tells the year. */
export function ticksOf({ from, to }: DayRange, width: number): Tick[] {
  const wanted = ((to - from) * tickWidth) / Math.max(1, width)
  const { unit, every } = steps.find(({ days }) => days >= wanted) ?? steps.at(-1)!
  const ticks: Tick[] = []
  const add = (date: string, words: string) => {
    const day = daysOf(date)?.first
    if (day !== undefined && day >= from && day <= to) ticks.push({ day, words })
  }
  const [firstYear, lastYear] = [yearOf(from), yearOf(to)]
  if (unit === 'year') {
    for (let year = Math.ceil(firstYear / every) * every; year <= lastYear; year += every)
      add(four(year), String(year))
    return ticks.map(cutOff)
  }
  for (let year = firstYear; year <= lastYear; year++) {
    for (let month = 0; month < 12; month += unit === 'month' ? every : 1) {
      const begin = `${four(year)}-${two(month + 1)}`
      if (unit === 'month') add(begin, month === 0 ? String(year) : months[month]!)
      else addDays(begin, month, year)
    }
  }
  const pixels = width / (to - from)
  const told = ticks.findIndex(({ day }, i) => ((ticks[i + 1]?.day ?? to) - day) * pixels >= tickWidth)
  return ticks.map((tick, i) => (i === told ? inFull(tick) : tick)).map(cutOff)

  /** A tick whose words have no room before the end goes without. */
  function cutOff(tick: Tick): Tick {
    const room = ((to - tick.day) * width) / (to - from)
    return room < wordsInset + letterWidth * tick.words.length ? { ...tick, words: '' } : tick
  }

  function addDays(begin: string, month: number, year: number): void {
    const span = daysOf(begin)
    if (!span || span.last < from || span.first > to) return
    const length = span.last - span.first + 1
    // The last ones of a month would stand too near the first of the next.
    for (let day = 1; day <= length - every / 2 + 0.5; day = day === 1 && every > 1 ? every : day + every) {
      const words = day === 1 ? `${months[month]}${month === 0 ? ` ${year}` : ''}` : String(day)
      add(`${begin}-${two(day)}`, words)
    }
  }
}

/** With its month and its year. */
function inFull({ day, words }: Tick): Tick {
  const [year, month] = dateOfDay(day).split('-').map(Number) as [number, number]
  if (words.endsWith(String(year))) return { day, words }
  const isDay = /^\d+$/.test(words)
  return { day, words: isDay ? `${words} ${months[month - 1]} ${year}` : `${words} ${year}` }
}

const yearOf = (day: number) => Number.parseInt(dateOfDay(Math.floor(day)), 10)
const two = (number: number) => String(number).padStart(2, '0')
const four = (year: number) => String(year).padStart(4, '0')

/** With some room at both ends. */
export function withRoom({ first, last }: { first: number; last: number }): DayRange {
  const room = Math.max(1, (last + 1 - first) * 0.03)
  return { from: first - room, to: last + 1 + room }
}

/** Zoomed by a factor (above 1: nearer) about a day, which stays where it is. */
export function zoomed({ from, to }: DayRange, by: number, about: number): DayRange {
  const length = Math.min(mostDays, Math.max(leastDays, (to - from) / by))
  const share = (about - from) / (to - from)
  return { from: about - share * length, to: about + (1 - share) * length }
}

/** Moved by a share of what is shown. Something of `extent` stays in sight. */
export function panned({ from, to }: DayRange, by: number, extent: DayRange): DayRange {
  const length = to - from
  const begin = Math.min(extent.to - length * 0.1, Math.max(extent.from - length * 0.9, from + by * length))
  return { from: begin, to: begin + length }
}

/** Moved as little as it takes to show days. */
export function showing(range: DayRange, days: { first: number; last: number }): DayRange {
  const length = range.to - range.from
  const room = length * 0.05
  if (days.first >= range.from && days.first <= range.to) return range
  const from = days.first < range.from ? days.first - room : days.first + 1 + room - length
  return { from, to: from + length }
}
