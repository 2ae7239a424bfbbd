import type { LinkTypeId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'
import type { AttributeDefinition, Tag } from '../../preload/contract/tag.ts'
import { request } from '../client.ts'
import { refreshTags, tagsTold } from '../store/codebook.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { painted } from '../store/painted.ts'
import { showDialog } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'

/** Opens the codebook with counts of uses as they are now; while it is open they are kept up to date. */
export async function openCodebook(): Promise<void> {
  const [linkTypes] = await Promise.all([request('linkType.list', undefined), refreshTags()])
  workbench.setState({ linkTypes })
  showDialog({ kind: 'codebook' })
}

export async function createTag(given: InputOf<'tag.create'>): Promise<Tag> {
  const tag = await request('tag.create', given)
  say(`Tag “${tag.name}” made${withoutRoleOf(tag.parentId, [tag])}`)
  return tag
}

/** Says where this takes a key from another tag, or gives a name that another one has. */
export async function changeTag(id: TagId, change: InputOf<'tag.update'>['change']): Promise<void> {
  const others = workbench.getState().tags.filter((tag) => tag.id !== id)
  const after = await request('tag.update', { id, change })
  const hadKey = change.key ? others.find(({ key }) => key === after.key) : undefined
  if (hadKey) say(`Key ${after.key.toUpperCase()} is now that of ${after.name}, no longer of ${hadKey.name}`)
  if (change.name !== undefined && others.some(({ name }) => name === after.name))
    say(`Another tag is called ${after.name} too`)
}

let attributesKept: Promise<unknown> = Promise.resolve()

/**
 * Changes what a tag asks for, starting from what it asks for when the changes before this one are kept. Settles when
 * the window shows it.
 */
export function changeAttributes(
  id: TagId,
  change: (attributes: readonly AttributeDefinition[]) => AttributeDefinition[],
): Promise<void> {
  const kept = attributesKept.then(async () => {
    const before = workbench.getState().tags.find((tag) => tag.id === id)
    if (!before) return
    const after = await request('tag.update', { id, change: { attributes: change(before.attributes) } })
    workbench.setState(({ tags }) => ({ tags: tags.map((tag) => (tag.id === id ? after : tag)) }))
  })
  attributesKept = kept.catch(() => undefined)
  return kept.then(painted)
}

/** Where tags are put: under a tag (null: under none), before one of those under it or at their end. */
export interface TagPlace {
  parentId: TagId | null
  beforeId: TagId | null
}

let movesKept: Promise<unknown> = Promise.resolve()

/**
 * Puts tags where `placeIn` says, asked of the codebook as it is when the moves before this one are kept; undefined
 * leaves them where they are. Settles when the window has the tags at their new places.
 */
export function moveTags(
  ids: readonly TagId[],
  placeIn: (tags: readonly Tag[]) => TagPlace | undefined,
): Promise<void> {
  const kept = movesKept.then(async () => {
    const place = placeIn(workbench.getState().tags)
    if (!place) return
    const here = workbench.getState().project?.path
    await request('tag.move', { ids: [...ids], ...place })
    // What was changed is told before it is answered, and was asked for then.
    await tagsTold()
    const { project, tags } = workbench.getState()
    if (project?.path !== here) return
    const moved = tags.filter(({ id }) => ids.includes(id))
    const what = moved.length === 1 ? moved[0]!.name : `${ids.length} tags`
    const parent = tags.find(({ id }) => id === place.parentId)
    say(parent ? `${what} moved, under ${parent.name}${withoutRoleOf(parent.id, moved)}` : `${what} moved`)
  })
  movesKept = kept.catch(() => undefined)
  return kept
}

/** Ends a sentence about tags that now stand under one with a role: a role is each tag’s own, and is not taken over. */
function withoutRoleOf(parentId: TagId | null, below: readonly Tag[]): string {
  const parent = workbench.getState().tags.find(({ id }) => id === parentId)
  const count = below.filter((tag) => lacksRoleOf(parent, tag)).length
  if (count === 0) return ''
  return below.length === 1 ? '; it has no role itself' : `; ${count} of them have no role themselves`
}

/** Whether one would take the tag for part of an argument by where it stands, which it is not. */
export function lacksRoleOf(parent: Tag | undefined, { role }: Tag): boolean {
  return role === 'none' && parent !== undefined && parent.role !== 'none'
}

/** Makes several tags one. */
export async function mergeTags(merging: InputOf<'tag.merge'>): Promise<void> {
  const { annotations } = await request('tag.merge', merging)
  say(`${countOf(merging.ids.length + 1, 'tag')} merged, ${countOf(annotations, 'annotation')} changed`)
}

export async function splitTag(splitting: InputOf<'tag.split'>): Promise<void> {
  const { parts } = await request('tag.split', splitting)
  say(`Split: ${parts.map(({ name, annotations }) => `${name} ${annotations}`).join(', ')}`)
}

/** Without a replacement its annotations are deleted with it. */
export async function deleteTag(id: TagId, replacement: TagId | null): Promise<void> {
  await request('tag.delete', { id, annotations: replacement === null ? 'delete' : 'retag', replacement })
  say('Tag deleted')
}

export async function createLinkType(given: InputOf<'linkType.create'>): Promise<LinkType> {
  const type = await request('linkType.create', given)
  say(`Link type “${type.name}” made`)
  return type
}

export async function changeLinkType(
  id: LinkTypeId,
  change: InputOf<'linkType.update'>['change'],
): Promise<void> {
  await request('linkType.update', { id, change })
}

/** Without a replacement its links are deleted with it. */
export async function deleteLinkType(id: LinkTypeId, replacement: LinkTypeId | null): Promise<void> {
  await request('linkType.delete', { id, links: replacement === null ? 'delete' : 'retype', replacement })
  say('Link type deleted')
}
