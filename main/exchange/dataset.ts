import type { z } from 'zod'
import type { DocumentStatus } from '../../preload/contract/document.ts'
import type { SpeakerKind } from '../../preload/contract/speaker.ts'
import type { AttributeDefinition, Role } from '../../preload/contract/tag.ts'
import type { Span, StructuredText } from '../../preload/contract/text.ts'

/**
 * A project, or a part of one, as formats see it: plain values without row numbers. Every `id` is the one that is
 * stable for ever; what refers to another thing holds that thing's id, and whatever is referred to is there.
 * Offsets are UTF-16 code units; the formats convert. Maps keep the order in which a person or a file put things.
 */
export interface Dataset {
  project: { name: string; description: string }
  /** In the order they were made, like the speakers, link types, claims, links and memos. */
  annotators: Annotator[]
  speakers: Speaker[]
  /** In the order they were made, but siblings as they follow each other in the codebook. */
  tags: Tag[]
  linkTypes: LinkType[]
  /** In project order. */
  documents: Document[]
  claims: Claim[]
  /** By document, start, end and id. */
  annotations: Annotation[]
  links: Link[]
  memos: Memo[]
  /** The text of a document of this dataset. Not kept: ask once for each pass over it. */
  textOf(documentId: string): StructuredText
}

export interface Annotator {
  id: string
  name: string
}

export interface Speaker {
  id: string
  name: string
  kind: z.infer<typeof SpeakerKind>
  variants: string[]
}

export interface Tag {
  id: string
  name: string
  role: Role
  color: string
  key: string
  parent: string | null
  definition: string
  include: string
  exclude: string
  examples: string[]
  attributes: AttributeDefinition[]
}

export interface LinkType {
  id: string
  name: string
  symmetric: boolean
  color: string
  sourceRoles: Role[]
  targetRoles: Role[]
}

export interface Document {
  id: string
  title: string
  metadata: ReadonlyMap<string, string>
  status: DocumentStatus
  source: { name: string; mediaType: string; sha256: string }
}

export interface Claim {
  id: string
  statement: string
  note: string
  created: string
}

export type AttributeMap = ReadonlyMap<string, string | number | boolean>

export interface Annotation {
  id: string
  document: string
  annotator: string
  tag: string
  spans: Span[]
  claim: string | null
  speaker: string | null
  attributes: AttributeMap
  confidence: number | null
  note: string
  created: string
}

export type LinkEnd = { annotation: string } | { claim: string } | { link: string }

export interface Link {
  id: string
  linkType: string
  source: LinkEnd
  target: LinkEnd
  annotator: string
  strength: number | null
  status: string
  note: string
  created: string
}

export type MemoSubject =
  | LinkEnd
  | { document: string }
  | { tag: string }
  | { speaker: string }
  | { project: true }

export interface Memo {
  id: string
  about: MemoSubject
  annotator: string
  text: string
  created: string
}
