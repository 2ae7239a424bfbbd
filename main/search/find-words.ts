import type { WordsNode } from '../../preload/contract/search/parse.ts'
import { type Corpus, lastUpTo } from './corpus.ts'
import type { Finder, HowToFind } from './finder.ts'
import { none, Places } from './places.ts'
import type { SearchedText } from './searched-text.ts'

/** Finds words that stand one after the other in a paragraph. */
export function wordsFinder(
  { words }: WordsNode,
  corpus: Corpus,
  how: HowToFind,
): { find: Finder; often: number } {
  const { vocabulary } = corpus
  const patterns = words.map((word) => vocabulary.fitting(word, how))
  if (patterns.some(({ forms }) => forms.length === 0)) return { find: () => none, often: 0 }

  // The rarest word is looked for; the others are then compared where it stands.
  const counts = patterns.map(({ forms }) => forms.reduce((sum, form) => sum + corpus.countOf(form), 0))
  const often = Math.min(...counts)
  const key = counts.indexOf(often)
  const { fits, forms: wanted } = patterns[key]!
  const postings = corpus.postings()
  const places = postings.placesOf(wanted)
  let next = 0

  const found = new Places()
  const find = (text: SearchedText): Places => {
    found.clear()
    const begin = postings.beginOf(text)
    if (begin === undefined) throughAll(text)
    else {
      const end = begin + text.forms.length
      if (!(places[next]! >= begin) || places[next - 1]! >= begin) next = countBelow(places, begin)
      for (; next < places.length && places[next]! < end; next++) addAt(text, places[next]! - begin)
    }
    return found
  }
  return { find, often }

  function throughAll(text: SearchedText): void {
    const { forms } = text
    for (let at = 0; at < forms.length; at++) if (fits[forms[at]!] === 1) addAt(text, at)
  }

  /** Adds the place whose key word is at `at`, where its other words stand too. */
  function addAt(text: SearchedText, at: number): void {
    const { forms, paragraphs, starts } = text
    const from = at - key
    const last = from + words.length - 1
    if (from < 0 || last >= forms.length) return
    if (words.length > 1) {
      for (let word = 0; word < words.length; word++)
        if (word !== key && patterns[word]!.fits[forms[from + word]!] !== 1) return
      if (lastUpTo(paragraphs, from) !== lastUpTo(paragraphs, last)) return
    }
    found.add(starts[from]!, corpus.endOf(text, last), from)
  }
}

/** How many of ascending numbers are below a value. */
export function countBelow(ascending: Int32Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
