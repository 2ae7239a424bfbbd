import type { SearchNode } from '../../preload/contract/search/parse.ts'
import { type Corpus, lastUpTo } from './corpus.ts'
import { expressionFinder } from './find-expression.ts'
import { nearFinder } from './find-near.ts'
import { wordsFinder } from './find-words.ts'
import type { Finder, HowToFind } from './finder.ts'
import { none, type Places, Union } from './places.ts'
import type { SearchedText } from './searched-text.ts'

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
      const union = new Union()
      return {
        find: (text) => union.of(parts.map(({ find }) => find(text))),
        often: parts.reduce((sum, { often }) => sum + often, 0),
      }
    }
    case 'all':
      return allFinder(node, corpus, how)
  }
}

function allFinder(node: Extract<SearchNode, { kind: 'all' }>, corpus: Corpus, how: HowToFind) {
  const parts = node.parts.map((part) => finderOf(part, corpus, how)).sort((a, b) => a.often - b.often)
  const without = node.without.map((part) => finderOf(part, corpus, how))
  const union = new Union()
  // By unit: up to which part one after the other was found in it. Numbers of earlier texts are lower than any of this.
  let reached = new Int32Array(64)
  let base = 0

  const find = (text: SearchedText): Places => {
    const found: Places[] = []
    for (const part of parts) {
      const places = part.find(text)
      if (places.length === 0) return none
      found.push(places)
    }
    if (how.together === 'document')
      return without.some((part) => part.find(text).length > 0) ? none : union.of(found)

    if (reached.length < text.paragraphs.length) reached = new Int32Array(text.paragraphs.length * 2)
    base += parts.length + 1
    if (base > mostBase) {
      reached.fill(0)
      base = parts.length + 1
    }
    const unitOf = (places: Places, row: number) => lastUpTo(text.paragraphs, places.word[row]!)
    for (const [part, places] of found.entries()) {
      for (let row = 0; row < places.length; row++) {
        const unit = unitOf(places, row)
        if (part === 0 || reached[unit] === base + part - 1) reached[unit] = base + part
      }
    }
    for (const part of without) {
      const places = part.find(text)
      for (let row = 0; row < places.length; row++) reached[unitOf(places, row)] = 0
    }
    const all = union.of(found)
    const whole = base + parts.length - 1
    all.keep((row) => reached[unitOf(all, row)] === whole)
    return all
  }
  return { find, often: parts[0]!.often }
}

const mostBase = 2 ** 30
