/**
 * The calendar date a file states, as ISO 8601 with as much as it says (2021, 2021-05, 2021-05-05), or null when it is
 * written so that it could be read in two ways. Of a date with a time, the date as written, whatever its zone.
 */
export function isoDateOf(written: string): string | null {
  const found = /^(\d{4})(?:([-/])(\d{2})(?:\2(\d{2}))?)?(?:[T ]\d{2}:?\d{2}.*)?$/.exec(written.trim())
  if (!found) return null
  const [, year, , month, day] = found
  const parts = [year, month, day].filter((part) => part !== undefined)
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  const exists = date.getUTCMonth() + 1 === Number(month ?? 1) && date.getUTCDate() === Number(day ?? 1)
  return exists ? parts.join('-') : null
}

/** The language tag in its usual spelling (BCP 47), or null when it is none. */
export function languageOf(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/** The address in full if it is one of the web or of mail; relative ones are resolved against `base`. */
export function linkTargetOf(href: string, base?: string): string | null {
  try {
    const url = new URL(href.trim(), base)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
