import type { Database } from 'better-sqlite3'
import type { LinkTypeId } from '../../preload/contract/ids.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

interface LinkTypeRow extends Omit<LinkType, 'symmetric' | 'sourceRoles' | 'targetRoles'> {
  symmetric: number
  sourceRoles: string
  targetRoles: string
}

export type NewLinkType = Omit<LinkType, 'id' | 'uses'>

/** The kinds of links. */
export function linkTypeRepository(database: Database) {
  const columns = `id, uid, name, symmetric, color, source_roles AS sourceRoles, target_roles AS targetRoles`
  const select = `
    SELECT ${columns}, (SELECT count(*) FROM link WHERE link_type_id = link_type.id) AS uses FROM link_type`
  const selectAll = database.prepare<[], LinkTypeRow>(`${select} ORDER BY id`)
  const selectById = database.prepare<[LinkTypeId], LinkTypeRow>(`${select} WHERE id = ?`)
  const selectEntries = database.prepare<[], LinkTypeRow>(
    `SELECT ${columns}, 0 AS uses FROM link_type ORDER BY id`,
  )
  const selectEntry = database.prepare<[LinkTypeId], LinkTypeRow>(
    `SELECT ${columns}, 0 AS uses FROM link_type WHERE id = ?`,
  )
  const selectByUid = database.prepare<[string], LinkTypeRow>(`${select} WHERE uid = ?`)
  const insert = database.prepare(
    `INSERT INTO link_type (uid, name, symmetric, color, source_roles, target_roles)
     VALUES (:uid, :name, :symmetric, :color, :source_roles, :target_roles)`,
  )
  const update = columnUpdater<'name' | 'symmetric' | 'color' | 'source_roles' | 'target_roles'>(
    database,
    'link_type',
  )
  const remove = database.prepare<[LinkTypeId]>(`DELETE FROM link_type WHERE id = ?`)

  const find = (id: LinkTypeId): LinkType | undefined => fromRow(selectById.get(id))

  return {
    /** In the order they were made. */
    list: (): LinkType[] => selectAll.all().map((row) => fromRow(row)),
    find,
    get: (id: LinkTypeId): LinkType => found(find(id), 'link type'),
    /** Without counting their uses, which takes longer the more there are. */
    entries: (): Omit<LinkType, 'uses'>[] => selectEntries.all().map((row) => fromRow(row)),
    entry: (id: LinkTypeId): Omit<LinkType, 'uses'> => found(fromRow(selectEntry.get(id)), 'link type'),
    findByUid: (uid: string): LinkType | undefined => fromRow(selectByUid.get(uid)),
    insert: ({ uid, name, color, ...rest }: NewLinkType): LinkTypeId =>
      Number(insert.run({ uid, name, color, ...toColumns(rest) }).lastInsertRowid) as LinkTypeId,
    update: (id: LinkTypeId, { name, color, ...rest }: Change<Omit<NewLinkType, 'uid'>>): boolean =>
      update(id, { name, color, ...toColumns(rest) }),
    delete: (id: LinkTypeId): boolean => remove.run(id).changes > 0,
  }
}

const toColumns = ({
  symmetric,
  sourceRoles,
  targetRoles,
}: Change<Pick<LinkType, 'symmetric' | 'sourceRoles' | 'targetRoles'>>) => ({
  symmetric: symmetric === undefined ? undefined : Number(symmetric),
  source_roles: sourceRoles && JSON.stringify(sourceRoles),
  target_roles: targetRoles && JSON.stringify(targetRoles),
})

function fromRow(row: LinkTypeRow): LinkType
function fromRow(row: LinkTypeRow | undefined): LinkType | undefined
function fromRow(row: LinkTypeRow | undefined): LinkType | undefined {
  return (
    row && {
      ...row,
      symmetric: row.symmetric === 1,
      sourceRoles: JSON.parse(row.sourceRoles),
      targetRoles: JSON.parse(row.targetRoles),
    }
  )
}
