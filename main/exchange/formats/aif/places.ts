import type { Span } from '../../../../preload/contract/text.ts'

/** Where words stand in a text: the first place, and how many there are (two stand for any more). */
export interface Found {
  span: Span
  places: number
}

/**
 * Looks for the words of nodes in a text: as they are, else with any white space between the words and whatever the
 * letters’ case. Undefined where they are not there.
 */
export function find(text: string, words: string): Found | undefined {
  const wanted = words.trim()
  if (wanted === '') return undefined
  const start = text.indexOf(wanted)
  if (start >= 0) {
    const isAgain = text.indexOf(wanted, start + 1) >= 0
    return { span: { start, end: start + wanted.length }, places: isAgain ? 2 : 1 }
  }
  const escaped = wanted.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const matches = text.matchAll(new RegExp(escaped.join('\\s+'), 'giu'))
  const first = matches.next().value
  if (first === undefined) return undefined
  const end = first.index + first[0].length
  return { span: { start: first.index, end }, places: matches.next().done ? 1 : 2 }
}
