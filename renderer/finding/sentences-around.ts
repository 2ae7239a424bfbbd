import type { Block } from '../../preload/contract/text.ts'
import { type Bounds, boundsOf } from '../document/hand/bounds.ts'
import type { Stretches } from '../document/index.ts'
import { TextIndex } from '../document/text/text-index.ts'

/** As much of a text’s structure as tells where sentences end. */
export type SentenceBlocks = readonly Block[]

/** The sentences that passages stand in, whole; passages of one sentence give one. */
export function sentencesAround(
  { start, end }: Stretches,
  text: string,
  language: string,
  blocks: SentenceBlocks,
): Stretches {
  const bounds = boundsOf(text, language, blocks, indexOf(blocks))
  const starts: number[] = []
  const ends: number[] = []
  for (let i = 0; i < start.length; i++) {
    const from = sentenceAt(bounds, start[i]!)?.start ?? start[i]!
    const to = sentenceAt(bounds, end[i]! - 1)?.end ?? end[i]!
    const last = ends.length - 1
    if (last >= 0 && from < ends[last]!) ends[last] = Math.max(ends[last]!, to)
    else {
      starts.push(Math.min(from, start[i]!))
      ends.push(Math.max(to, end[i]!))
    }
  }
  return { start: Int32Array.from(starts), end: Int32Array.from(ends) }
}

const sentenceAt = (bounds: Bounds, offset: number) => bounds.around(offset, 'sentence')

/** Without positions: no document is drawn here. */
function indexOf(blocks: SentenceBlocks): TextIndex {
  const starts = Int32Array.from(blocks, (block) => block.start)
  return new TextIndex(
    starts,
    Int32Array.from(blocks, (block) => block.end),
    starts,
  )
}
