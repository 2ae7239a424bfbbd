import { unknownMoment } from '../../foreign/gathering.ts'

/** The first of the times that is one, as ISO 8601 in UTC; else unknown. */
export function timeOf(...written: string[]): string {
  for (const one of written) {
    const time = one === '' ? Number.NaN : Date.parse(one)
    if (!Number.isNaN(time)) return new Date(time).toISOString()
  }
  return unknownMoment
}
