import type { Database } from 'better-sqlite3'
import type {
  AnnotationId,
  ClaimId,
  DocumentId,
  LinkId,
  LinkTypeId,
  SpeakerId,
} from '../../preload/contract/ids.ts'

/** An end of a link with what tells whose it is: one of the first, a claim, or a link. */
export interface SpokenEnd {
  annotation: AnnotationId | null
  speaker: SpeakerId | null
  document: DocumentId | null
  claim: ClaimId | null
  link: LinkId | null
}

export interface SpokenLink {
  id: LinkId
  type: LinkTypeId
  source: SpokenEnd
  target: SpokenEnd
}

/** Where and by whom a claim is stated; each document and speaker once. */
export interface Stated {
  claim: ClaimId
  document: DocumentId
  speaker: SpeakerId | null
}

type End = [
  annotation: AnnotationId | null,
  speaker: SpeakerId | null,
  document: DocumentId | null,
  claim: ClaimId | null,
  link: LinkId | null,
]

/** Links with what is needed to know who answers whom, in pieces, since there may be very many. */
export function answeringLinkRepository(database: Database) {
  const end = (side: 'source' | 'target') =>
    `${side}_annotation_id, ${side}.speaker_id, ${side}.document_id, ${side}_claim_id, ${side}_link_id`
  const selectAfter = database
    .prepare<[LinkId, number], [LinkId, LinkTypeId, ...End, ...End]>(
      `SELECT link.id, link_type_id, ${end('source')}, ${end('target')} FROM link
         LEFT JOIN annotation AS source ON source.id = source_annotation_id
         LEFT JOIN annotation AS target ON target.id = target_annotation_id
       WHERE link.id > ? ORDER BY link.id LIMIT ?`,
    )
    .raw()
  const selectStated = database
    .prepare<[string], [ClaimId, DocumentId, SpeakerId | null]>(
      `SELECT DISTINCT claim_id, document_id, speaker_id
       FROM json_each(?) CROSS JOIN annotation ON claim_id = value`,
    )
    .raw()

  return {
    /** The next so many after one, in the order they were made; 0 begins. */
    after: (id: LinkId | 0, count: number): SpokenLink[] =>
      selectAfter.all(id as LinkId, count).map(([id, type, ...ends]) => ({
        id,
        type,
        source: toEnd(ends.slice(0, 5) as End),
        target: toEnd(ends.slice(5) as End),
      })),

    stated: (claims: readonly ClaimId[]): Stated[] =>
      selectStated
        .all(JSON.stringify(claims))
        .map(([claim, document, speaker]) => ({ claim, document, speaker })),
  }
}

const toEnd = ([annotation, speaker, document, claim, link]: End): SpokenEnd => ({
  annotation,
  speaker,
  document,
  claim,
  link,
})
