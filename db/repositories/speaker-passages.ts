import type { Database } from 'better-sqlite3'
import type { AnnotationId, DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'

/** Where speakers speak. */
export function speakerPassageRepository(database: Database) {
  const selectIds = database
    .prepare<[SpeakerId], AnnotationId>(
      `SELECT annotation.id FROM annotation JOIN document ON document.id = document_id WHERE speaker_id = ?
       ORDER BY nullif(metadata ->> '$.date', '') NULLS LAST, document_id,
         (SELECT start FROM span WHERE annotation_id = annotation.id ORDER BY position LIMIT 1), annotation.id`,
    )
    .pluck()
  const countDocuments = database
    .prepare<[SpeakerId], number>(`SELECT count(DISTINCT document_id) FROM annotation WHERE speaker_id = ?`)
    .pluck()
  const selectInDocument = database.prepare<[DocumentId], Span & { speakerId: SpeakerId }>(
    `SELECT start, "end", speaker_id AS speakerId FROM annotation CROSS JOIN span ON annotation_id = annotation.id
     WHERE annotation.document_id = ? AND speaker_id IS NOT NULL`,
  )
  const move = database.prepare<{ from: SpeakerId; to: SpeakerId }>(
    `UPDATE annotation SET speaker_id = :to WHERE speaker_id = :from`,
  )
  const countLinks = database
    .prepare<{ ids: string }, number>(
      `SELECT count(*) FROM json_each(:ids) CROSS JOIN annotation AS source ON source.speaker_id = value
         CROSS JOIN link ON source_annotation_id = source.id
         CROSS JOIN annotation AS target ON target.id = target_annotation_id
       WHERE target.speaker_id <> source.speaker_id AND target.speaker_id IN (SELECT value FROM json_each(:ids))`,
    )
    .pluck()

  return {
    /** By document date, undated last, then in reading order. */
    ids: (id: SpeakerId): AnnotationId[] => selectIds.all(id),
    /** The stretches of a text that somebody is said to speak, in no order. */
    inDocument: (id: DocumentId) => selectInDocument.all(id),
    countDocuments: (id: SpeakerId): number => countDocuments.get(id) ?? 0,
    /** Gives what one says to another; tells how many passages. */
    move: (from: SpeakerId, to: SpeakerId): number => move.run({ from, to }).changes,
    /** Links from a passage of one of them to a passage of another. */
    countLinksBetween: (ids: readonly SpeakerId[]): number =>
      countLinks.get({ ids: JSON.stringify(ids) }) ?? 0,
  }
}
