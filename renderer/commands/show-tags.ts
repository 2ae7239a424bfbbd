import type { TagId } from '../../preload/contract/ids.ts'
import type { TagLook } from '../document/index.ts'
import { say } from '../store/notices.ts'
import { lookOfOthers, setAllTags, setOtherTags, setTagLook } from '../store/reading/tag-looks.ts'
import { workbench } from '../store/workbench.ts'

const inWords: Record<TagLook, string> = { full: 'shown', dimmed: 'dimmed', hidden: 'hidden' }
const after: Record<TagLook, TagLook> = { full: 'dimmed', dimmed: 'hidden', hidden: 'full' }

/** Opens the list of tags over the active text, or closes it. */
export function toggleTagsHere(): void {
  workbench.setState(({ tagsOver, activeSide }) => ({ tagsOver: tagsOver === null ? activeSide : null }))
}

export function lookAtTag(id: TagId, look: TagLook): void {
  setTagLook(id, look)
  say(`${nameOf(id)} is ${inWords[look]}`)
}

/** Each time one step: shown, dimmed, hidden, shown. */
export function stepTag(id: TagId): void {
  lookAtTag(id, after[workbench.getState().tagLooks.get(id) ?? 'full'])
}

/** Hides all tags but this one; shows them again where they were hidden already. */
export function onlyTag(id: TagId): void {
  const { tags, tagLooks } = workbench.getState()
  giveOthers(id, lookOfOthers(id, tags, tagLooks) === 'hidden' ? 'full' : 'hidden')
}

/**
 * With an annotation in focus, the tags other than its own are dimmed, at the next call hidden, then shown. Without
 * one all tags are hidden, for reading without them, and shown at the next call.
 */
export function stepOtherTags(): void {
  const { focused, tags, tagLooks } = workbench.getState()
  if (focused) {
    const { tagId } = focused.annotation
    const look = lookOfOthers(tagId, tags, tagLooks)
    giveOthers(tagId, look === null ? 'dimmed' : after[look])
  } else if (tagLooks.size > 0) showAllTags()
  else {
    setAllTags('hidden')
    say('All tags are hidden')
  }
}

export function showAllTags(): void {
  setAllTags('full')
  say('All tags are shown')
}

function giveOthers(id: TagId, look: TagLook): void {
  setOtherTags(id, look)
  say(look === 'full' ? 'All tags are shown' : `Only ${nameOf(id)} is shown, the others are ${inWords[look]}`)
}

function nameOf(id: TagId): string {
  return workbench.getState().tags.find((tag) => tag.id === id)?.name ?? ''
}
