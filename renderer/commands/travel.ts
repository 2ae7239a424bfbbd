import type { AnnotationId, LinkId } from '../../preload/contract/ids.ts'
import type { SeenLink } from '../../preload/contract/link.ts'
import { request } from '../client.ts'
import { isNarrowed, neighbourOf, shownDocuments } from '../store/documents/document-list.ts'
import { setOut } from '../store/journeys.ts'
import { say, showFailure } from '../store/notices.ts'
import { goToAnnotation, goToPlace, here, leavePlaceOn, openDocument, otherSide } from '../store/places.ts'
import { chooseLink, focusAnnotation, focusedOn } from '../store/reading/focus.ts'
import { type Place, stepBack, stepForward } from '../store/reading/trail.ts'
import { activeView } from '../store/views.ts'
import { type Focused, type PaneSide, workbench } from '../store/workbench.ts'
import { openClaim } from './claims.ts'
import { nameOf } from './say-where.ts'

/** Goes to the other end of the chosen link of the annotation in focus. There the same link is chosen, so that Enter comes back. */
export async function goToOtherEnd(beside: boolean): Promise<void> {
  const { focused } = workbench.getState()
  const chosen = focused?.links[focused.chosenLink]
  if (!focused || !chosen) {
    say('No link here')
    return
  }
  await followLink(chosen, beside ? otherSide(focused.side) : focused.side)
}

export async function followLink({ link, other }: SeenLink, side: PaneSide): Promise<void> {
  if (other.kind === 'claim') return openClaim(other.claim)
  const isStillMeant = setOut()
  const target = await annotationBehind(other)
  if (!isStillMeant()) return
  if (!target) {
    say('The other end has no passage')
    return
  }
  if (!(await goToAnnotation(target.id, target.documentId, side))) return
  chooseSameLink(workbench.getState().focused, link.id)
  const document = workbench.getState().documents.find((one) => one.id === target.documentId)
  say(`At the other end, in ${document?.title ?? ''}`)
}

/** Goes to a passage at an end of a link: to its target, else to its source. */
export async function goToLink(link: LinkId): Promise<void> {
  const isStillMeant = setOut()
  const passage = await annotationBehind({ kind: 'link', link, words: '' })
  if (!isStillMeant()) return
  if (passage) await goToAnnotation(passage.id, passage.documentId)
  else say('Neither end of the link is a passage')
}

async function annotationBehind(other: Exclude<SeenLink['other'], { kind: 'claim' }>) {
  if (other.kind === 'annotation') return other.annotation
  const { source, target } = await request('link.get', { id: other.link })
  const [described] = await request('link.describe', { ends: ['annotation' in target ? target : source] })
  return described?.kind === 'annotation' ? described.annotation : undefined
}

function chooseSameLink(focused: Focused | null, linkId: LinkId): void {
  const index = focused?.links.findIndex((one) => one.link.id === linkId) ?? -1
  if (index >= 0) chooseLink(index)
}

export async function goBack(): Promise<void> {
  const place = stepTo(stepBack)
  if (!place) return say('Nowhere to go back to')
  if (await goToPlace(place)) sayPlace('Back', place)
}

export async function goForward(): Promise<void> {
  const place = stepTo(stepForward)
  if (!place) return say('Nowhere to go forward to')
  if (await goToPlace(place)) sayPlace('Forward', place)
}

/** The next place on the trail whose document is still there. */
function stepTo(step: typeof stepBack): Place | undefined {
  const { documents } = workbench.getState()
  return step(here(), ({ documentId }) => documents.some(({ id }) => id === documentId))
}

function sayPlace(direction: string, { documentId }: Place): void {
  const document = workbench.getState().documents.find((one) => one.id === documentId)
  say(`${direction} in ${document?.title ?? ''}`)
}

/** Opens the document after or before the one in the active pane, among those the list shows and in its order. */
export async function goToNeighbour(step: 1 | -1): Promise<void> {
  const { documents, panes, activeSide, documentList } = workbench.getState()
  const next = neighbourOf(panes[activeSide]?.documentId, step, documents, documentList)
  const which = isNarrowed(documentList) ? 'document in the list' : 'document'
  if (!next) return say(step > 0 ? `This is the last ${which}` : `This is the first ${which}`)
  await openDocument(next.id)
  const shown = shownDocuments(documents, documentList)
  say(`${next.title}, document ${shown.indexOf(next) + 1} of ${shown.length}`)
}

/** Focuses another annotation that covers the same place, the innermost first. */
export function goToAnnotationBelow(): void {
  const { focused, activeSide } = workbench.getState()
  const view = activeView()
  if (!view) return
  const focus = focused?.side === activeSide ? focused.annotation : undefined
  const atCaret = view.annotationsAt(view.caret())
  // At its end the caret stands in it no longer.
  const stacked = atCaret.length > 0 || !focus ? atCaret : view.annotationsAt(focus.spans[0]!.start)
  const next = stacked[(focus ? stacked.indexOf(focus.id) + 1 : 0) % stacked.length]
  if (next === undefined) say('No annotation here')
  else if (next === focus?.id) say('No other annotation here')
  // The caret stays, so that the place is the same for the next one.
  else {
    focusAnnotation(next, activeSide).catch(showFailure)
    say(nameOf(next, view))
  }
}

let steppedTo: AnnotationId | null = null

/**
 * Puts an annotation of the active text in focus, with the caret at its beginning. The trail leads back to where one
 * began to go from annotation to annotation.
 */
export function focusInOrder(id: AnnotationId): Promise<void> {
  const { activeSide } = workbench.getState()
  const view = activeView()
  if (steppedTo === null || focusedOn(activeSide) !== steppedTo) leavePlaceOn(activeSide)
  steppedTo = id
  const first = view?.spansOf(id)[0]
  if (first) view?.select({ start: first.start, end: first.start })
  view?.revealAnnotation(id, { align: 'nearest' })
  return focusAnnotation(id, activeSide).catch(showFailure)
}
