import type { Role } from '../../../preload/contract/tag.ts'
import type { Span, StructuredText } from '../../../preload/contract/text.ts'

/** All that a copy for reading can show of one document, with nothing left to look up. */
export interface Material {
  title: string
  /** BCP 47, or ''. */
  language: string
  /** In the order they are to be shown; without the title. */
  facts: readonly { name: string; value: string }[]
  project: string
  text: StructuredText
  /** Those that annotations of this document have, in the order of the codebook. */
  tags: readonly MaterialTag[]
  /** In reading order; the first is number 1. */
  annotations: readonly MaterialAnnotation[]
}

export interface MaterialTag {
  id: number
  name: string
  color: string
  role: Role
  definition: string
}

export interface MaterialAnnotation {
  number: number
  tag: number
  spans: readonly Span[]
  note: string
  speaker: string
  /** Its attributes and the annotator’s confidence, each in words: “certainty: high”. */
  details: readonly string[]
  links: readonly MaterialLink[]
  annotator: string
  /** ISO 8601, in UTC. */
  created: string
}

/** A link as seen from an annotation. */
export interface MaterialLink {
  /** As it reads from here: “rebuts”, “… rebuts this”. */
  type: string
  isOutgoing: boolean
  isSymmetric: boolean
  /** What stands at the other end, and where: title and speaker, and the date of its document or ''. */
  words: string
  source: string
  date: string
  /** The number of the annotation at the other end, when it is in the same document. */
  to: number | null
  strength: number | null
  note: string
  /** Links onto this link, seen from it: what undercuts it first. Of these themselves none are told. */
  onto: readonly MaterialLink[]
}
