import type { Travelled } from '../../preload/contract/history.ts'
import { request } from '../client.ts'
import { allKept } from '../store/keeping.ts'
import { say, showFailure } from '../store/notices.ts'
import { showAnnotation } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'

export async function undo(): Promise<void> {
  await allKept()
  const travelled = await request('history.undo', undefined)
  await show(travelled, 'Undone', 'Nothing to undo')
}

export async function redo(): Promise<void> {
  await allKept()
  const travelled = await request('history.redo', undefined)
  await show(travelled, 'Done again', 'Nothing to redo')
}

/** Shows where the change is to be seen, if its document is open already; an undo never changes what is read. */
async function show(travelled: Travelled | null, done: string, nothing: string): Promise<void> {
  say(travelled ? `${done}: ${travelled.label}` : nothing)
  const { documentId, annotationId } = travelled?.place ?? {}
  if (!documentId || !annotationId) return
  const { panes, chosen, dialog, focused, middle } = workbench.getState()
  // What is worked in keeps the keyboard.
  if (dialog || middle !== 'texts') return
  // Those taken together in the list are seen there, and would be lost from sight.
  const isInList = document.activeElement?.closest('[data-area="inspector"][data-listing="true"]')
  if (!focused && (chosen.size > 0 || isInList)) return
  const side =
    panes.left?.documentId === documentId ? 'left' : panes.right?.documentId === documentId ? 'right' : null
  if (side) await showAnnotation(annotationId, documentId, side).catch(showFailure)
}
