import type { Database } from 'better-sqlite3'
import type { TagId } from '../../preload/contract/ids.ts'
import type { TagVersion } from '../../preload/contract/tag.ts'

interface VersionRow extends Omit<TagVersion, 'attributes'> {
  attributes: string
}

export type NewTagVersion = Omit<TagVersion, 'annotations'>

/** What tags said before they came to mean something else. */
export function tagVersionRepository(database: Database) {
  const select = `
    SELECT number, name, role, definition, include, exclude, attributes, until, who,
      (SELECT count(*) FROM annotation WHERE annotation.tag_id = tag_version.tag_id AND annotation.tag_version = number)
        AS annotations
    FROM tag_version WHERE tag_id = ?`
  const selectByTag = database.prepare<[TagId], VersionRow>(`${select} ORDER BY number DESC`)
  const selectOne = database.prepare<[TagId, number], VersionRow>(`${select} AND number = ?`)
  const insert = database.prepare(
    `INSERT INTO tag_version (tag_id, number, name, role, definition, include, exclude, attributes, until, who)
     VALUES (:tagId, :number, :name, :role, :definition, :include, :exclude, :attributes, :until, :who)`,
  )
  const remove = database.prepare<[TagId, number]>(`DELETE FROM tag_version WHERE tag_id = ? AND number = ?`)

  return {
    /** Those before the present one, the latest first. */
    listByTag: (id: TagId): TagVersion[] => selectByTag.all(id).map(fromRow),
    find(id: TagId, number: number): TagVersion | undefined {
      const row = selectOne.get(id, number)
      return row && fromRow(row)
    },
    insert: (tagId: TagId, { attributes, ...version }: NewTagVersion): void =>
      void insert.run({ tagId, ...version, attributes: JSON.stringify(attributes) }),
    delete: (id: TagId, number: number): boolean => remove.run(id, number).changes > 0,
  }
}

const fromRow = ({ attributes, ...row }: VersionRow): TagVersion => ({
  ...row,
  attributes: JSON.parse(attributes),
})
