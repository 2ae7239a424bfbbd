import type { StructuredText } from '../../../../preload/contract/text.ts'
import { type CodePoints, codePointsOf } from '../../code-points.ts'
import { Latest, mostAtHand } from '../../spool/latest.ts'
import type { PutsAway } from '../annotation-format.ts'

interface AtHand {
  text: string
  points: CodePoints
}

export interface TextsMet {
  add(id: string, content: StructuredText, points: CodePoints): void
  /** Fetched piece by piece where it is put away. */
  contentOf(id: string): StructuredText | undefined
  /** Whether it can be looked into without fetching it. */
  isAtHand(id: string): boolean
  /** To be looked into now, and not to be kept. */
  find(id: string): AtHand | undefined
}

/** The texts that an exchange file has brought so far: with `away` no more than the latest of them are held. */
export function textsMet(away: Pick<PutsAway, 'text'> | undefined): TextsMet {
  const contents = new Map<string, StructuredText>()
  const latest = new Latest<AtHand>(away ? mostAtHand : Number.POSITIVE_INFINITY, ({ text }) => text.length)
  return {
    add(id, content, points) {
      contents.set(id, away ? away.text(content) : content)
      latest.hold(id, { text: content.text, points })
    },
    contentOf: (id) => contents.get(id),
    isAtHand: (id) => latest.get(id) !== undefined,
    find(id) {
      const held = latest.get(id)
      if (held) return held
      const text = contents.get(id)?.text
      return text === undefined ? undefined : latest.hold(id, { text, points: codePointsOf(text) })
    },
  }
}
