import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Unread } from '../../../preload/contract/annotation-import.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import type { Doubt, IncomingAnnotation } from '../formats/annotation-format.ts'

/** What a reading has brought, once the sidecar has been heard. Texts and files may lie elsewhere (`../spool`). */
export interface Arriving {
  format: string
  /** Whether a sidecar of ours lay beside it: it may be a whole project then. */
  isOurs: boolean
  project: { name: string; description: string } | null
  annotators: Data.Annotator[]
  speakers: Data.Speaker[]
  tags: Data.Tag[]
  linkTypes: Data.LinkType[]
  documents: ArrivingDocument[]
  claims: Data.Claim[]
  annotations: IncomingAnnotation[]
  links: Data.Link[]
  memos: Data.Memo[]
  /** Records whose ids are not ours, by kind: no more than names within these files. */
  foreign: Map<Kind, Set<string>>
  leftOut: Loss[]
  unread: Unread
  /** Files that were chosen together with it and belong to it, by their names. */
  beside?: readonly string[]
  doubts: Doubt[]
  /** Ids of our documents, annotations, links and memos that another program has taken away, or that fell with those. */
  missing: Map<Kind, string[]>
  /** Whether `missing` is all that was taken away: a format that keeps our ids does not say what it held. */
  isComplete: boolean
  /** Records of ours of which another program has changed something, and those that it has left as they were. */
  edits: Map<Kind, Map<string, Edit>>
  untouched: Map<Kind, Set<string>>
}

/** Of what was read whole. */
export const nothingUnread: Unread = { refused: [], passedOver: [], otherFormats: [] }

/** What another program has changed of a record of ours. */
export interface Edit {
  fields: Set<string>
  /** Those fields as we wrote them. */
  before: Record<string, unknown>
}

export interface ArrivingDocument extends Data.Document {
  /** Null where the files do not bring it. */
  text: StructuredText | null
  /** The file it was made from, where `source` speaks of that. */
  original: { readonly bytes: Uint8Array } | null
  knownAs: string[]
  /** Whether the files name it; else the title says no more than where it stood in them. */
  isNamed: boolean
  /** Of the text it had when it was written; '' where that is not known. */
  textSha256: string
}
