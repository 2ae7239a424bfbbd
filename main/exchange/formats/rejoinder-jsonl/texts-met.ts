import type { StructuredText } from '../../../../preload/contract/text.ts'
import { type CodePoints, codePointsOf } from '../../code-points.ts'
import type { PutsAway } from '../annotation-format.ts'

/** In UTF-16 code units: as much text is held for what stands in it, which follows text by text. */
const mostAtHand = 4_000_000

interface AtHand {
  text: string
  points: CodePoints
}

export interface TextsMet {
  add(id: string, content: StructuredText, points: CodePoints): void
  /** Fetched piece by piece where it is put away. */
  contentOf(id: string): StructuredText | undefined
  /** To be looked into now, and not to be kept. */
  find(id: string): AtHand | undefined
}

/** The texts that an exchange file has brought so far: with `away` no more than the latest of them are held. */
export function textsMet(away: Pick<PutsAway, 'text'> | undefined): TextsMet {
  const contents = new Map<string, StructuredText>()
  const atHand = new Map<string, AtHand>()
  let length = 0

  function hold(id: string, one: AtHand): AtHand {
    atHand.set(id, one)
    length += one.text.length
    if (!away) return one
    for (const [oldest, { text }] of atHand) {
      if (length <= mostAtHand || oldest === id) break
      atHand.delete(oldest)
      length -= text.length
    }
    return one
  }

  return {
    add(id, content, points) {
      contents.set(id, away ? away.text(content) : content)
      hold(id, { text: content.text, points })
    },
    contentOf: (id) => contents.get(id),
    find(id) {
      const held = atHand.get(id)
      if (held) return held
      const text = contents.get(id)?.text
      return text === undefined ? undefined : hold(id, { text, points: codePointsOf(text) })
    },
  }
}
