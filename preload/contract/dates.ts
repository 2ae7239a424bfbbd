/** The days that a date may mean, both included, counted from 1 January 1970. */
export interface DaySpan {
  first: number
  last: number
}

const dayMs = 86_400_000

const dayOf = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return Math.round(date.getTime() / dayMs)
}

/**
 * The days of an ISO date: a year or a month that is all that is known covers all its days. Null for what is no date, so
 * that nothing is ever placed where nobody has said it is.
 */
export function daysOf(date: string): DaySpan | null {
  let days = known.get(date)
  if (days === undefined) {
    if (known.size >= mostKnown) known.clear()
    days = read(date)
    known.set(date, days)
  }
  return days
}

/** A project has few dates, which are compared again and again. */
const known = new Map<string, Readonly<DaySpan> | null>()
const mostKnown = 20_000

function read(date: string): DaySpan | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(date.trim())
  if (!parts) return null
  const year = Number(parts[1])
  if (parts[2] === undefined) return { first: dayOf(year, 0, 1), last: dayOf(year, 11, 31) }
  const month = Number(parts[2]) - 1
  if (month < 0 || month > 11) return null
  const end = dayOf(year, month + 1, 0)
  if (parts[3] === undefined) return { first: dayOf(year, month, 1), last: end }
  const day = dayOf(year, month, Number(parts[3]))
  return Number(parts[3]) > 0 && day <= end ? { first: day, last: day } : null
}

/**
 * Compares dates as text: ISO ones sort so, a year before its months. What is no date comes last, like what has none.
 */
export function byDate(one: string, other: string): number {
  if (one === other) return 0
  const [a, b] = [daysOf(one), daysOf(other)]
  if (!a || !b) return Number(!a) - Number(!b)
  return one < other ? -1 : 1
}

/** The ISO date of a day. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** How many days lie between two dates, at least and at most: not more is known of a year than of its months. */
export function daysBetween(from: DaySpan, to: DaySpan): { least: number; most: number } {
  return { least: to.first - from.last, most: to.last - from.first }
}

/** The days from one date until another, both included; '' and what is no date set no bound. */
export function daysBetweenBounds(from: string, until: string): DaySpan {
  return { first: daysOf(from)?.first ?? -Infinity, last: daysOf(until)?.last ?? Infinity }
}

/** Whether some day that a date may mean lies within others. */
export const mayLieWithin = (date: DaySpan, range: DaySpan): boolean =>
  date.last >= range.first && date.first <= range.last
