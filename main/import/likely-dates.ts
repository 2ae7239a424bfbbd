import type { LikelyDate } from '../../preload/contract/document.ts'
import { withoutEnding } from './formats.ts'
import { isoDateOf } from './stated-facts.ts'
import { dateLineOfTitle } from './title.ts'

/** Lines of a text in which its date is looked for: a head has no more. */
const headLines = 5
/** Characters of a text that are looked at, whatever its lines. */
const headLength = 1000
const mostDates = 3

const firstYear = 1400
const lastYear = 2199

/** Languages whose names of months are known whatever the text is in. */
const usualLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'uk']

/**
 * Dates that a text may be from: those in the name of its file, then the one right above its headline, since a web page
 * copied with its head begins with the day it was copied, then those in its first lines; at most three, each once. Numbers that people read in two ways, as 3/9/2022, are passed over.
 */
export function likelyDates(fileName: string, text: string): LikelyDate[] {
  const head = text.slice(0, headLength).split('\n', headLines).join('\n')
  const found = [
    ...datesIn(withoutEnding(fileName)).map((date): LikelyDate => ({ date, from: 'name' })),
    ...[...datesIn(dateLineOfTitle(text)), ...datesIn(head)].map(
      (date): LikelyDate => ({ date, from: 'text' }),
    ),
  ]
  return found
    .filter(({ date }, index) => found.findIndex((one) => one.date === date) === index)
    .slice(0, mostDates)
}

/**
 * The date that a source gives as its own, as numbers or in words (“Thu, 06 Oct 2011 08:10:27 EST”); null for none, for
 * several, and for one that people read in two ways.
 */
export function statedDateOf(written: string): string | null {
  const found = isoDateOf(written)
  if (found !== null || written.length > headLength) return found
  const inWords = datesIn(written)
  return inWords.length === 1 ? inWords[0]! : null
}

/** As `2022-03-09`, or `2022-03` where no day is given; in the order in which they stand. */
export function datesIn(words: string): string[] {
  const ways: [RegExp, (parts: string[]) => string | null][] = [
    [/(?<!\d)(\d{4})([-_./ ]?)(\d{2})\2(\d{2})(?!\d)/g, ([year, , month, day]) => dateOf(year, month, day)],
    [/(?<!\d)(\d{4})-(\d{2})(?![-\d])/g, ([year, month]) => dateOf(year, month)],
    [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g, ([day, month, year]) => dateOf(year, month, day)],
    [
      /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:(?:of|de)\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/gu,
      ([day, month, year]) => dateOf(year, monthNamed(month!), day),
    ],
    [
      /(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu,
      ([month, day, year]) => dateOf(year, monthNamed(month!), day),
    ],
  ]
  const found = ways.flatMap(([pattern, read]) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const date = read(match.slice(1))
      return date === null ? [] : [{ date, at: match.index }]
    }),
  )
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ date }) => date))]
}

/** Null for one that no calendar has. */
function dateOf(year: string | undefined, month: string | undefined, day?: string): string | null {
  if (!month || !(Number(year) >= firstYear && Number(year) <= lastYear)) return null
  const iso = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  const read = new Date(`${day === undefined ? `${iso}-01` : iso}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null
}

let months: Map<string, string> | null = null

/** The number of a month by its name in one of the usual languages, whole or cut as people cut it. */
function monthNamed(word: string): string | undefined {
  months ??= new Map(usualLanguages.flatMap(monthNames))
  return months.get(word.toLowerCase())
}

function monthNames(language: string): [name: string, number: string][] {
  return Array.from({ length: 12 }, (_, index) => index).flatMap((index) => {
    const day = new Date(Date.UTC(2022, index, 9))
    const named = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        .formatToParts(day)
        .find(({ type }) => type === 'month')!
        .value.toLowerCase()
        .replace('.', '')
    // With a day beside it a month may stand in another case: “марта”.
    return [
      named({ month: 'long' }),
      named({ month: 'long', day: 'numeric' }),
      named({ month: 'short', day: 'numeric' }),
    ].map((name): [string, string] => [name, String(index + 1)])
  })
}
