import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { PageTurn } from '../text/breaks.ts'
import type { CopyMark, LinkMark } from '../view.ts'
import type { TagLine } from './tag-lines.ts'

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
  lineKind: TagLine
  /** Whether the annotation begins with this part. */
  isFirst: boolean
  /** Its span began in a block above, goes on in one below. */
  comesFrom: boolean
  goesOn: boolean
  /** An earlier part of the annotation is so near that a line joins the two. */
  isJoinedToBefore: boolean
  /** The next part stands in a block below, as near. */
  isJoinedBelow: boolean
  /** A claim that no link stands against. */
  isUnanswered: boolean
  /** Of its links, where this part is its last. */
  link: LinkMark | undefined
}

/** The part of a copied passage that lies in this block. */
export interface BlockCopy {
  copy: CopyMark
  start: number
  end: number
  isFirst: boolean
  goesOn: boolean
}

export interface BlockMarks {
  marks: MarginMark[]
  copies: BlockCopy[]
  pages: PageTurn[]
  /** How many annotations more there are than are drawn. */
  undrawn: number
}

/** Where a mark stands: `top` and `bottom` from the top of its block, `x` from the left of the page. */
export interface MarkPlace {
  top: number
  bottom: number
  /** Height of the first line’s letters. */
  line: number
  /** `isRightToLeft` is of its last letter. */
  end: { x: number; top: number; bottom: number; isRightToLeft: boolean }
}

/** Heights from the top of the block. */
export interface PlacedCopy {
  copy: BlockCopy
  top: number
  bottom: number
  /** Of the first line’s letters, and from one line to the next. */
  line: number
  pitch: number
}

export interface PlacedMark {
  mark: MarginMark
  place: MarkPlace
}
