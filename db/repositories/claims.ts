import type { Database } from 'better-sqlite3'
import type { Claim } from '../../preload/contract/claim.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

export type ClaimHead = Pick<Claim, 'id' | 'statement' | 'created'>

/** Propositions above their wordings. */
export function claimRepository(database: Database) {
  const select = `
    SELECT id, uid, statement, note, created,
      (SELECT count(*) FROM annotation WHERE claim_id = claim.id) AS mentions
    FROM claim`
  const selectAll = database.prepare<[], Claim>(`${select} ORDER BY id`)
  const selectById = database.prepare<[ClaimId], Claim>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], Claim>(`${select} WHERE uid = ?`)
  const insert = database.prepare<[Omit<Claim, 'id' | 'mentions'>]>(
    `INSERT INTO claim (uid, statement, note, created) VALUES (:uid, :statement, :note, :created)`,
  )
  const update = columnUpdater<'statement' | 'note'>(database, 'claim')
  const remove = database.prepare<[ClaimId]>(`DELETE FROM claim WHERE id = ?`)
  const state = database.prepare<{ annotation: AnnotationId; claim: ClaimId }>(
    `UPDATE annotation SET claim_id = :claim WHERE id = :annotation AND claim_id IS NOT :claim`,
  )
  const moveMentions = database.prepare<{ from: ClaimId; to: ClaimId }>(
    `UPDATE annotation SET claim_id = :to WHERE claim_id = :from`,
  )
  const statements = database
    .prepare<[], [ClaimId, string]>(`SELECT id, statement FROM claim ORDER BY id`)
    .raw()

  const heads = database.prepare<[], ClaimHead>(`SELECT id, statement, created FROM claim ORDER BY id`)

  const selectInDocument = database
    .prepare<[DocumentId], ClaimId>(
      `SELECT DISTINCT claim_id FROM annotation WHERE document_id = ? AND claim_id IS NOT NULL`,
    )
    .pluck()
  const selectDocuments = database
    .prepare<[ClaimId], DocumentId>(`SELECT DISTINCT document_id FROM annotation WHERE claim_id = ?`)
    .pluck()

  const find = (id: ClaimId): Claim | undefined => selectById.get(id)

  return {
    /** In the order they were made. */
    list: (): Claim[] => selectAll.all(),
    find,
    get: (id: ClaimId): Claim => found(find(id), 'claim'),
    findByUid: (uid: string): Claim | undefined => selectByUid.get(uid),
    insert: (claim: Omit<Claim, 'id' | 'mentions'>): ClaimId =>
      Number(insert.run(claim).lastInsertRowid) as ClaimId,
    update: (id: ClaimId, change: Change<Pick<Claim, 'statement' | 'note'>>): boolean => update(id, change),
    /** Of every claim, in the order they were made. */
    statements: (): [ClaimId, string][] => statements.all(),
    /** Of every claim, in the order they were made: without the count of its mentions, which takes a walk each. */
    heads: (): ClaimHead[] => heads.all(),
    /** The claims that a document states. */
    idsInDocument: (id: DocumentId): ClaimId[] => selectInDocument.all(id),
    /** The documents that state a claim. */
    documentsOf: (id: ClaimId): DocumentId[] => selectDocuments.all(id),
    /** Makes an annotation a mention; tells whether it was none before. */
    addMention: (claim: ClaimId, annotation: AnnotationId): boolean =>
      state.run({ claim, annotation }).changes > 0,
    /** Makes the mentions of one claim mentions of another; tells how many. */
    moveMentions: (from: ClaimId, to: ClaimId): number => moveMentions.run({ from, to }).changes,
    /** Its mentions stay as annotations; links and memos of the claim itself go with it. */
    delete: (id: ClaimId): boolean => remove.run(id).changes > 0,
  }
}
