import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { PackedText } from '../../preload/contract/document.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { countWords } from '../count-words.ts'
import { found } from './not-found.ts'

/** The file a text came from. `original`: its bytes, where they are kept. */
export interface Source {
  name: string
  mediaType: string
  sha256: string
}

interface TextRow {
  text: string
  blocks: string
  marks: string
  breaks: string
}

/** Code units of text kept in memory for cutting quotes; the text read last is always kept. */
const mostKept = 8_000_000

/** States of documents’ texts, with their structure and their original files. Written once, never changed. */
export function revisionRepository(database: Database) {
  const insert = database.prepare(
    `INSERT INTO revision (document_id, number, length, text_sha256, source_name, source_media_type, source_sha256,
       original_id, created, breaks, marks, blocks, text)
     VALUES (:documentId, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE document_id = :documentId), :length,
       :textSha256, :name, :mediaType, :sha256, :originalId, :created, :breaks, :marks, :blocks, :text)`,
  )
  const insertWords = database.prepare<[RevisionId, number]>(
    `INSERT INTO word_count (revision_id, words) VALUES (?, ?)`,
  )
  const insertRemark = database.prepare<[RevisionId, number, string]>(
    `INSERT INTO import_remark (revision_id, position, words) VALUES (?, ?, ?)`,
  )
  const selectRemarks = database
    .prepare<[RevisionId], string>(`SELECT words FROM import_remark WHERE revision_id = ? ORDER BY position`)
    .pluck()
  const select = database.prepare<[RevisionId], TextRow>(
    `SELECT text, blocks, marks, breaks FROM revision WHERE id = ?`,
  )
  const selectPacked = database.prepare<[RevisionId], { text: string; structure: string }>(
    `SELECT text, '{"blocks":' || blocks || ',"marks":' || marks || ',"breaks":' || breaks || '}' AS structure
     FROM revision WHERE id = ?`,
  )
  const selectText = database.prepare<[RevisionId], string>(`SELECT text FROM revision WHERE id = ?`).pluck()
  const selectHash = database
    .prepare<[RevisionId], string>(`SELECT text_sha256 FROM revision WHERE id = ?`)
    .pluck()
  const selectOriginal = database
    .prepare<[string], number>(`SELECT id FROM original WHERE sha256 = ?`)
    .pluck()
  const insertOriginal = database.prepare<[string, Uint8Array]>(
    `INSERT INTO original (sha256, bytes) VALUES (?, ?)`,
  )
  const selectBytes = database
    .prepare<[RevisionId], Uint8Array>(
      `SELECT bytes FROM revision JOIN original ON original.id = original_id WHERE revision.id = ?`,
    )
    .pluck()

  const deleteUnusedOriginals = database.prepare<[number]>(
    `DELETE FROM original WHERE id IN (
       SELECT id FROM original WHERE NOT EXISTS (SELECT 1 FROM revision WHERE original_id = original.id) LIMIT ?)`,
  )

  // By hash as well, because the id of a revision that was rolled back is given again.
  const kept = new Map<RevisionId, { hash: string; text: string }>()
  let keptLength = 0

  /** Puts it last, and drops the first until the rest is short enough. */
  function keep(id: RevisionId, hash: string, text: string): void {
    drop(id)
    kept.set(id, { hash, text })
    keptLength += text.length
    for (const oldest of kept.keys()) {
      if (keptLength <= mostKept || oldest === id) break
      drop(oldest)
    }
  }

  function drop(id: RevisionId): void {
    keptLength -= kept.get(id)?.text.length ?? 0
    kept.delete(id)
  }

  function originalId(sha256: string, bytes: Uint8Array): number {
    return selectOriginal.get(sha256) ?? Number(insertOriginal.run(sha256, bytes).lastInsertRowid)
  }

  return {
    /**
     * `original`: the imported file’s bytes, whose hash is `source.sha256`; null where they are not at hand. `words`:
     * how many there are, where they are counted already. `remarks`: what was left out of the file or changed.
     */
    insert(
      documentId: DocumentId,
      { text, blocks, marks, breaks }: StructuredText,
      {
        source,
        original,
        created,
        words = countWords(text),
        remarks = [],
      }: {
        source: Source
        original: Uint8Array | null
        created: string
        words?: number | undefined
        remarks?: readonly string[] | undefined
      },
    ): RevisionId {
      const { lastInsertRowid } = insert.run({
        documentId,
        length: text.length,
        textSha256: hashOf(text),
        ...source,
        originalId: original && originalId(source.sha256, original),
        created,
        breaks: JSON.stringify(breaks),
        marks: JSON.stringify(marks),
        blocks: JSON.stringify(blocks),
        text,
      })
      const id = Number(lastInsertRowid) as RevisionId
      insertWords.run(id, words)
      for (const [position, remark] of remarks.entries()) insertRemark.run(id, position, remark)
      return id
    },

    /** Deletes up to so many files that no text is from any more, and tells how many. */
    deleteUnusedOriginals: (most: number): number => deleteUnusedOriginals.run(most).changes,

    /** The text, and as a JSON object its blocks, marks and breaks. */
    packed: (id: RevisionId): Pick<PackedText, 'text' | 'structure'> => found(selectPacked.get(id), 'text'),

    get(id: RevisionId): StructuredText {
      const { text, blocks, marks, breaks } = found(select.get(id), 'text')
      return { text, blocks: JSON.parse(blocks), marks: JSON.parse(marks), breaks: JSON.parse(breaks) }
    },

    /** The plain text alone, for reading many one after the other: none of them is kept in memory. */
    textOnce: (id: RevisionId): string => found(selectText.get(id), 'text'),

    /** The plain text alone; of texts read lately from memory. */
    text(id: RevisionId): string {
      const hash = found(selectHash.get(id), 'text')
      const remembered = kept.get(id)
      const text = remembered?.hash === hash ? remembered.text : found(selectText.get(id), 'text')
      keep(id, hash, text)
      return text
    },

    /** What was left out of the file or changed when this text was made of it, in the order in which it was told. */
    remarks: (id: RevisionId): string[] => selectRemarks.all(id),

    /** The imported file as it was, where it was kept. */
    original: (id: RevisionId): Uint8Array | undefined => selectBytes.get(id),
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
