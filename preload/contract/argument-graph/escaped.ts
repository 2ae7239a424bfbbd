// What XML 1.0 forbids; it allows the controls from U+007F on.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Words in XML. What no XML file may hold becomes U+FFFD. */
export function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}
