import { isHardWrapped } from '../../../preload/contract/hard-wrap.ts'
import type { Block, Span } from '../../../preload/contract/text.ts'
import { segmentersFor, trimmed } from '../painting/segments.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { Unit } from '../view.ts'

type Stretch = { start: number; end: number }
export type Edge = 'start' | 'end'

/** Where characters, words, sentences and paragraphs begin and end in one text. */
export interface Bounds {
  /** The stretch grown to whole characters, without line ends between blocks at its edges; null when nothing is left. */
  snap(stretch: Stretch): Span | null
  /** The unit at an offset, or the one that ends there; a sentence has the space after it too. Null where there is none. */
  around(offset: number, unit: Unit): Span | null
  /** The next place in a direction where a unit begins or ends; where there is none, the edge of the text. */
  step(offset: number, unit: Unit, direction: 1 | -1, edge: Edge): number
  /** Of the places near by where a sentence, a word, or a word with the signs that belong to it begins or ends: the nearest. */
  nearestEdge(offset: number, edge: Edge, unit: 'word' | 'sentence'): number
  wholeCharacter(offset: number, side: 1 | -1): number
  /** The offset, or the nearest one inwards where a passage can have that edge: not on the line ends between blocks. */
  inText(offset: number, edge: Edge): number
}

export function boundsOf(text: string, language: string, blocks: readonly Block[], index: TextIndex): Bounds {
  const { wholeCharacter, words, sentences } = segmentersFor(text, language)
  const extentOf = (block: number): Span => ({ start: index.starts[block]!, end: index.ends[block]! })

  // Line ends that only fill a measure, or belong to verse, do not end a sentence.
  const goesOverLines = (block: number): boolean => {
    const { start, end } = extentOf(block)
    return blocks[block]?.kind === 'verse' || isHardWrapped(text.slice(start, end))
  }

  const found = (block: number, unit: Exclude<Unit, 'character'>): Span[] => {
    const extent = extentOf(block)
    if (unit === 'word') return words(extent)
    if (unit === 'sentence') return sentences(extent, goesOverLines(block))
    const whole = trimmed(text, extent)
    return whole ? [whole] : []
  }
  // The rules for words and sentences know little of characters: a space with an accent over it is one.
  const whole = ({ start, end }: Span): Span => ({
    start: wholeCharacter(start, -1),
    end: wholeCharacter(end, 1),
  })
  const unitsIn = (block: number, unit: Exclude<Unit, 'character'>) => found(block, unit).map(whole)

  const isInText = (offset: number, edge: Edge): boolean => {
    const { start, end } = extentOf(index.blockAt(offset))
    return edge === 'start' ? start <= offset && offset < end : start < offset && offset <= end
  }
  const stepByCharacter = (offset: number, direction: 1 | -1, edge: Edge): number => {
    let next = offset
    do {
      next += direction
      if (next <= 0 || next >= text.length) return edgeOf(next)
      next = wholeCharacter(next, direction)
    } while (!isInText(next, edge))
    return next
  }
  const edgeOf = (offset: number) => (offset <= 0 ? 0 : text.length)

  return {
    wholeCharacter,

    inText(offset, edge) {
      const inwards = edge === 'start' ? 1 : -1
      let at = offset
      while (at >= 0 && at <= text.length && !isInText(at, edge)) at += inwards
      return at >= 0 && at <= text.length ? at : offset
    },

    snap({ start, end }) {
      let from = start
      let to = end
      while (from < to && index.ends[index.blockAt(from)] === from) from++
      while (to > from && index.starts[index.blockAt(to)] === to) to--
      if (from >= to) return null
      return { start: wholeCharacter(from, -1), end: wholeCharacter(to, 1) }
    },

    around(offset, unit) {
      if (unit === 'character') {
        const { end } = extentOf(index.blockAt(offset))
        const start = wholeCharacter(offset, -1)
        return start < end ? { start, end: wholeCharacter(start + 1, 1) } : null
      }
      const units = unitsIn(index.blockAt(offset), unit)
      const over = units.find(({ start, end }) => start <= offset && offset < end)
      if (over) return over
      if (unit === 'word') return units.find(({ end }) => end === offset) ?? null
      return units.findLast(({ start }) => start <= offset) ?? units[0] ?? null
    },

    step(offset, unit, direction, edge) {
      if (unit === 'character') return stepByCharacter(offset, direction, edge)
      const last = index.blockCount - 1
      for (let block = index.blockAt(offset); block >= 0 && block <= last; block += direction) {
        const places = unitsIn(block, unit).map((found) => found[edge])
        const next =
          direction > 0 ? places.find((place) => place > offset) : places.findLast((place) => place < offset)
        if (next !== undefined) return next
      }
      return direction > 0 ? text.length : 0
    },

    nearestEdge(offset, edge, unit) {
      const block = index.blockAt(offset)
      const places = unitsIn(block, unit).map((found) => found[edge])
      if (unit === 'word') places.push(...runEdges(text, extentOf(block), offset, edge))
      const distance = (place: number) => Math.abs(place - offset)
      const nearest = places.reduce(
        (best, place) => (distance(place) < distance(best) ? place : best),
        places[0] ?? offset,
      )
      return wholeCharacter(nearest, edge === 'start' ? -1 : 1)
    },
  }
}

/** Where the runs of characters without space before and after an offset begin or end. */
function runEdges(text: string, { start, end }: Stretch, offset: number, edge: Edge): number[] {
  const isSpaceAt = (at: number) => /\s/.test(text[at]!)
  let before = offset
  let after = offset
  if (edge === 'end') {
    while (before > start && !isSpaceAt(before - 1)) before--
    while (before > start && isSpaceAt(before - 1)) before--
    while (after < end && isSpaceAt(after)) after++
    while (after < end && !isSpaceAt(after)) after++
  } else {
    while (before > start && isSpaceAt(before - 1)) before--
    while (before > start && !isSpaceAt(before - 1)) before--
    while (after < end && !isSpaceAt(after)) after++
    while (after < end && isSpaceAt(after)) after++
  }
  const isEdge = (at: number) =>
    edge === 'end'
      ? at > start && !isSpaceAt(at - 1) && (at === end || isSpaceAt(at))
      : at < end && !isSpaceAt(at) && (at === start || isSpaceAt(at - 1))
  return [before, offset, after].filter(isEdge)
}
