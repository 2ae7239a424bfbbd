import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import type { DocumentView } from '../document/index.ts'
import { askInAdvance } from './documents/document-feed.ts'
import { expectKeyboard, setOut } from './journeys.ts'
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

/** Where a person is going to, for as long as the way there takes. */
let underWay: { to: Place; isStillMeant: () => boolean } | null = null

/** Whoever goes on before they have arrived leaves the place that they were going to. */
function placeOn(side: PaneSide): Place | null {
  const documentId = workbench.getState().panes[side]?.documentId
  if (documentId === undefined) return null
  const to = underWay?.isStillMeant() ? underWay.to : null
  if (to?.side === side && to.documentId === documentId) return to
  const view = viewOf(side)
  const annotationId = focusedOn(side)
  if (view?.text.id !== documentId) return { ...openingOf(documentId, side), annotationId }
  return { side, documentId, annotationId, caret: view.caret(), top: view.readingPlace() }
}

/** A document as it comes where nothing says how it was left. */
function openingOf(documentId: DocumentId, side: PaneSide): Place {
  return { side, documentId, annotationId: null, caret: null, top: null }
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
  await arrive(openingOf(documentId, side), null, () => {})
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

/** The same without a trace on the trail: for undo. */
export function showAnnotation(id: AnnotationId, documentId: DocumentId, side: PaneSide): Promise<boolean> {
  const to = { ...openingOf(documentId, side), annotationId: id }
  return arrive(to, request('annotation.get', { id }), (view, { spans: [first] }) => {
    if (first) {
      view.select({ start: first.start, end: first.start })
      view.reveal(first, { align: 'nearest' })
    }
    return focusAnnotation(id, side)
  })
}

/** Shows a stretch of a document and selects it. */
export async function goToSpan(documentId: DocumentId, span: Span, side: PaneSide): Promise<void> {
  remember()
  closeDrawer()
  await arrive({ ...openingOf(documentId, side), caret: span.start }, null, (view) => {
    view.reveal(span)
    view.select(span)
  })
}

/**
 * Shows a place as it was left: its caret, what lay at the top of the window, and the annotation in focus, none where
 * it has gone. Beside the other text only while there is one beside. Returns whether the person has not gone elsewhere.
 */
export function goToPlace(place: Place): Promise<boolean> {
  const { panes, activeSide } = workbench.getState()
  const side = panes[place.side] ? place.side : activeSide
  const { documentId, annotationId, caret, top } = place
  if (annotationId !== null && caret === null) return showAnnotation(annotationId, documentId, side)
  return arrive({ ...place, side }, null, async (view) => {
    if (caret !== null) view.select({ start: caret, end: caret })
    if (top) view.goTo(top)
    else if (caret !== null) view.reveal({ start: caret, end: caret })
    await focusAnnotation(annotationId, side).catch(() => {
      if (focusedOn(side) === annotationId) focusAnnotation(null, side)
    })
  })
}

/**
 * Goes somewhere, and gives its text the keyboard unless a dialog has come or it was asked for in another place. False
 * for who has gone elsewhere since.
 */
async function arrive<T>(
  to: Place,
  asked: Promise<T> | null,
  put: (view: DocumentView, answer: T) => unknown,
): Promise<boolean> {
  const isStillMeant = setOut()
  const takesKeyboard = expectKeyboard()
  show(to.documentId, to.side)
  underWay = { to, isStillMeant }
  try {
    const [view, answer] = await Promise.all([viewShowing(to.side, to.documentId), asked as Promise<T>])
    if (!isStillMeant()) return false
    await put(view, answer)
    if (!isStillMeant()) return false
    if (workbench.getState().dialog === null && takesKeyboard()) view.focus()
    return true
  } finally {
    if (underWay?.isStillMeant === isStillMeant) underWay = null
  }
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
