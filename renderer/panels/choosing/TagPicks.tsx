import type { Tag } from '../../../preload/contract/tag.ts'
import { useTagKey } from '../../commands/key-choices.ts'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import type { Pick } from './PickFromList.tsx'
import { fittingTags, placeInTree } from './tag-picks.ts'

function TagKey({ tag }: { tag: Tag }) {
  const key = useTagKey(tag)
  return key && <Shortcut keys={key} />
}

/** The tags that fit what was typed, for a list to pick from: each with what it means, or else with where it stands. */
export function pickTags(tags: readonly Tag[], words: string): Pick<Tag['id']>[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  return fittingTags(tags, words).map((tag) => ({
    id: tag.id,
    title: tag.name,
    sign: <TagSwatch color={tag.color} />,
    detail: tag.definition || placeInTree(byId, tag),
    aside: <TagKey tag={tag} />,
  }))
}
