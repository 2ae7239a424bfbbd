import type { WordsNode } from '../../preload/contract/search/parse.ts'
import { type Corpus, lastUpTo } from './corpus.ts'
import { wordsFinder } from './find-words.ts'
import type { Finder, HowToFind } from './finder.ts'
import { none, Places } from './places.ts'
import type { SearchedText } from './searched-text.ts'

/** The shortest stretches that hold all parts; of two that overlap the first. They stay in one paragraph. */
export function nearFinder(
  parts: readonly WordsNode[],
  distance: number,
  corpus: Corpus,
  how: HowToFind,
): { find: Finder; often: number } {
  const finders = parts.map((part) => wordsFinder(part, corpus, how))
  const rarestFirst = finders.map((_, part) => part).sort((a, b) => finders[a]!.often - finders[b]!.often)
  const lengths = parts.map(({ words }) => words.length)
  const stretches = new Places()
  /** By part: what was found in the text, and how far it has been gone through. */
  const found: Places[] = parts.map(() => none)
  const gone = new Int32Array(parts.length)

  const find = (text: SearchedText): Places => {
    for (const part of rarestFirst) {
      found[part] = finders[part]!.find(text)
      if (found[part].length === 0) return none
    }
    goThrough(text)
    return stretches
  }
  return { find, often: Math.min(...finders.map(({ often }) => often)) }

  /** From word to word on which a part begins, with the latest place of each part. */
  function goThrough(text: SearchedText): void {
    stretches.clear()
    gone.fill(0)
    let missing = parts.length
    let taken = -1
    for (let part = nextPart(); part >= 0; part = nextPart()) {
      if (gone[part] === 0) missing -= 1
      gone[part]! += 1
      if (missing > 0) continue
      const last = wordOf(part)
      let first = last
      let firstPart = part
      for (let one = 0; one < parts.length; one++) {
        const word = wordOf(one)
        if (word >= first) continue
        first = word
        firstPart = one
      }
      if (last - first - lengths[firstPart]! > distance || first <= taken || !areDistinct()) continue
      let end = 0
      let lastWord = 0
      for (let one = 0; one < parts.length; one++) {
        end = Math.max(end, found[one]!.end[gone[one]! - 1]!)
        lastWord = Math.max(lastWord, wordOf(one) + lengths[one]! - 1)
      }
      if (lastUpTo(text.paragraphs, first) !== lastUpTo(text.paragraphs, lastWord)) continue
      stretches.add(text.starts[first]!, end, first)
      taken = lastWord
    }
  }

  /** The part that begins next, of two on one word the first; -1 at the end. */
  function nextPart(): number {
    let next = -1
    let word = Number.POSITIVE_INFINITY
    for (let part = 0; part < parts.length; part++) {
      const { word: words, length } = found[part]!
      if (gone[part]! >= length || words[gone[part]!]! >= word) continue
      next = part
      word = words[gone[part]!]!
    }
    return next
  }

  function wordOf(part: number): number {
    return found[part]!.word[gone[part]! - 1]!
  }

  /** Whether no word is taken for two parts. */
  function areDistinct(): boolean {
    for (let part = 1; part < parts.length; part++) {
      const word = wordOf(part)
      for (let other = 0; other < part; other++) if (wordOf(other) === word) return false
    }
    return true
  }
}
