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
  const count = database
    .prepare<[SpeakerId], number>(`SELECT count(*) FROM annotation WHERE speaker_id = ?`)
    .pluck()

  return {
    /** By document date, undated last, then in reading order. */
    ids: (id: SpeakerId): AnnotationId[] => selectIds.all(id),
    /** The stretches of a text that somebody is said to speak, in no order. */
    inDocument: (id: DocumentId) => selectInDocument.all(id),
    count: (id: SpeakerId): number => count.get(id)!,
    countDocuments: (id: SpeakerId): number => countDocuments.get(id) ?? 0,
    /** Gives what one says to another. */
    move: (from: SpeakerId, to: SpeakerId): void => void move.run({ from, to }),
  }
}
