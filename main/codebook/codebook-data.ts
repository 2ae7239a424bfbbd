import type { Repositories } from '../../db/repositories/index.ts'
import type * as Data from '../exchange/dataset.ts'

/** A codebook as files hold it: ids that are stable for ever instead of row numbers. */
export interface CodebookData {
  /** A parent before its children, siblings in their order. */
  tags: Data.Tag[]
  linkTypes: Data.LinkType[]
}

/** A codebook that was read, with what the format can say of an entry and what there is to know. */
export interface ReadCodebook extends CodebookData {
  /** Fields of tags that the file speaks of; of others nothing is known. */
  fields: readonly TagField[]
  notes: string[]
}

export const tagFields = [
  'name',
  'parent',
  'role',
  'color',
  'key',
  'definition',
  'include',
  'exclude',
  'examples',
  'attributes',
] as const
export type TagField = (typeof tagFields)[number]

export function codebookOf({ tags, linkTypes }: Repositories): CodebookData {
  const all = tags.list()
  const uids = new Map(all.map(({ id, uid }) => [id, uid]))
  return {
    tags: all.map(({ uid, id: _, uses: __, version: ___, outdated: ____, parentId, ...tag }) => ({
      id: uid,
      ...tag,
      parent: parentId === null ? null : (uids.get(parentId) ?? null),
    })),
    linkTypes: linkTypes.list().map(({ uid, id: _, uses: __, ...type }) => ({ id: uid, ...type })),
  }
}

/** Names of the tags above one, from the top. */
export function pathOf(tag: Data.Tag, byId: ReadonlyMap<string, Data.Tag>): string[] {
  const path: string[] = []
  const seen = new Set<string>()
  for (let id = tag.parent; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
    seen.add(id)
    path.unshift(byId.get(id)?.name ?? '')
  }
  return path
}
