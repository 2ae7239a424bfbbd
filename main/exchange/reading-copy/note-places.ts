import { hasFromRight, runsFromRight } from './blocks.ts'
import type { Material, MaterialAnnotation } from './material.ts'

/** Where notes stand that cannot each float beside the line in which their annotation begins. */
export interface NotePlaces {
  /** Before the block: of cells, and of lines that begin where notes stand, whose edge is not that of the text. */
  before: ReadonlySet<MaterialAnnotation>
  /** With the note of another in the same block: those that follow it, in their order. */
  following: ReadonlyMap<MaterialAnnotation, readonly MaterialAnnotation[]>
}

/** Letters, signs and spaces; no line of a copy is as long. */
const longerThanLines = 120
const combining = /\p{M}/gu

/**
 * Notes that float from one line come in the order in which browsers draw it, which is backwards where it runs from
 * right to left: there all that may begin in one line share one note. `annotations`: those that have one.
 */
export function notePlaces(
  { text: { text, blocks } }: Pick<Material, 'text'>,
  annotations: readonly MaterialAnnotation[],
  isMostlyFromRight: boolean,
): NotePlaces {
  const before = new Set<MaterialAnnotation>()
  const following = new Map<MaterialAnnotation, MaterialAnnotation[]>()
  let at = 0
  let last: { block: number; start: number; own: MaterialAnnotation[] } | undefined
  for (const annotation of annotations) {
    const { start } = annotation.spans[0]!
    while (at < blocks.length - 1 && blocks[at]!.end < start) at++
    const block = blocks[at]
    if (!block) break
    const words = text.slice(block.start, block.end)
    const isFromRight = runsFromRight(words)
    if (block.kind === 'table-cell' || isFromRight !== isMostlyFromRight) {
      before.add(annotation)
      continue
    }
    const between = last?.block === at ? text.slice(last.start, start) : undefined
    const mayShareLine = between !== undefined && between.replace(combining, '').length < longerThanLines
    if (mayShareLine && (isFromRight || hasFromRight(between))) last!.own.push(annotation)
    else {
      last = { block: at, start, own: [] }
      following.set(annotation, last.own)
    }
  }
  return { before, following }
}
