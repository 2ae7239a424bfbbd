import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { LinkFromHere } from '../../preload/contract/link.ts'
import { openCopiesAt } from '../store/copies/copies.ts'
import { say } from '../store/notices.ts'
import { here } from '../store/places.ts'
import { showDialog } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'
import { chosenHere } from './many-annotations.ts'

/** The copies of the annotation in focus, of what is selected, or of the place of the caret. */
export function copiesHere(): void {
  const { focused, selected } = workbench.getState()
  const place = here()
  if (!place) return
  const spans = focused?.annotation.documentId === place.documentId ? focused.annotation.spans : []
  const start = spans[0]?.start ?? selected?.span?.start ?? place.caret ?? 0
  const end = spans.at(-1)?.end ?? selected?.span?.end ?? start
  openCopiesAt(place.documentId, { start, end })
}

/**
 * Compares two annotations: those that are selected in the list, the one in focus with the first end of a pending link,
 * or the one in focus with the other end of its chosen link; in the view of claims the mentions of the claim.
 */
export function comparePassages(): void {
  const { focused, pending } = workbench.getState()
  const chosen = chosenHere()
  const focusedId = focused?.annotation.id
  const pendingId = pending && 'annotation' in pending.end ? pending.end.annotation : undefined
  const link = focused?.links[focused.chosenLink]
  if (chosen.length === 2) compare(chosen)
  else if (focusedId !== undefined && pendingId !== undefined && pendingId !== focusedId)
    compare([pendingId, focusedId])
  else if (link && link.other.kind === 'annotation') compareEnds(link)
  else say('Select two annotations in the list, or go to one that is linked to another')
}

/** The passages at both ends of a link, as seen from the one in focus. */
export function compareEnds({ other }: LinkFromHere): void {
  const { focused } = workbench.getState()
  if (focused && other.kind === 'annotation') compare([focused.annotation.id, other.annotation.id])
}

/** Opens the comparison of the first two; with more of them the person chooses which. */
export function compare(ids: AnnotationId[]): void {
  showDialog({ kind: 'compare', ids })
}
