import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { PageTurn } from './breaks.ts'
import type { LinkMark } from './view.ts'

/** What the margins of a block say about one of the annotations that reach into it. */
export interface MarginMark {
  id: AnnotationId
  tagName: string
  /** The part of it that lies in this block. */
  start: number
  end: number
  lane: number
  isDimmed: boolean
  line: string
  ink: string
  /** Whether the annotation begins with this part. */
  isFirst: boolean
  /** A claim that no link stands against. */
  isUnanswered: boolean
  /** Of its links, where this part is its last. */
  link: LinkMark | undefined
}

export interface BlockMarks {
  marks: MarginMark[]
  pages: PageTurn[]
}

/** Where a mark stands: `top` and `bottom` from the top of its block, `x` from the left of the page. */
export interface MarkPlace {
  top: number
  bottom: number
  /** Height of the first line’s letters. */
  line: number
  end: { x: number; top: number; bottom: number; isRightToLeft: boolean }
}
