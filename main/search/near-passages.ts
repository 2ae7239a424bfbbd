import type { Passages } from '../../preload/contract/search.ts'
import { sentencesOf } from '../sentences.ts'
import { type Corpus, wordFrom } from './corpus.ts'
import { countBelow } from './find-words.ts'
import { none, type Places } from './places.ts'
import type { SearchedText } from './searched-text.ts'

/** Spans of annotations in one text by their beginnings, in UTF-16 code units, end exclusive; they may overlap. */
export interface Spans {
  start: Int32Array
  end: Int32Array
}

/** Leaves those places that stand to the spans as is asked for. */
export function nearPassages(
  places: Places,
  spans: Spans | undefined,
  { at, words }: Pick<Passages, 'at' | 'words'>,
  text: SearchedText,
  corpus: Corpus,
): Places {
  if (spans === undefined || spans.start.length === 0) return at === 'outside' ? places : none
  const furthest = furthestEnds(spans.end)
  /** Whether a span has something of a stretch. */
  const touches = (start: number, end: number) => {
    const last = countBelow(spans.start, end)
    return last > 0 && furthest[last - 1]! > start
  }
  const wordsAround = (start: number, end: number): [number, number] => {
    const first = Math.max(0, wordFrom(corpus, text, start) - words)
    const last = Math.min(text.starts.length - 1, wordFrom(corpus, text, end - 1) + words)
    if (last < first) return [start, end]
    return [Math.min(start, text.starts[first]!), Math.max(end, corpus.endOf(text, last))]
  }
  const sentence = sentences(text)
  places.keep((index) => {
    const [start, end] = [places.start[index]!, places.end[index]!]
    switch (at) {
      case 'in': {
        const last = countBelow(spans.start, start + 1)
        return last > 0 && furthest[last - 1]! >= end
      }
      case 'outside':
        return !touches(start, end)
      case 'paragraph':
        return touches(...paragraphAround(text.text, start, end))
      case 'sentence':
        return touches(...paragraphAround(text.text, start, end)) && touches(...sentence(start, end))
      case 'words':
        return touches(...wordsAround(start, end))
    }
  })
  return places
}

/** For each span the furthest end up to it: so one look tells what any number of overlapping spans reach. */
function furthestEnds(end: Int32Array): Int32Array {
  const furthest = Int32Array.from(end)
  for (let at = 1; at < furthest.length; at++) furthest[at] = Math.max(furthest[at]!, furthest[at - 1]!)
  return furthest
}

function paragraphAround(text: string, start: number, end: number): [number, number] {
  const next = text.indexOf('\n', Math.max(start, end - 1))
  return [text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next]
}

/** The sentence or sentences that a stretch has something of. The last paragraph is remembered. */
function sentences({ text, language }: SearchedText): (start: number, end: number) => [number, number] {
  let known: { from: number; ends: number[] } | null = null
  return (start, end) => {
    const [from, to] = paragraphAround(text, start, end)
    if (known?.from !== from) {
      const [, ...others] = sentencesOf(text.slice(from, to), language)
      known = { from, ends: [...others.map((other) => from + other.start), to] }
    }
    const { ends } = known
    const first = ends.findIndex((one) => one > start)
    const last = ends.findIndex((one) => one >= end)
    return [first > 0 ? ends[first - 1]! : from, last >= 0 ? ends[last]! : to]
  }
}
