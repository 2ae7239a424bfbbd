import type { DocumentText } from '../../preload/contract/document.ts'
import type { Query } from '../../preload/contract/finding/query.ts'
import type { Stretches } from '../document/index.ts'
import { TextSearch } from './find-passages.ts'

/** UTF-16 code units that are looked through in a millisecond or two: some screens of text. */
const reach = 24_000

/** The passages around a place, and which of them comes first from it on. */
export interface Nearby {
  passages: Stretches
  current: number
}

/**
 * Looks around a place only, at once, so that a hit can be shown while the whole text is searched elsewhere. Null
 * where there is none from there on, and for expressions, which may take any time.
 */
export function nearbyFinder({
  text,
  language,
}: DocumentText): (query: Query, from: number) => Nearby | null {
  let around: { start: number; end: number; search: TextSearch } | undefined

  return (query, from) => {
    if (query.kind === 'expression') return null
    const start = lineStart(text, from - reach / 4)
    const end = Math.min(text.length, start + reach)
    if (around?.start !== start)
      around = { start, end, search: new TextSearch(text.slice(start, end), language) }
    const found = around.search.find(query)
    if ('problem' in found) return null
    const passages = {
      start: found.passages.start.map((at) => at + start),
      end: found.passages.end.map((at) => at + start),
    }
    const current = passages.start.findIndex((at) => at >= from)
    return current < 0 ? null : { passages, current }
  }
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at) + 1)
