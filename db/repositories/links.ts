import type { Database } from 'better-sqlite3'
import type { AnnotationId, ClaimId, DocumentId, LinkId, LinkTypeId } from '../../preload/contract/ids.ts'
import type { Link, LinkEnd } from '../../preload/contract/link.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

interface LinkRow extends Omit<Link, 'source' | 'target'> {
  source_annotation_id: AnnotationId | null
  source_claim_id: ClaimId | null
  source_link_id: LinkId | null
  target_annotation_id: AnnotationId | null
  target_claim_id: ClaimId | null
  target_link_id: LinkId | null
}

export type NewLink = Omit<Link, 'id'>
export type LinkChange = Change<
  Pick<Link, 'linkTypeId' | 'source' | 'target' | 'strength' | 'status' | 'note'>
>
type SameLink = Pick<Link, 'source' | 'target' | 'linkTypeId' | 'annotatorId'>

/** Typed ties between annotations, claims and links. */
export function linkRepository(database: Database) {
  const select = `
    SELECT id, uid, link_type_id AS linkTypeId, source_annotation_id, source_claim_id, source_link_id,
      target_annotation_id, target_claim_id, target_link_id, annotator_id AS annotatorId, strength, status, note, created
    FROM link`
  const selectAll = database.prepare<[], LinkRow>(`${select} ORDER BY id`)
  const selectById = database.prepare<[LinkId], LinkRow>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], LinkRow>(`${select} WHERE uid = ?`)
  const selectByIds = database.prepare<[string], LinkRow>(
    `${select.replace(/\bid, uid/, 'link.id, uid').replace('FROM link', 'FROM json_each(?) CROSS JOIN link ON link.id = value')}
     ORDER BY link.id`,
  )
  const byEnd = (kind: EndKind) =>
    database.prepare<{ id: number }, LinkRow>(
      `${select} WHERE source_${kind}_id = :id OR target_${kind}_id = :id ORDER BY id`,
    )
  const selectByEnd = { annotation: byEnd('annotation'), claim: byEnd('claim'), link: byEnd('link') }
  const byDocument = (side: 'source' | 'target') =>
    database
      .prepare<[DocumentId], [LinkId, AnnotationId]>(
        `SELECT link.id, ${side}_annotation_id
         FROM annotation CROSS JOIN link ON ${side}_annotation_id = annotation.id WHERE document_id = ?`,
      )
      .raw()
  const selectBySource = byDocument('source')
  const selectByTarget = byDocument('target')
  // The pluses keep SQLite from looking up all links that have no such end.
  const sameFrom = (kind: EndKind) =>
    database
      .prepare<Partial<EndColumns> & Pick<Link, 'linkTypeId' | 'annotatorId'>, LinkId>(
        `SELECT id FROM link
         WHERE source_${kind}_id = :source_${kind}_id AND +target_annotation_id IS :target_annotation_id
           AND +target_claim_id IS :target_claim_id AND +target_link_id IS :target_link_id
           AND link_type_id = :linkTypeId AND +annotator_id = :annotatorId`,
      )
      .pluck()
  const selectSame = { annotation: sameFrom('annotation'), claim: sameFrom('claim'), link: sameFrom('link') }
  const countByDocuments = database
    .prepare<{ ids: string }, number>(
      `WITH RECURSIVE gone (id) AS (
         SELECT link.id FROM json_each(:ids) CROSS JOIN annotation ON document_id = value
           CROSS JOIN link ON source_annotation_id = annotation.id
         UNION
         SELECT link.id FROM json_each(:ids) CROSS JOIN annotation ON document_id = value
           CROSS JOIN link ON target_annotation_id = annotation.id
         UNION
         SELECT link.id FROM gone JOIN link ON source_link_id = gone.id OR target_link_id = gone.id
       ) SELECT count(*) FROM gone`,
    )
    .pluck()
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM link`).pluck()

  const insert = database.prepare(
    `INSERT INTO link (id, uid, link_type_id, source_annotation_id, source_claim_id, source_link_id,
       target_annotation_id, target_claim_id, target_link_id, annotator_id, strength, status, note, created)
     VALUES (:id, :uid, :linkTypeId, :source_annotation_id, :source_claim_id, :source_link_id,
       :target_annotation_id, :target_claim_id, :target_link_id, :annotatorId, :strength, :status, :note, :created)`,
  )
  const update = columnUpdater<keyof EndColumns | 'link_type_id' | 'strength' | 'status' | 'note'>(
    database,
    'link',
  )
  const retype = database.prepare<{ from: LinkTypeId; to: LinkTypeId }>(
    `UPDATE link SET link_type_id = :to WHERE link_type_id = :from`,
  )
  const remove = database.prepare<[LinkId]>(`DELETE FROM link WHERE id = ?`)
  const removeByType = database.prepare<[LinkTypeId]>(`DELETE FROM link WHERE link_type_id = ?`)

  const find = (id: LinkId): Link | undefined => fromRow(selectById.get(id))

  return {
    /** In the order they were made. */
    list: (): Link[] => selectAll.all().map((row) => fromRow(row)),
    find,
    get: (id: LinkId): Link => found(find(id), 'link'),
    findByUid: (uid: string): Link | undefined => fromRow(selectByUid.get(uid)),
    /** Those that are there, in the order they were made. */
    listByIds: (ids: readonly LinkId[]): Link[] =>
      selectByIds.all(JSON.stringify(ids)).map((row) => fromRow(row)),
    count: (): number => countAll.get() ?? 0,

    /** Those that have it at either end, in the order they were made. */
    listByEnd(end: LinkEnd): Link[] {
      const { kind, id } = endOf(end)
      return selectByEnd[kind].all({ id }).map((row) => fromRow(row))
    },
    /** How many links each annotation of a document has; those without any are left out. */
    countsInDocument(documentId: DocumentId): Map<AnnotationId, number> {
      const counts = new Map<AnnotationId, number>()
      const add = (id: AnnotationId) => counts.set(id, (counts.get(id) ?? 0) + 1)
      const sources = new Map<LinkId, AnnotationId>()
      for (const [id, source] of selectBySource.all(documentId)) {
        sources.set(id, source)
        add(source)
      }
      for (const [id, target] of selectByTarget.all(documentId)) if (sources.get(id) !== target) add(target)
      return counts
    },
    /** A link of the same type and annotator between the same ends in the same direction. */
    findSame: ({ source, target, linkTypeId, annotatorId }: SameLink): LinkId | undefined =>
      selectSame[endOf(source).kind].get({
        ...endColumns('source', source),
        ...endColumns('target', target),
        linkTypeId,
        annotatorId,
      }),
    /** How many would go with these documents: links of their annotations, and links onto those. */
    countByDocuments: (ids: readonly DocumentId[]): number =>
      countByDocuments.get({ ids: JSON.stringify(ids) }) ?? 0,

    /** An id is given only where links come in another order than they are to be in. */
    insert: ({ source, target, ...rest }: NewLink, id: LinkId | null = null): LinkId =>
      Number(
        insert.run({ ...rest, id, ...endColumns('source', source), ...endColumns('target', target) })
          .lastInsertRowid,
      ) as LinkId,
    update: (id: LinkId, { linkTypeId, source, target, ...rest }: LinkChange): boolean =>
      update(id, {
        ...rest,
        link_type_id: linkTypeId,
        ...(source && endColumns('source', source)),
        ...(target && endColumns('target', target)),
      }),
    /** Gives every link of one type another. */
    retype: (from: LinkTypeId, to: LinkTypeId): number => retype.run({ from, to }).changes,
    /** Links onto it and memos on it go with it. */
    delete: (id: LinkId): boolean => remove.run(id).changes > 0,
    deleteByType: (id: LinkTypeId): number => removeByType.run(id).changes,
  }
}

export type EndKind = 'annotation' | 'claim' | 'link'
type EndColumns = { [K in `${'source' | 'target'}_${EndKind}_id`]: number | null }

/** What kind of thing an end is, and its id. */
export function endOf(end: LinkEnd): { kind: EndKind; id: number } {
  if ('annotation' in end) return { kind: 'annotation', id: end.annotation }
  if ('claim' in end) return { kind: 'claim', id: end.claim }
  return { kind: 'link', id: end.link }
}

export function sameEnd(a: LinkEnd, b: LinkEnd): boolean {
  const [one, other] = [endOf(a), endOf(b)]
  return one.kind === other.kind && one.id === other.id
}

function endColumns(side: 'source' | 'target', end: LinkEnd): Partial<EndColumns> {
  const { kind, id } = endOf(end)
  const column = (own: EndKind) => ({ [`${side}_${own}_id`]: kind === own ? id : null })
  return { ...column('annotation'), ...column('claim'), ...column('link') }
}

function fromRow(row: LinkRow): Link
function fromRow(row: LinkRow | undefined): Link | undefined
function fromRow(row: LinkRow | undefined): Link | undefined {
  if (row === undefined) return undefined
  const { id, uid, linkTypeId, annotatorId, strength, status, note, created } = row
  return {
    ...{ id, uid, linkTypeId, annotatorId, strength, status, note, created },
    source: toEnd(row.source_annotation_id, row.source_claim_id, row.source_link_id),
    target: toEnd(row.target_annotation_id, row.target_claim_id, row.target_link_id),
  }
}

function toEnd(annotation: AnnotationId | null, claim: ClaimId | null, link: LinkId | null): LinkEnd {
  if (annotation !== null) return { annotation }
  if (claim !== null) return { claim }
  return { link: link as LinkId }
}
