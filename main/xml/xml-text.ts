/** What XML 1.0 (2.2) has no place for, even as a reference. The text must be well formed: no lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const beyondXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
export const everyBeyondXml = new RegExp(beyondXml, 'g')

/** Whether words hold a character that XML cannot write. */
export const isBeyondXml = (words: string): boolean => beyondXml.test(words)

/** How many characters of words XML cannot write. */
export const countBeyondXml = (words: string): number =>
  isBeyondXml(words) ? words.match(everyBeyondXml)!.length : 0

/** Words with U+FFFD for each character that XML cannot write: as long as before, in every unit. */
export const asXmlHasIt = (words: string): string =>
  isBeyondXml(words) ? words.replace(everyBeyondXml, '\ufffd') : words

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Words to stand between two tags. A carriage return stays one, which a bare one would not. */
export const xmlText = (words: string): string =>
  asXmlHasIt(words).replace(/[&<>\r]/g, (found) => references[found]!)

/** Words to stand between the double quotes of an attribute. Line ends and tabs stay, which bare ones would not. */
export const xmlAttribute = (words: string): string =>
  asXmlHasIt(words).replace(/[&<>"\t\n\r]/g, (found) => references[found]!)

/** ` name="value"` for each value that is not undefined. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = ''
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written += ` ${name}="${xmlAttribute(String(value))}"`
  }
  return written
}
