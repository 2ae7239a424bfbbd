import { compile, foldingOf } from '../../preload/contract/finding/expression.ts'
import { foldText } from '../../preload/contract/finding/fold-text.ts'
import { isTurkic } from '../../preload/contract/finding/letters.ts'
import { emptyQuery } from '../../preload/contract/finding/query.ts'
import type { SearchNode, WordsNode } from '../../preload/contract/search/parse.ts'
import { type Corpus, lastUpTo, type SearchedText, wordFrom } from './corpus.ts'
import type { Sameness } from './vocabulary.ts'

/** Places in one text in order of their beginnings: offsets in UTF-16 code units, and the word each begins with. */
export interface Places {
  start: number[]
  end: number[]
  word: number[]
}

/** Finds all places in a text. */
export type Finder = (text: SearchedText) => Places

export interface HowToFind extends Sameness {
  together: 'paragraph' | 'document'
}

const none: Places = { start: [], end: [], word: [] }

/** What a query finds, ready for every text of a corpus as it is now. `often` guesses how many places there are. */
export function finderOf(node: SearchNode, corpus: Corpus, how: HowToFind): { find: Finder; often: number } {
  switch (node.kind) {
    case 'words':
      return wordsFinder(node, corpus, how)
    case 'expression':
      return { find: expressionFinder(node.source, corpus, how), often: Number.POSITIVE_INFINITY }
    case 'near':
      return nearFinder(node.parts, node.distance, corpus, how)
    case 'any': {
      const parts = node.parts.map((part) => finderOf(part, corpus, how))
      return {
        find: (text) => united(parts.map(({ find }) => find(text))),
        often: parts.reduce((sum, { often }) => sum + often, 0),
      }
    }
    case 'all':
      return allFinder(node, corpus, how)
  }
}

function wordsFinder({ words }: WordsNode, corpus: Corpus, how: HowToFind) {
  const { vocabulary } = corpus
  const patterns = words.map((word) => vocabulary.fitting(word, how))
  if (patterns.some(({ forms }) => forms.length === 0)) return { find: () => none, often: 0 }

  // The rarest word is looked for; the others are then compared where it stands.
  const places = patterns.map(({ forms }) => forms.reduce((sum, form) => sum + corpus.countOf(form), 0))
  const often = Math.min(...places)
  const key = places.indexOf(often)
  const { fits, forms: wanted } = patterns[key]!
  const [first, second = -1] = wanted
  const isFew = wanted.length <= 2

  const find = (text: SearchedText): Places => {
    const { forms, paragraphs } = text
    const last = forms.length - words.length + key
    let found: Places = none
    for (let at = key; at <= last; at++) {
      const form = forms[at]!
      if (isFew ? form !== first && form !== second : fits[form] !== 1) continue
      const from = at - key
      if (words.length > 1 && !standsAt(from)) continue
      if (found === none) found = { start: [], end: [], word: [] }
      found.start.push(text.starts[from]!)
      found.end.push(corpus.endOf(text, from + words.length - 1))
      found.word.push(from)
    }
    return found

    function standsAt(from: number): boolean {
      for (let next = 0; next < words.length; next++) {
        if (next !== key && patterns[next]!.fits[forms[from + next]!] !== 1) return false
      }
      return lastUpTo(paragraphs, from) === lastUpTo(paragraphs, from + words.length - 1)
    }
  }
  return { find, often }
}

/** Runs over the text as the find bar does: where accents are passed over, over the text without them. */
function expressionFinder(source: string, corpus: Corpus, { matchCase, matchAccents }: HowToFind): Finder {
  const query = { ...emptyQuery, kind: 'expression' as const, words: source, matchCase, matchAccents }
  const compiled = [false, true].map((turkic) => {
    const folding = foldingOf(query, turkic)
    const result = compile(query, folding)
    if ('problem' in result) throw new Error(result.problem)
    return { folding, search: result.search }
  })
  return (text) => {
    const { folding, search } = compiled[isTurkic(text.language) ? 1 : 0]!
    const folds = !matchAccents && text.foldsToItself !== true
    const folded = folds ? foldText(text.text, folding) : unfolded(text.text)
    if (folds) text.foldsToItself = folded.text === text.text
    const found: Places = { start: [], end: [], word: [] }
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
      const before = found.end.at(-1) ?? 0
      if (start >= end || start < before) continue
      found.start.push(start)
      found.end.push(end)
      found.word.push(wordFrom(corpus, text, start))
    }
    return found
  }
}

const lineEnd = 0x0a
const same = (offset: number) => offset
const unfolded = (text: string) => ({ text, toStart: same, toEnd: same })

/** The shortest stretches that hold all parts; of two that overlap the first. They stay in one paragraph. */
function nearFinder(parts: readonly WordsNode[], distance: number, corpus: Corpus, how: HowToFind) {
  const finders = parts.map((part) => wordsFinder(part, corpus, how))
  const find = (text: SearchedText): Places => {
    const found: Places[] = []
    for (const { find } of finders) {
      const places = find(text)
      if (places.start.length === 0) return none
      found.push(places)
    }
    return nearest(found, text, distance)
  }
  return { find, often: Math.min(...finders.map(({ often }) => often)) }

  function nearest(found: readonly Places[], text: SearchedText, most: number): Places {
    const stretches: Places = { start: [], end: [], word: [] }
    const events = found
      .flatMap(({ start }, part) => start.map((_, index) => ({ part, index })))
      .sort((a, b) => found[a.part]!.word[a.index]! - found[b.part]!.word[b.index]! || a.part - b.part)
    const latest: (number | undefined)[] = found.map(() => undefined)
    let taken = -1
    for (const { part, index } of events) {
      latest[part] = index
      const chosen = distinct(latest, found)
      if (!chosen) continue
      const firstWord = Math.min(...chosen.map((at, one) => found[one]!.word[at]!))
      const lastWord = Math.max(...chosen.map((at, one) => found[one]!.word[at]!))
      const firstPart = chosen.findIndex((at, one) => found[one]!.word[at] === firstWord)
      const between = lastWord - firstWord - parts[firstPart]!.words.length
      if (between > most || firstWord <= taken) continue
      const end = Math.max(...chosen.map((at, one) => found[one]!.end[at]!))
      if (lastUpTo(text.paragraphs, firstWord) !== lastUpTo(text.paragraphs, wordFrom(corpus, text, end - 1)))
        continue
      stretches.start.push(text.starts[firstWord]!)
      stretches.end.push(end)
      stretches.word.push(firstWord)
      taken = wordFrom(corpus, text, end - 1)
    }
    return stretches
  }
}

/** The latest place of each part, where there is one of each and no word is taken for two of them. */
function distinct(latest: readonly (number | undefined)[], found: readonly Places[]): number[] | null {
  const chosen: number[] = []
  const words = new Set<number>()
  for (const [part, index] of latest.entries()) {
    if (index === undefined) return null
    const word = found[part]!.word[index]!
    if (words.has(word)) return null
    words.add(word)
    chosen.push(index)
  }
  return chosen
}

function allFinder(node: Extract<SearchNode, { kind: 'all' }>, corpus: Corpus, how: HowToFind) {
  const parts = node.parts.map((part) => finderOf(part, corpus, how)).sort((a, b) => a.often - b.often)
  const without = node.without.map((part) => finderOf(part, corpus, how))
  const find = (text: SearchedText): Places => {
    const found: Places[] = []
    for (const part of parts) {
      const places = part.find(text)
      if (places.start.length === 0) return none
      found.push(places)
    }
    const unitsOf = ({ word }: Places) =>
      new Set(
        how.together === 'document' ? word.map(() => 0) : word.map((at) => lastUpTo(text.paragraphs, at)),
      )
    let units = unitsOf(found[0]!)
    for (const places of found.slice(1)) {
      const others = unitsOf(places)
      units = new Set([...units].filter((unit) => others.has(unit)))
    }
    for (const { find } of without) for (const unit of unitsOf(find(text))) units.delete(unit)
    if (units.size === 0) return none
    const all = united(found)
    if (how.together === 'document') return all
    return kept(all, (at) => units.has(lastUpTo(text.paragraphs, all.word[at]!)))
  }
  return { find, often: parts[0]!.often }
}

export function kept(places: Places, keeps: (index: number) => boolean): Places {
  const left: Places = { start: [], end: [], word: [] }
  for (let at = 0; at < places.start.length; at++) {
    if (!keeps(at)) continue
    left.start.push(places.start[at]!)
    left.end.push(places.end[at]!)
    left.word.push(places.word[at]!)
  }
  return left
}

/** In order; what stands at the same place is there once. */
function united(all: readonly Places[]): Places {
  const some = all.filter(({ start }) => start.length > 0)
  if (some.length < 2) return some[0] ?? none
  const rows = some.flatMap(({ start, end, word }) =>
    start.map((from, at) => [from, end[at]!, word[at]!] as const),
  )
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: Places = { start: [], end: [], word: [] }
  for (const [start, end, word] of rows) {
    if (merged.start.at(-1) === start && merged.end.at(-1) === end) continue
    merged.start.push(start)
    merged.end.push(end)
    merged.word.push(word)
  }
  return merged
}
