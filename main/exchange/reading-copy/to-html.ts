const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Control characters that HTML does not allow, but for tab and line end.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Words as they may stand between tags and in quoted attributes. */
export function toHtml(words: string): string {
  return words.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (character) => entities[character]!)
}
