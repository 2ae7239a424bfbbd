import type { Block, Mark } from '../../preload/contract/text.ts'
import { parseMd } from '../import/md.ts'
import type { ParsedDocument } from '../import/parsed-document.ts'

/**
 * Reads a source of the sample: Markdown as any other, but a paragraph that begins `[08:12] Name:` is a turn of that
 * speaker at that time.
 */
export function readSampleSource(source: string, fileName: string): Omit<ParsedDocument, 'mediaType'> {
  const parsed = parseMd(source, fileName)
  const blocks: Block[] = []
  const marks: Mark[] = []
  let text = ''
  for (const block of parsed.blocks) {
    if (blocks.length > 0) text += '\n'
    const { kind, begin } = turnAt(block, parsed.text)
    const shift = text.length - begin
    text += parsed.text.slice(begin, block.end)
    blocks.push({ ...block, ...kind, start: begin + shift, end: block.end + shift } as Block)
    for (const mark of parsed.marks.filter(({ start, end }) => start >= block.start && end <= block.end)) {
      marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift })
    }
  }
  return { ...parsed, text, blocks, marks }
}

/** What the block is if it is a turn, and where its words begin. */
function turnAt(block: Block, text: string) {
  const found = /^\[(\d\d:\d\d)\] ([^:\n]+): /.exec(text.slice(block.start, block.end))
  if (block.kind !== 'paragraph' || !found) return { kind: {}, begin: block.start }
  const [opening, time, speaker] = found
  return { kind: { kind: 'speaker-turn', speaker, time }, begin: block.start + opening.length }
}
