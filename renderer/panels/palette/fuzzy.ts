/**
 * How well some words fit a text: the greater the better; a whole number of `tier`s, and within one by `better`. `at`
 * are the code units they were found at.
 */
export interface Fit {
  score: number
  at: number[]
}

/** What one kind of fit is better than the next, more than anything within a kind can make up. */
export const tier = 1000

/**
 * Finds typed words in a text; null when not even their letters are there in this order. Best are words that stand in
 * it, then beginnings of its words, both in any order, then letters that are all of beginnings, as initials; last are
 * letters anywhere. Within these, beginnings of words and letters that follow one another count most, and a short text
 * more than a long one.
 */
export function matchLetters(typed: string, text: string): Fit | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const lower = text.toLowerCase()
  if (words.length === 0) return { score: 0, at: [] }
  const byWords = foundWords(words, lower)
  if (byWords) return { score: byWords.kind * tier + within(byWords.at, lower), at: byWords.at }
  const at = found(words.join(''), lower)
  return at && { score: (areBeginnings(at, lower) ? tier : 0) + within(at, lower), at }
}

function areBeginnings(at: readonly number[], text: string): boolean {
  return at.every((place, index) => startsWord(text, place) || (index > 0 && place === at[index - 1]! + 1))
}

function within(at: readonly number[], text: string): number {
  let score = -text.length / 100
  at.forEach((place, index) => {
    if (startsWord(text, place)) score += 3
    if (index > 0 && place === at[index - 1]! + 1) score += 2
  })
  return at[0] === 0 ? score + 2 : score
}

/** 3 where each is a word of the text, 2 where each begins one; null where one does neither. */
function foundWords(words: readonly string[], text: string): { at: number[]; kind: number } | null {
  let kind = 3
  const at = new Set<number>()
  for (const word of words) {
    const own = foundWord(word, text)
    if (own === null) return null
    kind = Math.min(kind, own.kind)
    for (let index = 0; index < word.length; index += 1) at.add(own.place + index)
  }
  return { at: [...at].sort((a, b) => a - b), kind }
}

function foundWord(word: string, text: string): { place: number; kind: 2 | 3 } | null {
  let begun: number | null = null
  for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + 1)) {
    if (!startsWord(text, place)) continue
    if (endsWord(text, place + word.length)) return { place, kind: 3 }
    begun ??= place
  }
  return begun === null ? null : { place: begun, kind: 2 }
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

const endsWord = (text: string, place: number): boolean =>
  place === text.length || /[\s\-–)”:,…]/.test(text[place]!)

const startsWord = (text: string, place: number): boolean =>
  place === 0 || /[\s\-–(“:]/.test(text[place - 1]!)
