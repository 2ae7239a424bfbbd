import type { StructuredText } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import type { IncomingDocument } from '../annotation-format.ts'

// A project as a .qde file says it, before texts are looked at. GUIDs are in small letters and without braces; '' where
// there is none. Times are as written. No string holds on to the file.

export interface QdaProject {
  name: string
  description: string
  origin: string
  creator: string
  created: string
  users: { guid: string; name: string }[]
  tags: Data.Tag[]
  /** Names of variables by GUID. */
  variables: Map<string, string>
  cases: QdaCase[]
  sources: QdaSource[]
  notes: QdaNote[]
  links: QdaLink[]
  /** What a note is about, by the note’s GUID. Those of selections stand with these. */
  noteRefs: NoteRef[]
  leftOut: Map<string, number>
}

export type NoteSubject =
  | { project: true }
  | { tag: string }
  | { source: QdaSource }
  | { link: string }
  | { note: string }

export interface NoteRef {
  note: string
  /** Its place among all of the file. */
  order: number
  about: NoteSubject
}

export type QdaValue = [variable: string, value: string]

export interface QdaCase {
  guid: string
  /** Null where it has none: then it only gives values to sources. */
  name: string | null
  values: QdaValue[]
  sources: string[]
  selections: string[]
}

export interface QdaSource {
  guid: string
  name: string
  /** As the file writes it, with or without `internal://`; '' where there is none. */
  path: string
  content: string | null
  description: string
  values: QdaValue[]
}

export interface QdaSelection {
  guid: string
  name: string
  start: number
  end: number
  user: string
  created: string
  description: string
  codings: { guid: string; code: string; user: string; created: string }[]
  /** The notes that are about it, or about one of its codings, by the place of that. */
  notes: { note: string; order: number; coding: number | null }[]
  line: number
}

export interface QdaNote {
  guid: string
  name: string
  path: string
  content: string | null
  user: string
  created: string
  values: QdaValue[]
  /** Which passages it marks, in its own text or in that of the source that refers to it. */
  passages: { guid: string; start: number; end: number; line: number }[]
}

export interface QdaLink {
  guid: string
  name: string
  isDirected: boolean
  color: string
  origin: string
  target: string
}

/** A text that lies beside the project, its line ends LF. */
export interface TextFile {
  /** It may lie elsewhere. */
  kept: Pick<IncomingDocument, 'source'> & { text: StructuredText }
  name: string
  isMarked: boolean
  hasReturns: boolean
  notes: string[]
}
