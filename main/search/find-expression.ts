import { compile, foldingOf } from '../../preload/contract/finding/expression.ts'
import { foldText } from '../../preload/contract/finding/fold-text.ts'
import { isTurkic } from '../../preload/contract/finding/letters.ts'
import { emptyQuery } from '../../preload/contract/finding/query.ts'
import { type Corpus, wordFrom } from './corpus.ts'
import type { Finder, HowToFind } from './finder.ts'
import { Places } from './places.ts'

/** Runs over the text as the find bar does: where accents are passed over, over the text without them. */
export function expressionFinder(
  source: string,
  corpus: Corpus,
  { matchCase, matchAccents }: HowToFind,
): Finder {
  const query = { ...emptyQuery, kind: 'expression' as const, words: source, matchCase, matchAccents }
  const compiled = [false, true].map((turkic) => {
    const folding = foldingOf(query, turkic)
    const result = compile(query, folding)
    if ('problem' in result) throw new Error(result.problem)
    return { folding, search: result.search }
  })
  const found = new Places()
  return (text) => {
    const { folding, search } = compiled[isTurkic(text.language) ? 1 : 0]!
    const folds = !matchAccents && text.foldsToItself !== true
    const folded = folds ? foldText(text.text, folding) : unfolded(text.text)
    if (folds) text.foldsToItself = folded.text === text.text
    found.clear()
    let before = 0
    search.lastIndex = 0
    for (let match = search.exec(folded.text); match; match = search.exec(folded.text)) {
      const { length } = match[0]
      if (length === 0) {
        search.lastIndex += folded.text.codePointAt(match.index)! > 0xffff ? 2 : 1
        continue
      }
      let start = folded.toStart(match.index)
      let end = folded.toEnd(match.index + length)
      while (start < end && text.text.charCodeAt(start) === lineEnd) start++
      while (end > start && text.text.charCodeAt(end - 1) === lineEnd) end--
      if (start >= end || start < before) continue
      found.add(start, end, wordFrom(corpus, text, start))
      before = end
    }
    return found
  }
}

const lineEnd = 0x0a
const same = (offset: number) => offset
const unfolded = (text: string) => ({ text, toStart: same, toEnd: same })
