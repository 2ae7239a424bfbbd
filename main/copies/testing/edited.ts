/** A way in which a copy comes to differ from what it was copied from. */
export type Edit = (words: readonly string[], random: () => number) => string[]

/** So many words in a hundred are another word, left out, or have one put in, as likely each. */
export const edited =
  (share: number): Edit =>
  (words, random) =>
    words.flatMap((word) => {
      if (random() >= share) return [word]
      const other = `x${Math.floor(random() * 1e6).toString(36)}`
      return [[other], [], [word, other]][Math.floor(random() * 3)]!
    })

/** A stretch of that share of the words. */
export const cut =
  (share: number): Edit =>
  (words, random) => {
    const length = Math.ceil(words.length * share)
    const from = Math.floor(random() * (words.length - length + 1))
    return words.slice(from, from + length)
  }

/** Other capitals, quotation marks and punctuation. */
export const restyled: Edit = (words) =>
  words.map((word, at) => (at % 3 === 0 ? `“${word.toUpperCase()}”,` : at % 5 === 0 ? `${word}…` : word))
