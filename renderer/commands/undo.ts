import type { CommandId } from '../../preload/contract/commands/index.ts'
import type { Travelled } from '../../preload/contract/history.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { allKept } from '../store/keeping.ts'
import { dismissNoticesOfChanges, say, showFailure } from '../store/notices.ts'
import { showAnnotation, show as showDocument } from '../store/places.ts'
import { type Offer, type PaneSide, workbench } from '../store/workbench.ts'

export const undo = () => travel('history.undo')

export const redo = () => travel('history.redo')

async function travel(direction: keyof typeof done): Promise<void> {
  // Where the key was pressed: the change itself may take away what has the keyboard, before its answer is here.
  const isKept = keepsKeyboard()
  await allKept()
  const travelled = await request(direction, undefined)
  if (travelled && direction === 'history.undo') dismissNoticesOfChanges()
  await show(travelled, direction, isKept)
}

const done = { 'history.undo': 'Undone', 'history.redo': 'Done again' }

/** The key was pressed, and the history has nothing in that direction. */
export function sayNothingLeft(ids: readonly CommandId[]): void {
  const id = ids.find((one) => one in done)
  const { project, history } = workbench.getState()
  if (id === undefined || project?.readOnly !== '') return
  if (id === 'history.undo') say(history.redo === null ? 'Nothing to undo' : 'Nothing more to undo')
  else say(history.undo === null ? 'Nothing to do again' : 'Nothing more to do again')
}

/**
 * Shows where the change is to be seen, if its document is open already or none is; an undo never changes what is read.
 * Else names the document and offers to go there.
 */
async function show(
  travelled: Travelled | null,
  direction: keyof typeof done,
  isKept: boolean,
): Promise<void> {
  if (!travelled) return sayNothingLeft([direction])
  const { label, place } = travelled
  const { middle: inMiddle, panes } = workbench.getState()
  const fillsPane = place !== null && inMiddle === 'texts' && panes.left === null
  if (fillsPane) showDocument(place.documentId, 'left')
  const offer = elsewhere(travelled, done[direction])
  workbench.setState({ offer })
  const title = offer && titleOf(offer.documentId)
  const others = place?.others ?? 0
  const more = others === 0 ? '' : ` and ${countOf(others, 'other document')}`
  say(`${done[direction]}: ${label}${title ? `, in ${title}${more}` : ''}`)
  const { documentId, annotationId } = place ?? {}
  if (offer || !documentId || !annotationId) return
  const { chosen, dialog, focused, middle } = workbench.getState()
  // Those taken together in the list are seen there, and would be lost from sight.
  if (isKept || dialog || middle !== 'texts' || (!focused && chosen.size > 0)) return
  const side = sideOf(documentId)
  if (side) await showAnnotation(annotationId, documentId, side).catch(showFailure)
}

/** Whether it is in a list that shows the change by itself: that of the annotations, or of candidate answers. */
function keepsKeyboard(): boolean {
  const lists = '[data-area="answers"], [data-area="inspector"][data-listing="true"]'
  return document.activeElement?.closest(lists) != null
}

/** The way to a document that is not in sight. Claims and speakers have views of their own, which show their changes. */
function elsewhere({ label, place }: Travelled, travelled: string): Offer | null {
  const { middle, panes, activeSide } = workbench.getState()
  if (!place || middle === 'claims' || middle === 'speakers') return null
  if (middle === 'texts' && sideOf(place.documentId)) return null
  const from = panes[activeSide]?.documentId ?? null
  const at = place.annotationId ?? place.span
  return { from, documentId: place.documentId, at, words: `${travelled}: ${label}, in` }
}

function sideOf(documentId: DocumentId): PaneSide | null {
  const { left, right } = workbench.getState().panes
  if (left?.documentId === documentId) return 'left'
  return right?.documentId === documentId ? 'right' : null
}

const titleOf = (documentId: DocumentId) =>
  workbench.getState().documents.find(({ id }) => id === documentId)?.title
