/** What means something in a column. An arrow is escaped as one. */
const reserved: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n' }

/** The value of a feature, as a column has it. A carriage return has no place in it. */
export const escapeValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;\t\n*]/g, (found) => reserved[found] ?? `\\${found}`)

export const unescapeValue = (written: string): string =>
  written.replace(/\\(->|[\\[\]|_;tn*])/g, (_, found: string) => meanings[found] ?? found)

const meanings: Readonly<Record<string, string>> = { t: '\t', n: '\n' }

const readable: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\b': '\\b',
  '\\': '\\\\',
}
const read = new Map(Object.entries(readable).map(([character, written]) => [written[1]!, character]))

/** A line of the text. Control characters without a letter of their own stand after a backslash as they are. */
export const escapeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped; 0b is not.
  text.replace(/[\u0000-\u000a\u000c-\u001f\\]/g, (found) => readable[found] ?? `\\${found}`)

export const unescapeText = (written: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  written.replace(/\\([tnfrb\\\u0000-\u0007\u000e-\u001f])/g, (_, found: string) => read.get(found) ?? found)

/** Files up to 3.1 escape their text as Java does. */
export const unescapeJava = (written: string): string =>
  written.replace(/\\(?:u+([0-9A-Fa-f]{4})|([^u]))/g, (_, code?: string, found?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (read.get(found!) ?? found!),
  )

/** The parts between separators that no backslash takes away. */
export function splitAt(written: string, separator: '|' | ';'): string[] {
  if (!written.includes(separator)) return [written]
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < written.length; at++) {
    if (written[at] === '\\') at++
    else if (written[at] === separator) {
      parts.push(written.slice(start, at))
      start = at + 1
    }
  }
  parts.push(written.slice(start))
  return parts
}
