import type { Database } from 'better-sqlite3'
import type { TagId } from '../../preload/contract/ids.ts'
import type { Role, Tag } from '../../preload/contract/tag.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

interface TagRow extends Omit<Tag, 'examples' | 'attributes'> {
  examples: string
  attributes: string
}

export type NewTag = Omit<Tag, 'id' | 'version' | 'uses' | 'outdated'>

/** A tag without its counts, which take longer the more annotations there are. */
export type TagEntry = Omit<Tag, 'uses' | 'outdated'>

type TagChange = Change<Omit<NewTag, 'uid'> & { version: number }>

/**
 * The codebook. `position` orders all tags of the project, so that a codebook is written out in the order in which
 * it came; among siblings it is the order people see.
 */
export function tagRepository(database: Database) {
  const columns = `
    id, uid, name, role, color, key, parent_id AS parentId, definition, include, exclude, examples, attributes, version`
  const select = `
    SELECT ${columns}, (SELECT count(*) FROM annotation WHERE tag_id = tag.id) AS uses,
      (SELECT count(*) FROM annotation WHERE tag_id = tag.id AND tag_version < tag.version) AS outdated
    FROM tag`
  const selectAll = database.prepare<[], TagRow>(`${select} ORDER BY position, id`)
  const selectById = database.prepare<[TagId], TagRow>(`${select} WHERE id = ?`)
  const selectEntry = database.prepare<[TagId], TagRow>(
    `SELECT ${columns}, 0 AS uses, 0 AS outdated FROM tag WHERE id = ?`,
  )
  const selectEntries = database.prepare<[], TagRow>(
    `SELECT ${columns}, 0 AS uses, 0 AS outdated FROM tag ORDER BY position, id`,
  )
  const selectRoles = database.prepare<[], [TagId, Role]>(`SELECT id, role FROM tag`).raw()
  const selectByUid = database.prepare<[string], TagRow>(`${select} WHERE uid = ?`)
  const insert = database.prepare(
    `INSERT INTO tag (uid, name, role, color, key, parent_id, definition, include, exclude, examples, attributes, position)
     VALUES (:uid, :name, :role, :color, :key, :parentId, :definition, :include, :exclude, :examples, :attributes,
       (SELECT coalesce(max(position), 0) + 1 FROM tag))`,
  )
  const update = columnUpdater<
    | 'name'
    | 'role'
    | 'color'
    | 'key'
    | 'parent_id'
    | 'definition'
    | 'include'
    | 'exclude'
    | 'examples'
    | 'attributes'
    | 'version'
  >(database, 'tag')
  const updatePosition = database.prepare<[number, TagId, number]>(
    `UPDATE tag SET position = ? WHERE id = ? AND position <> ?`,
  )
  const takeKey = database.prepare<[string, TagId]>(`UPDATE tag SET key = '' WHERE key = ? AND id <> ?`)
  const remove = database.prepare<[TagId]>(`DELETE FROM tag WHERE id = ?`)

  const find = (id: TagId): Tag | undefined => fromRow(selectById.get(id))
  const listByPosition = (): Tag[] => selectAll.all().map((row) => fromRow(row))

  return {
    /** The codebook as people see it: a parent before its children. */
    list: (): Tag[] => depthFirst(listByPosition()),
    /** By position alone, as the exchange file has them. */
    listByPosition,
    find,
    get: (id: TagId): Tag => found(find(id), 'tag'),
    /** What each tag marks. */
    roles: (): Map<TagId, Role> => new Map(selectRoles.all()),
    entry: (id: TagId): TagEntry => found(fromRow(selectEntry.get(id)), 'tag'),
    /** By position. */
    entries: (): TagEntry[] => selectEntries.all().map((row) => fromRow(row)),
    findByUid: (uid: string): Tag | undefined => fromRow(selectByUid.get(uid)),

    /** At the end of the codebook. */
    insert: ({ examples, attributes, ...rest }: NewTag): TagId =>
      Number(insert.run({ ...rest, ...asJson({ examples, attributes }) }).lastInsertRowid) as TagId,
    update: (id: TagId, { parentId, examples, attributes, ...rest }: TagChange): boolean =>
      update(id, { ...rest, parent_id: parentId, ...asJson({ examples, attributes }) }),
    /** Takes a key away from every other tag. */
    takeKey: (key: string, keeper: TagId): void => void takeKey.run(key, keeper),
    /** Positions by the order given, which names every tag. */
    reorder(ids: readonly TagId[]): void {
      for (const [index, id] of ids.entries()) updatePosition.run(index + 1, id, index + 1)
    },
    delete: (id: TagId): boolean => remove.run(id).changes > 0,
  }
}

/** Parents before their children, siblings in the order given. */
export function depthFirst<T extends { id: TagId; parentId: TagId | null }>(tags: readonly T[]): T[] {
  const children = Map.groupBy(tags, (tag) => tag.parentId)
  const ordered: T[] = []
  // Not by calling itself: a file may hold tags in more levels than there is stack.
  const next = (children.get(null) ?? []).toReversed()
  for (let tag = next.pop(); tag; tag = next.pop()) {
    ordered.push(tag)
    next.push(...(children.get(tag.id) ?? []).toReversed())
  }
  return ordered
}

const asJson = ({ examples, attributes }: Change<Pick<Tag, 'examples' | 'attributes'>>) => ({
  examples: examples && JSON.stringify(examples),
  attributes: attributes && JSON.stringify(attributes),
})

function fromRow(row: TagRow): Tag
function fromRow(row: TagRow | undefined): Tag | undefined
function fromRow(row: TagRow | undefined): Tag | undefined {
  return row && { ...row, examples: JSON.parse(row.examples), attributes: JSON.parse(row.attributes) }
}
