// Notes make way downwards, so many of them would end up pages below their lines. Text waits for them there: before a
// paragraph whose own notes would stand too far below it. That takes no more paper, since the notes need theirs anyway.
import type { Block } from '../../../preload/contract/text.ts'
import type { Material, MaterialAnnotation } from './material.ts'

/** In millimetres, of A4 with a margin. How high words are is an estimate: the browser alone knows. */
const mostBelow = 90
const textLine = { characters: 64, height: 5.7, gap: 2.4 }
const noteLine = { characters: 33, height: 3.85, gap: 1.6 }

const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g
const beginningsOfLines = /<(?:span|a) class="(?:details|note|link|onto|more)"/g
const markup = /<[^>]+>/g

/**
 * The blocks before which all notes so far are to have ended. `noteOf`: what stands beside an annotation in HTML, '' for
 * nothing. `annotations` by their starts.
 */
export function blocksThatWait(
  { text: { text, blocks } }: Pick<Material, 'text'>,
  annotations: readonly MaterialAnnotation[],
  noteOf: (annotation: MaterialAnnotation) => string,
): ReadonlySet<Block> {
  const waiting = new Set<Block>()
  let at = 0
  let top = 0
  let endOfNotes = 0
  for (const [index, block] of blocks.entries()) {
    const height = heightOf(text.slice(block.start, block.end), textLine)
    let isFirst = true
    for (; at < annotations.length && annotations[at]!.spans[0]!.start <= block.end; at++) {
      const { spans } = annotations[at]!
      const note = heightOf(
        noteOf(annotations[at]!).replace(beginningsOfLines, '\n$&').replace(markup, ''),
        noteLine,
      )
      if (isFirst && endOfNotes - top > mostBelow && !isInside(blocks, index)) {
        waiting.add(blocks[withHeadings(blocks, index)]!)
        top = endOfNotes
      }
      isFirst = false
      const share = (spans[0]!.start - block.start) / Math.max(1, block.end - block.start)
      endOfNotes = Math.max(endOfNotes, top + share * height) + note
    }
    top += height
  }
  return waiting
}

function heightOf(words: string, { characters, height, gap }: typeof textLine): number {
  const lines = words
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length + (line.match(wide)?.length ?? 0)) / characters)))
  return lines.reduce((sum, count) => sum + count, 0) * height + gap
}

/** Of lists and tables the first alone can wait. */
function isInside(blocks: readonly Block[], index: number): boolean {
  const { kind } = blocks[index]!
  return (kind === 'list-item' || kind === 'table-cell') && blocks[index - 1]?.kind === kind
}

/** The first of the headings right above a block; they stay with it. */
function withHeadings(blocks: readonly Block[], index: number): number {
  let first = index
  while (blocks[first - 1]?.kind === 'heading') first--
  return first
}
