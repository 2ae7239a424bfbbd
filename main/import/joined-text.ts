import type { StructuredText } from '../../preload/contract/text.ts'

/** Texts one after the other, each but the first beginning a section; those without a block are not there. */
export function joinTexts(texts: readonly StructuredText[]): StructuredText {
  const parts = texts.filter(({ blocks }) => blocks.length > 0)
  const joined: StructuredText = {
    text: parts.map(({ text }) => text).join('\n'),
    blocks: [],
    marks: [],
    breaks: [],
  }
  let offset = 0
  for (const { text, blocks, marks, breaks } of parts) {
    const moved = <T extends { start: number; end: number }>(each: T): T => ({
      ...each,
      start: each.start + offset,
      end: each.end + offset,
    })
    if (offset > 0) joined.breaks.push({ kind: 'section', at: offset })
    for (const block of blocks) joined.blocks.push(moved(block))
    for (const mark of marks) joined.marks.push(moved(mark))
    for (const { kind, at } of breaks) joined.breaks.push({ kind, at: at + offset })
    offset += text.length + 1
  }
  return joined
}
