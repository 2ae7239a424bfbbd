const months = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ')

/** An ISO date as one reads it: `2021-05-03` is “3 May 2021”, `2021-05` “May 2021”. What is none stays as it is. */
export function dateInWords(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(date)
  if (!parts) return date
  const [, year, month, day] = parts
  const name = month && months[Number(month) - 1]
  if (!name) return month ? date : year!
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}

/**
 * A date as the project keeps it, of one written as `dateInWords` shows it or with the whole name of its month:
 * “3 May 2021”, “May 3, 2021” and “May 2021” are `2021-05-03` and `2021-05`. Other words stay, without space around them.
 */
export function dateFrom(words: string): string {
  const typed = words.trim()
  const parts =
    /^(?:(?<day>\d{1,2})\s+)?(?<month>\p{L}+)\.?,?\s+(?<year>\d{4})$/u.exec(typed) ??
    /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/u.exec(typed)
  const { day, month = '', year } = parts?.groups ?? {}
  const name = month.toLowerCase()
  const at = name.length < 3 ? -1 : wholeMonths.findIndex((one) => one === name || shortOf(one, name))
  if (!year || at < 0) return typed
  const date = [year, at + 1, ...(day ? [day] : [])].map((part) => String(part).padStart(2, '0')).join('-')
  return isDate(date) ? date : typed
}

const wholeMonths =
  'january february march april may june july august september october november december'.split(' ')

/** “jan” and “sept”: three letters of a month, or four. */
const shortOf = (month: string, name: string) => name.length <= 4 && month.startsWith(name)

/** Whether it is a year, a month or a day as the project keeps them, or none. */
export function isDate(date: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!parts) return date === '' || (!Number.isNaN(Date.parse(date)) && /^\d{4}-\d{2}-\d{2}T/.test(date))
  const [, year, month = '01', day = '01'] = parts
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.getUTCDate() === Number(day)
}
