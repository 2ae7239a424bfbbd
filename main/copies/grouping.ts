import type { PassageColumns } from './messages.ts'

/** That a passage of one text stands in another. Offsets in UTF-16 code units. */
export interface PairColumns {
  aText: number[]
  aStart: number[]
  aEnd: number[]
  aWords: number[]
  bText: number[]
  bStart: number[]
  bEnd: number[]
  bWords: number[]
}

/** Of all that two stretches of a text cover, what both do, for them to be one passage. */
const sameShare = 0.6
/** Passages before it that a stretch may be one with. */
const lookedBack = 12

/**
 * Which passages belong together: stretches of one text that nearly cover each other are one passage, and passages that
 * a pair ties are copies of each other, whatever lies between. A paragraph that is copied by itself and one that is
 * copied with its neighbours are two passages: else a footer that stands under every article would make all one group.
 */
export function grouped({
  aText,
  aStart,
  aEnd,
  aWords,
  bText,
  bStart,
  bEnd,
  bWords,
}: PairColumns): PassageColumns {
  const pairs = aText.length
  const text = Int32Array.from([...aText, ...bText])
  const start = Int32Array.from([...aStart, ...bStart])
  const end = Int32Array.from([...aEnd, ...bEnd])
  const words = Int32Array.from([...aWords, ...bWords])
  const order = Int32Array.from({ length: 2 * pairs }, (_, at) => at).sort(
    (x, y) => text[x]! - text[y]! || start[x]! - start[y]! || end[y]! - end[x]!,
  )

  const passageOf = new Int32Array(2 * pairs)
  const passages = { text: [] as number[], start: [] as number[], end: [] as number[], words: [] as number[] }
  for (const one of order) {
    const place = placeOf(passages, text[one]!, start[one]!, end[one]!)
    passages.words[place] = Math.max(passages.words[place] ?? 0, words[one]!)
    passageOf[one] = place
  }

  const root = Int32Array.from(passages.text, (_, at) => at)
  const rootOf = (at: number): number => {
    let top = at
    while (root[top] !== top) top = root[top]!
    for (let below = at; root[below] !== top; ) {
      const next = root[below]!
      root[below] = top
      below = next
    }
    return top
  }
  for (let pair = 0; pair < pairs; pair++) {
    const [one, other] = [rootOf(passageOf[pair]!), rootOf(passageOf[pairs + pair]!)]
    if (one !== other) root[Math.max(one, other)] = Math.min(one, other)
  }
  return {
    document: Int32Array.from(passages.text),
    start: Int32Array.from(passages.start),
    end: Int32Array.from(passages.end),
    words: Int32Array.from(passages.words),
    group: Int32Array.from(passages.text, (_, at) => rootOf(at)),
  }
}

/** The passage that a stretch is, which grows to hold it; a new one where there is none. */
function placeOf(
  passages: { text: number[]; start: number[]; end: number[] },
  text: number,
  start: number,
  end: number,
): number {
  const count = passages.text.length
  for (let at = count - 1; at >= Math.max(0, count - lookedBack) && passages.text[at] === text; at--) {
    const both = Math.min(passages.end[at]!, end) - Math.max(passages.start[at]!, start)
    const either = Math.max(passages.end[at]!, end) - Math.min(passages.start[at]!, start)
    if (both < sameShare * either) continue
    passages.end[at] = Math.max(passages.end[at]!, end)
    return at
  }
  passages.text.push(text)
  passages.start.push(start)
  passages.end.push(end)
  return count
}
