const longestTitle = 60
/** For words of which nothing is left; the same in texts and titles, so that a title made of what was read is the same. */
const nothing = '…'

/** Words as Argdown text, which is never empty: on one line, with a backslash before whatever could mean something. */
export function asText(words: string): string {
  return asRead(words).replace(/[\\[\]<>*_#{}@/|=+\-:().~`^$&"'!]/g, '\\$&')
}

/**
 * Words as a title, which knows no backslash. Argdown's own parser looks titles up in a plain object, where a statement
 * called `toString` is lost: such names get a full stop. A title that begins with `-` cannot be referred to.
 */
export function asTitle(words: string): string {
  const plain = oneLine(words)
    .replace(/[[\]<>{}#@*_\\/|:]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[-\s]+/, '')
    .trim()
  const characters = [...plain]
  const short =
    characters.length > longestTitle ? `${characters.slice(0, longestTitle).join('').trim()}…` : plain
  return (short in {} ? `${short}.` : short) || nothing
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they would end a line or be no text.
const breaking = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g

/** What is read of words that are written as text. */
export const asRead = (words: string): string => oneLine(words) || nothing

function oneLine(words: string): string {
  return words.replace(breaking, ' ').trim()
}

const marks =
  /\\(.)|\[([^\]\n]{1,500})\]\([^)\n]{1,2000}\)|@[[<]([^\]>\n]{1,500})[\]>]|#(?:\(([^)\n]{1,200})\)|([\p{L}\p{N}_-]+))|(?<![\p{L}\p{N}])(?:\*{1,2}|_{1,2})(?=\S)|(?<=\S)(?:\*{1,2}|_{1,2})(?![\p{L}\p{N}])/gu

/** Argdown text as words: without its marks, on one line; and what it is tagged with. */
export function readWords(text: string): { words: string; tags: string[] } {
  const tags: string[] = []
  const words = text.replace(marks, (_, escaped, link, mention, longTag, tag) => {
    if (longTag ?? tag) tags.push(longTag ?? tag)
    return escaped ?? link ?? mention ?? ''
  })
  return { words: oneLine(words), tags }
}
