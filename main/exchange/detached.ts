/** V8 cuts shorter words out as strings of their own. */
const shortestCut = 13

/** The same letters in memory of their own: what was cut from a text or a line keeps the whole of it. */
export const detached = (words: string): string => (words.length < shortestCut ? words : copied(words))

const copied = (words: string): string =>
  words.isWellFormed() ? Buffer.from(words).toString() : Buffer.from(words, 'utf16le').toString('utf16le')
