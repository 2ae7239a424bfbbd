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

/** Whether it is a year, a month or a day as the project keeps them, or none. */
export function isDate(date: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!parts) return date === '' || (!Number.isNaN(Date.parse(date)) && /^\d{4}-\d{2}-\d{2}T/.test(date))
  const [, year, month = '01', day = '01'] = parts
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.getUTCDate() === Number(day)
}
