import type { Block, StructuredText } from '../../../preload/contract/text.ts'

/** What one person says without being interrupted, as a source writes it. `speaker` is '' where nobody is named. */
export interface Turn {
  speaker: string
  /** As the source writes it; null where it does not. */
  time: string | null
  text: string
}

/** Turns as blocks: the names and times stand beside the text. What nobody says is a paragraph, unless it has a time. */
export function structuredTurns(turns: readonly Turn[]): StructuredText {
  const blocks: Block[] = []
  const pieces: string[] = []
  let start = 0
  for (const { speaker, time, text } of turns) {
    const end = start + text.length
    const isTurn = speaker !== '' || time !== null
    blocks.push(
      isTurn ? { kind: 'speaker-turn', speaker, time, start, end } : { kind: 'paragraph', start, end },
    )
    pieces.push(text)
    start = end + 1
  }
  return { text: pieces.join('\n').toWellFormed(), blocks, marks: [], breaks: [] }
}
