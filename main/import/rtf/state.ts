import type { MarkShape } from '../text-builder.ts'

/** What becomes of the words of a group. */
export type Destination =
  /** They are text. */
  | 'text'
  /** They go; groups inside may be text again. */
  | 'nothing'
  /** They are the instruction of a field. */
  | 'instruction'
  /** They are a header or a footer. */
  | 'edge'
  | 'title'
  | 'author'

/** What holds until the end of the group. */
export interface GroupState {
  destination: Destination
  /** How many characters stand in for one `\u`. */
  skippedAfterUnicode: number
  font: number | null
  bold: boolean
  italic: boolean
  struckOut: boolean
  hidden: boolean
  deleted: boolean
  place: 'sup' | 'sub' | null
  link: MarkShape | null
  /** The field that an instruction belongs to. */
  field: { instruction: string } | null
}

export const plainState: Readonly<GroupState> = {
  destination: 'text',
  skippedAfterUnicode: 1,
  font: null,
  bold: false,
  italic: false,
  struckOut: false,
  hidden: false,
  deleted: false,
  place: null,
  link: null,
  field: null,
}

/** What holds until `\pard`. */
export interface ParagraphState {
  style: number
  outline: number | null
  inTable: boolean
  list: number | null
  level: number
  /** Of lists in the way of old programs. */
  oldList: 'bullets' | 'numbers' | null
}

export const plainParagraph: ParagraphState = {
  style: 0,
  outline: null,
  inTable: false,
  list: null,
  level: 0,
  oldList: null,
}

export function marksOf({ bold, italic, place, link }: GroupState): MarkShape[] {
  const marks: MarkShape[] = link ? [link] : []
  if (bold) marks.push({ kind: 'strong' })
  if (italic) marks.push({ kind: 'em' })
  if (place) marks.push({ kind: place })
  return marks
}
