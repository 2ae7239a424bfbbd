import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import type { Doubt, IncomingAnnotation } from '../formats/annotation-format.ts'

/** What a reading has brought, once the sidecar has been heard. Plain values: it crosses from thread to thread. */
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
  doubts: Doubt[]
  /** Records of ours that were there when it was written and that another program has taken away. */
  deleted: number
}

export interface ArrivingDocument extends Data.Document {
  /** Null where the files do not bring it. */
  text: StructuredText | null
  /** The file it was made from, where `source` speaks of that. */
  bytes: Uint8Array | null
  knownAs: string[]
  /** Of the text it had when it was written; '' where that is not known. */
  textSha256: string
}
