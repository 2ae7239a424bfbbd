import type { TagId } from '../../../preload/contract/ids.ts'
import { moveTags } from '../../commands/edit-codebook.ts'
import { say, showFailure } from '../../store/notices.ts'
import { stepOf, type TagStep } from './tag-tree.ts'

const steps: Record<string, TagStep> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

/** The step that a key stands for together with Alt. */
export const stepOfKey = (key: string): TagStep | undefined => steps[key]

/** Moves a tag by one step from where the steps before have put it; `open` is told under which tag it has gone. */
export function moveByKey(id: TagId, step: TagStep, isNarrowed: boolean, open: (id: TagId) => void): void {
  if (isNarrowed) {
    say('Clear the filter to move tags')
    return
  }
  moveTags([id], (now) => {
    const tag = now.find((one) => one.id === id)
    const place = tag && stepOf(tag, step, now)
    if (!place) say('It cannot go further')
    else if (step === 'in' && place.parentId !== null) open(place.parentId)
    return place
  }).catch(showFailure)
}
