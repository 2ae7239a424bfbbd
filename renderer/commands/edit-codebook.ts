import type { LinkTypeId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'
import type { Tag } from '../../preload/contract/tag.ts'
import { request } from '../client.ts'
import { say } from '../store/notices.ts'
import { showDialog } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'

/** Opens the codebook with counts of uses as they are now; while it is open they are kept up to date. */
export async function openCodebook(): Promise<void> {
  const [tags, linkTypes] = await Promise.all([
    request('tag.list', undefined),
    request('linkType.list', undefined),
  ])
  workbench.setState({ tags, linkTypes })
  showDialog({ kind: 'codebook' })
}

export async function createTag(given: InputOf<'tag.create'>): Promise<Tag> {
  const tag = await request('tag.create', given)
  say(`Tag ${tag.name} made`)
  return tag
}

export async function changeTag(id: TagId, change: InputOf<'tag.update'>['change']): Promise<void> {
  await request('tag.update', { id, change })
}

/** Puts the tag under another one (or at the top), before `beforeId` or at the end. */
export async function moveTag(id: TagId, parentId: TagId | null, beforeId: TagId | null): Promise<void> {
  await request('tag.move', { id, parentId, beforeId })
}

/** Without a replacement its annotations are deleted with it. */
export async function deleteTag(id: TagId, replacement: TagId | null): Promise<void> {
  await request('tag.delete', { id, annotations: replacement === null ? 'delete' : 'retag', replacement })
  say('Tag deleted')
}

export async function createLinkType(given: InputOf<'linkType.create'>): Promise<LinkType> {
  const type = await request('linkType.create', given)
  say(`Link type ${type.name} made`)
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
