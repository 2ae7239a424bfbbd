import type { TagId } from '../../../preload/contract/ids.ts'
import { moveTags } from '../../commands/edit-codebook.ts'
import { say, showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import { stepOf, type TagStep, topmost } from './tag-tree.ts'

const steps: Record<string, TagStep> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

/** The step that a key stands for together with Alt. */
export const stepOfKey = (key: string): TagStep | undefined => steps[key]

/**
 * Moves tags by one step from where the steps before have put them, with all below them; `open` is told under which
 * tag they have gone.
 */
export function moveByKey(
  chosen: ReadonlySet<TagId>,
  step: TagStep,
  isNarrowed: boolean,
  open: (id: TagId) => void,
): void {
  if (isNarrowed) {
    say('Clear the filter to move tags')
    return
  }
  const ids = topmost(chosen, workbench.getState().tags).map(({ id }) => id)
  moveTags(ids, (now) => {
    const moved = topmost(new Set(ids), now)
    const isTogether = moved.every(({ parentId }) => parentId === moved[0]?.parentId)
    const place = isTogether ? stepOf(moved, step, now) : undefined
    if (!isTogether) say('Only tags that stand under the same one can be moved together by key')
    else if (!place) say(ids.length === 1 ? 'It cannot go further' : 'They cannot go further')
    else if (step === 'in' && place.parentId !== null) open(place.parentId)
    return place
  }).catch(showFailure)
}
