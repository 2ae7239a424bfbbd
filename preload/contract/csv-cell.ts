/** What a spreadsheet takes for the beginning of a formula, in ASCII and in the full width of East Asian fonts. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Words as a cell: where a spreadsheet would take them for a formula and run it, an apostrophe stands before them.
 * Words that begin with an apostrophe before such a sign get one more, so that taking one away always gives the
 * words back. (OWASP, “CSV Injection”.) Numbers stay numbers.
 */
export function cell(value: string | number | boolean | null | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  return dangerous.test(value) ? `'${value}` : value
}
