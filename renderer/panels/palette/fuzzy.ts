/** How well some letters fit a text: the greater the better. `at` are the code units they were found at. */
export interface Fit {
  score: number
  at: number[]
}

/**
 * Finds the letters in their order, not necessarily together; null when they are not there. Beginnings of words and
 * letters that follow one another count most, and a short text more than a long one. Spaces in the letters are
 * passed over. Each word’s beginning is tried before a letter in the middle of a word.
 */
export function matchLetters(letters: string, text: string): Fit | null {
  const wanted = letters.toLowerCase().replace(/\s+/g, '')
  const lower = text.toLowerCase()
  if (wanted === '') return { score: 0, at: [] }
  const at = found(wanted, lower)
  if (!at) return null
  let score = -text.length / 100
  at.forEach((place, index) => {
    if (startsWord(lower, place)) score += 3
    if (index > 0 && place === at[index - 1]! + 1) score += 2
  })
  if (at[0] === 0) score += 2
  return { score, at }
}

/** Depth first, so that a good place early on does not lose the rest; what has failed once is not tried again. */
function found(wanted: string, text: string): number[] | null {
  const failed = new Set<number>()
  const search = (index: number, from: number): number[] | null => {
    if (index === wanted.length) return []
    const state = index * (text.length + 1) + from
    if (failed.has(state)) return null
    for (const place of candidates(wanted[index]!, text, from, index > 0)) {
      const rest = search(index + 1, place + 1)
      if (rest) return [place, ...rest]
    }
    failed.add(state)
    return null
  }
  return search(0, 0)
}

/** Places of a letter: right after the last one, then at beginnings of words, then anywhere. */
function candidates(letter: string, text: string, from: number, follows: boolean): number[] {
  const places: number[] = []
  for (let place = text.indexOf(letter, from); place >= 0; place = text.indexOf(letter, place + 1))
    places.push(place)
  const rank = (place: number) => (follows && place === from ? 0 : startsWord(text, place) ? 1 : 2)
  return places.sort((a, b) => rank(a) - rank(b) || a - b)
}

const startsWord = (text: string, place: number): boolean =>
  place === 0 || /[\s\-–(“:]/.test(text[place - 1]!)
