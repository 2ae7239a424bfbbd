import type { Database } from 'better-sqlite3'
import type { AnnotationId, ClaimId, MemoId, SpeakerId, TagId } from '../../preload/contract/ids.ts'
import type { Memo, MemoSubject } from '../../preload/contract/memo.ts'
import { found } from './not-found.ts'

const kinds = ['annotation', 'claim', 'link', 'document', 'tag', 'speaker'] as const
type Kind = (typeof kinds)[number]
type SubjectColumns = { [K in `${Kind}_id`]: number | null }
type MemoRow = Omit<Memo, 'about'> & SubjectColumns

/** Notes on anything. */
export function memoRepository(database: Database) {
  const columns = kinds.map((kind) => `${kind}_id`).join(', ')
  const select = `SELECT id, uid, annotator_id AS annotatorId, text, created, ${columns} FROM memo`
  const selectAll = database.prepare<[], MemoRow>(`${select} ORDER BY id`)
  const selectById = database.prepare<[MemoId], MemoRow>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], MemoRow>(`${select} WHERE uid = ?`)
  const selectOfProject = database.prepare<[], MemoRow>(
    `${select} WHERE ${kinds.map((kind) => `${kind}_id IS NULL`).join(' AND ')} ORDER BY id`,
  )
  const selectAbout = new Map(
    kinds.map((kind) => [
      kind,
      database.prepare<[number], MemoRow>(`${select} WHERE ${kind}_id = ? ORDER BY id`),
    ]),
  )
  const insert = database.prepare(
    `INSERT INTO memo (uid, annotator_id, text, created, ${columns})
     VALUES (:uid, :annotatorId, :text, :created, ${kinds.map((kind) => `:${kind}_id`).join(', ')})`,
  )
  const moveToAnnotation = database.prepare<{ from: AnnotationId; to: AnnotationId }>(
    `UPDATE memo SET annotation_id = :to WHERE annotation_id = :from`,
  )
  const moveToTag = database.prepare<{ from: TagId; to: TagId }>(
    `UPDATE memo SET tag_id = :to WHERE tag_id = :from`,
  )
  const moveToClaim = database.prepare<{ from: ClaimId; to: ClaimId }>(
    `UPDATE memo SET claim_id = :to WHERE claim_id = :from`,
  )
  const moveToSpeaker = database.prepare<{ from: SpeakerId; to: SpeakerId }>(
    `UPDATE memo SET speaker_id = :to WHERE speaker_id = :from`,
  )
  const update = database.prepare<[string, MemoId]>(`UPDATE memo SET text = ? WHERE id = ?`)
  const remove = database.prepare<[MemoId]>(`DELETE FROM memo WHERE id = ?`)

  const find = (id: MemoId): Memo | undefined => fromRow(selectById.get(id))

  return {
    /** In the order they were made. */
    list: (): Memo[] => selectAll.all().map((row) => fromRow(row)),
    listAbout(about: MemoSubject): Memo[] {
      const subject = subjectOf(about)
      const rows =
        subject === undefined ? selectOfProject.all() : selectAbout.get(subject.kind)?.all(subject.id)
      return (rows ?? []).map((row) => fromRow(row))
    },
    find,
    get: (id: MemoId): Memo => found(find(id), 'memo'),
    findByUid: (uid: string): Memo | undefined => fromRow(selectByUid.get(uid)),
    insert({ about, ...rest }: Omit<Memo, 'id'>): MemoId {
      const subject = subjectOf(about)
      const ids = Object.fromEntries(
        kinds.map((kind) => [`${kind}_id`, subject?.kind === kind ? subject.id : null]),
      )
      return Number(insert.run({ ...rest, ...ids }).lastInsertRowid) as MemoId
    },
    update: (id: MemoId, text: string): boolean => update.run(text, id).changes > 0,
    /** Makes the memos on one annotation memos on another. */
    moveToAnnotation: (from: AnnotationId, to: AnnotationId): void => void moveToAnnotation.run({ from, to }),
    /** The same for tags; tells how many. */
    moveToTag: (from: TagId, to: TagId): number => moveToTag.run({ from, to }).changes,
    /** The same for claims; tells how many. */
    moveToClaim: (from: ClaimId, to: ClaimId): number => moveToClaim.run({ from, to }).changes,
    /** The same for speakers. */
    moveToSpeaker: (from: SpeakerId, to: SpeakerId): void => void moveToSpeaker.run({ from, to }),
    delete: (id: MemoId): boolean => remove.run(id).changes > 0,
  }
}

/** What a memo is about; undefined is the project. */
export function subjectOf(about: MemoSubject): { kind: Kind; id: number } | undefined {
  if ('project' in about) return undefined
  const [[kind, id]] = Object.entries(about) as [[Kind, number]]
  return { kind, id }
}

function fromRow(row: MemoRow): Memo
function fromRow(row: MemoRow | undefined): Memo | undefined
function fromRow(row: MemoRow | undefined): Memo | undefined {
  if (row === undefined) return undefined
  const { id, uid, annotatorId, text, created } = row
  const kind = kinds.find((kind) => row[`${kind}_id`] !== null)
  const about = (kind === undefined ? { project: true } : { [kind]: row[`${kind}_id`] }) as MemoSubject
  return { id, uid, about, annotatorId, text, created }
}
