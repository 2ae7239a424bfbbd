const noTime = '1970-01-01T00:00:00.000Z'

/** The first of the times that is one, as ISO 8601 in UTC; else the beginning of time. */
export function timeOf(...written: string[]): string {
  for (const one of written) {
    const time = one === '' ? Number.NaN : Date.parse(one)
    if (!Number.isNaN(time)) return new Date(time).toISOString()
  }
  return noTime
}
