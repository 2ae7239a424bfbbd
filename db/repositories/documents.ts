import type { Database } from 'better-sqlite3'
import { collectionsField } from '../../preload/contract/collections.ts'
import type {
  DocumentDetails,
  DocumentStatus,
  DocumentText,
  Metadata,
  PackedText,
} from '../../preload/contract/document.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'
import type { revisionRepository, Source } from './revisions.ts'

export interface NewDocument {
  uid: string
  title: string
  metadata: Metadata
  status: DocumentStatus
  text: StructuredText
  source: Source
  /** The imported file’s bytes; null where they are not at hand. */
  original: Uint8Array | null
  imported: string
  /** How many words the text has, where they are counted already. */
  words?: number | undefined
  /** What was left out of the file or changed on the way in. */
  remarks?: readonly string[] | undefined
}

interface DocumentRow {
  id: DocumentId
  uid: string
  title: string
  metadata: string
  status: DocumentStatus
  imported: string
  revisionId: RevisionId
  name: string
  mediaType: string
  sha256: string
}

/** Which text a document has now, and in which language: '' where nobody has said. */
export interface CurrentText {
  id: DocumentId
  revisionId: RevisionId
  language: string
}

/** Between documents, so that moving a few of them leaves the others alone. */
const stride = 1024

/**
 * The source texts. A document that was deleted, or whose import was undone, is absent: its row and text stay so
 * that it can come back, and nothing here shows it.
 */
export function documentRepository(database: Database, revisions: ReturnType<typeof revisionRepository>) {
  const select = `
    SELECT document.id, uid, title, metadata, status, imported, revision_id AS revisionId,
      source_name AS name, source_media_type AS mediaType, source_sha256 AS sha256
    FROM document JOIN revision ON revision.id = revision_id`
  const selectAll = database.prepare<[], DocumentRow>(
    `${select} WHERE present = 1 ORDER BY position, document.id`,
  )
  const selectById = database.prepare<[DocumentId], DocumentRow>(
    `${select} WHERE present = 1 AND document.id = ?`,
  )
  const selectByUid = database.prepare<[string], DocumentRow>(`${select} WHERE present = 1 AND uid = ?`)
  const selectBySource = database
    .prepare<[string], DocumentId>(
      `SELECT document.id FROM revision JOIN document ON document.revision_id = revision.id
       WHERE source_sha256 = ? AND present = 1 ORDER BY document.id`,
    )
    .pluck()
  const selectRevision = database
    .prepare<[DocumentId], RevisionId>(`SELECT revision_id FROM document WHERE id = ? AND present = 1`)
    .pluck()
  const selectAbsent = database
    .prepare<[string], DocumentId>(`SELECT id FROM document WHERE uid = ? AND present = 0`)
    .pluck()
  const selectCurrent = database.prepare<[], CurrentText>(
    `SELECT id, revision_id AS revisionId, coalesce(metadata ->> '$.language', '') AS language
     FROM document WHERE present = 1 ORDER BY position, id`,
  )
  const selectIds = database
    .prepare<[], DocumentId>(`SELECT id FROM document WHERE present = 1 ORDER BY position, id`)
    .pluck()
  const selectMetadata = database
    .prepare<[DocumentId], string>(`SELECT metadata FROM document WHERE id = ? AND present = 1`)
    .pluck()
  const selectCollected = database
    .prepare<[], DocumentId>(
      `SELECT id FROM document WHERE present = 1 AND metadata ->> '$.${collectionsField}' IS NOT NULL
       ORDER BY position, id`,
    )
    .pluck()
  const countPresent = database.prepare<[], number>(`SELECT count(*) FROM document WHERE present = 1`).pluck()

  const insertAbsent = database.prepare<[string, string]>(
    `INSERT INTO document (uid, title, status, position, present, imported) VALUES (?, '', 'to-do', 0, 0, ?)`,
  )
  // In one statement, so that the log holds the row as it was while absent.
  const makePresent = database.prepare(
    `UPDATE document SET title = :title, metadata = :metadata, status = :status, revision_id = :revisionId,
       imported = :imported, present = 1,
       position = (SELECT coalesce(max(position), 0) + ${stride} FROM document WHERE present = 1)
     WHERE id = :id`,
  )
  const selectAny = database.prepare<[string], DocumentId>(`SELECT id FROM document WHERE uid = ?`).pluck()
  const setRevision = database.prepare<[RevisionId, DocumentId]>(
    `UPDATE document SET revision_id = ? WHERE id = ? AND present = 0`,
  )
  const forgotten = `SELECT id FROM document WHERE present = 0
    AND NOT EXISTS (SELECT 1 FROM change WHERE table_name = 'document' AND row_id = document.id)`
  const selectForgotten = database.prepare<[], DocumentId>(`${forgotten} LIMIT 1`).pluck()
  const deleteForgotten = database.prepare<[number]>(
    `DELETE FROM document WHERE id IN (${forgotten} LIMIT ?)`,
  )
  const makeAbsent = database.prepare<[DocumentId]>(
    `UPDATE document SET present = 0 WHERE id = ? AND present = 1`,
  )
  const updateStatus = database.prepare<{ id: DocumentId; status: DocumentStatus }>(
    `UPDATE document SET status = :status WHERE id = :id AND present = 1 AND status <> :status`,
  )
  const update = columnUpdater<'title' | 'metadata' | 'status'>(database, 'document')
  const selectPositions = database.prepare<[], { id: DocumentId; position: number }>(
    `SELECT id, position FROM document WHERE present = 1 ORDER BY position, id`,
  )
  const updatePosition = database.prepare<[number, DocumentId]>(
    `UPDATE document SET position = ? WHERE id = ?`,
  )

  const find = (id: DocumentId): DocumentDetails | undefined => fromRow(selectById.get(id))
  const revisionOf = (id: DocumentId): RevisionId => found(selectRevision.get(id), 'document')

  return {
    /** In project order. */
    list: (): DocumentDetails[] => selectAll.all().map((row) => fromRow(row)),
    /** In project order. */
    ids: (): DocumentId[] => selectIds.all(),
    /** Which texts there are, in project order. */
    currentTexts: (): CurrentText[] => selectCurrent.all(),
    count: (): number => countPresent.get() ?? 0,
    find,
    get: (id: DocumentId): DocumentDetails => found(find(id), 'document'),
    findByUid: (uid: string): DocumentDetails | undefined => fromRow(selectByUid.get(uid)),
    /** Those whose present text came from a file with these bytes. */
    findBySource: (sha256: string): DocumentId[] => selectBySource.all(sha256),
    revisionOf,
    metadataOf: (id: DocumentId): Metadata => JSON.parse(found(selectMetadata.get(id), 'document')),
    /** Those that are in any collection, in project order. */
    collected: (): DocumentId[] => selectCollected.all(),

    /** The plain text as it stands now. */
    plainText: (id: DocumentId): string => revisions.text(revisionOf(id)),
    packedText(id: DocumentId): PackedText {
      const { title, metadata } = this.get(id)
      const revisionId = revisionOf(id)
      return { id, revisionId, title, language: metadata.language ?? '', ...revisions.packed(revisionId) }
    },
    text(id: DocumentId): DocumentText {
      const { title, metadata } = this.get(id)
      const revisionId = revisionOf(id)
      return { id, revisionId, title, language: metadata.language ?? '', ...revisions.get(revisionId) }
    },
    /** What was left out of the file that its present text was made of, or changed. */
    remarks: (id: DocumentId): string[] => revisions.remarks(revisionOf(id)),
    original: (id: DocumentId): Uint8Array | undefined => revisions.original(revisionOf(id)),

    /** At the end of the project. A document of this uid that is absent comes back with the new text. */
    insert({
      uid,
      text,
      source,
      original,
      imported,
      metadata,
      words,
      remarks,
      ...rest
    }: NewDocument): DocumentId {
      const id =
        selectAbsent.get(uid) ?? (Number(insertAbsent.run(uid, imported).lastInsertRowid) as DocumentId)
      const revisionId = revisions.insert(id, text, { source, original, created: imported, words, remarks })
      makePresent.run({ ...rest, id, imported, revisionId, metadata: JSON.stringify(metadata) })
      return id
    },

    /**
     * Puts the text of a document to come into the project, where nobody sees it before `appear`; undefined, and
     * nothing is done, where a document of this uid is or was here. No step of the history knows of it.
     */
    prepare({
      uid,
      text,
      source,
      original,
      imported,
      words,
    }: Omit<NewDocument, 'title' | 'metadata' | 'status'>): RevisionId | undefined {
      if (selectAny.get(uid) !== undefined) return undefined
      const id = Number(insertAbsent.run(uid, imported).lastInsertRowid) as DocumentId
      const revisionId = revisions.insert(id, text, { source, original, created: imported, words })
      setRevision.run(revisionId, id)
      return revisionId
    },

    /** A document whose text was prepared comes to the end of the project. */
    appear(
      uid: string,
      revisionId: RevisionId,
      { metadata, ...rest }: Pick<NewDocument, 'title' | 'metadata' | 'status' | 'imported'>,
    ): DocumentId {
      const id = found(selectAbsent.get(uid), 'document')
      makePresent.run({ ...rest, id, revisionId, metadata: JSON.stringify(metadata) })
      return id
    },

    /** Whether any is absent that no step can bring back: its import was ended before it was done. */
    hasForgotten: (): boolean => selectForgotten.get() !== undefined,

    /** Deletes up to so many of those that are absent and that no step can bring back, and tells how many. */
    deleteForgotten(most: number): number {
      const { changes } = deleteForgotten.run(most)
      return changes + revisions.deleteUnusedOriginals(most)
    },

    update: (
      id: DocumentId,
      { metadata, ...rest }: Change<Pick<DocumentDetails, 'title' | 'metadata' | 'status'>>,
    ): boolean => update(id, { ...rest, metadata: metadata && JSON.stringify(metadata) }),

    /** Tells whether it had another status before. */
    setStatus: (id: DocumentId, status: DocumentStatus): boolean =>
      updateStatus.run({ id, status }).changes > 0,

    /** Puts documents, in the order given, before another one that is not among them, or at the end. */
    move(ids: readonly DocumentId[], before: DocumentId | null): void {
      const moved = new Set(ids)
      const others = selectPositions.all().filter(({ id }) => !moved.has(id))
      const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
      const low = others[at - 1]?.position ?? 0
      const high = others[at]?.position ?? low + stride * (ids.length + 1)
      const gap = Math.floor((high - low) / (ids.length + 1))
      if (gap > 0) {
        for (const [index, id] of ids.entries()) updatePosition.run(low + gap * (index + 1), id)
      } else {
        const order = [
          ...others.slice(0, at).map(({ id }) => id),
          ...ids,
          ...others.slice(at).map(({ id }) => id),
        ]
        for (const [index, id] of order.entries()) updatePosition.run((index + 1) * stride, id)
      }
    },

    /** Its annotations and memos go first, each for itself. Its text stays, so that it can come back. */
    delete: (id: DocumentId): boolean => makeAbsent.run(id).changes > 0,
  }
}

function fromRow(row: DocumentRow): DocumentDetails
function fromRow(row: DocumentRow | undefined): DocumentDetails | undefined
function fromRow(row: DocumentRow | undefined): DocumentDetails | undefined {
  if (row === undefined) return undefined
  const { id, uid, title, metadata, status, imported, name, mediaType, sha256 } = row
  return {
    id,
    uid,
    title,
    metadata: JSON.parse(metadata),
    status,
    source: { name, mediaType, sha256 },
    imported,
  }
}
