import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import { askInAdvance } from './documents/document-feed.ts'
import { setOut } from './journeys.ts'
import { showFailure } from './notices.ts'
import { focusAnnotation, focusedOn, forgetFocusOf, showFocusOf, takeFocusOver } from './reading/focus.ts'
import { leave, type Place } from './reading/trail.ts'
import { closeDrawer } from './screen.ts'
import { viewOf, viewShowing } from './views.ts'
import { type PaneSide, workbench } from './workbench.ts'

/** Where the person is now, in the active pane. */
export function here(): Place | null {
  return placeOn(workbench.getState().activeSide)
}

function placeOn(side: PaneSide): Place | null {
  const pane = workbench.getState().panes[side]
  if (!pane) return null
  const view = viewOf(side)
  const isShown = view?.text.id === pane.documentId
  return {
    side,
    documentId: pane.documentId,
    annotationId: focusedOn(side),
    caret: isShown ? view.caret() : 0,
    top: isShown ? view.readingPlace() : null,
  }
}

/** The trail leads back to what a side shows now. */
export function leavePlaceOn(side: PaneSide): void {
  const place = placeOn(side)
  if (place) leave(place)
}

/** Shows a document where it was left. The trail remembers where one came from. */
export async function openDocument(
  documentId: DocumentId,
  side: PaneSide = workbench.getState().activeSide,
): Promise<void> {
  remember()
  closeDrawer()
  const isStillMeant = setOut()
  show(documentId, side)
  const view = await viewShowing(side, documentId)
  if (isStillMeant()) view.focus()
}

/** Shows an annotation in its document and puts it in focus. Returns whether the person has not gone elsewhere since. */
export async function goToAnnotation(
  id: AnnotationId,
  documentId: DocumentId,
  side: PaneSide = workbench.getState().activeSide,
): Promise<boolean> {
  remember()
  closeDrawer()
  return showAnnotation(id, documentId, side)
}

/** The same without a trace on the trail: for going back, and for undo. `top`: what then lies at the top of the window. */
export async function showAnnotation(
  id: AnnotationId,
  documentId: DocumentId,
  side: PaneSide,
  top: Place['top'] = null,
): Promise<boolean> {
  const isStillMeant = setOut()
  show(documentId, side)
  const [view, annotation] = await Promise.all([
    viewShowing(side, documentId),
    request('annotation.get', { id }),
  ])
  if (!isStillMeant()) return false
  const first = annotation.spans[0]
  if (first) {
    view.select({ start: first.start, end: first.start })
    if (top) view.goTo(top)
    else view.reveal(first, { align: 'nearest' })
  }
  await focusAnnotation(id, side)
  if (!isStillMeant()) return false
  view.focus()
  return true
}

/** Shows a stretch of a document and selects it. */
export async function goToSpan(documentId: DocumentId, span: Span, side: PaneSide): Promise<void> {
  remember()
  closeDrawer()
  const isStillMeant = setOut()
  show(documentId, side)
  const view = await viewShowing(side, documentId)
  if (!isStillMeant()) return
  view.reveal(span)
  view.select(span)
  view.focus()
}

/** Shows a place as it was left; beside the other text only while there is one beside. */
export async function goToPlace({ documentId, annotationId, caret, top, ...place }: Place): Promise<void> {
  const { panes, activeSide } = workbench.getState()
  const side = panes[place.side] ? place.side : activeSide
  if (annotationId !== null) {
    const shown = await showAnnotation(annotationId, documentId, side, top).then(
      () => true,
      () => false,
    )
    if (shown) return
  }
  const isStillMeant = setOut()
  show(documentId, side)
  const view = await viewShowing(side, documentId)
  if (!isStillMeant()) return
  view.select({ start: caret, end: caret })
  if (top) view.goTo(top)
  else view.reveal({ start: caret, end: caret })
  view.focus()
}

/** Puts a document into a pane without moving the keyboard focus. */
export function show(documentId: DocumentId, side: PaneSide): void {
  const { panes } = workbench.getState()
  if (workbench.getState().middle !== 'texts') workbench.setState({ middle: 'texts' })
  if (panes[side]?.documentId !== documentId) {
    forgetFocusOf(side)
    askInAdvance(documentId)
    workbench.setState({ panes: { ...panes, [side]: { documentId } } })
  }
  activate(side)
}

/** Makes a side the one that commands act on; the inspector shows what is in focus there. */
export function activate(side: PaneSide): void {
  if (workbench.getState().activeSide === side) return
  workbench.setState({ activeSide: side })
  showFocusOf(side).catch(showFailure)
}

/** Closes a pane; the other one takes its place, with its focus. */
export function closePane(side: PaneSide): void {
  if (side === 'left') takeFocusOver('right', 'left')
  else forgetFocusOf('right')
  workbench.setState(({ panes }) => ({
    panes: { left: side === 'left' ? panes.right : panes.left, right: null },
    activeSide: 'left',
  }))
  showFocusOf('left').catch(showFailure)
}

export function otherSide(side: PaneSide): PaneSide {
  return side === 'left' ? 'right' : 'left'
}

function remember(): void {
  leavePlaceOn(workbench.getState().activeSide)
}
