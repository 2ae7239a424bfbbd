import type { DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/index.ts'
import { type PaneSide, workbench } from './workbench.ts'

/** The text views that are mounted. They are objects with a life of their own, so they stand beside the store. */
const mounted = new Map<PaneSide, { documentId: DocumentId; view: DocumentView }>()
const waiting: { side: PaneSide; documentId: DocumentId; ready: (view: DocumentView) => void }[] = []

const told = new Set<() => void>()

/** Once, when any view has come next; whoever waits for one that shows a document goes on waiting. */
export function whenNextMounted(tell: () => void): void {
  told.add(tell)
}

export function viewMounted(side: PaneSide, documentId: DocumentId, view: DocumentView): void {
  mounted.set(side, { documentId, view })
  const ready = waiting.filter((one) => one.side === side && one.documentId === documentId)
  for (const one of ready) {
    waiting.splice(waiting.indexOf(one), 1)
    one.ready(view)
  }
  const now = [...told]
  told.clear()
  for (const tell of now) tell()
}

export function viewUnmounted(side: PaneSide, view: DocumentView): void {
  if (mounted.get(side)?.view === view) mounted.delete(side)
}

/** The view of a side, once it shows that document. Never resolves when the pane moves on before. */
export function viewShowing(side: PaneSide, documentId: DocumentId): Promise<DocumentView> {
  const here = mounted.get(side)
  if (here?.documentId === documentId) return Promise.resolve(here.view)
  for (const one of waiting.filter((other) => other.side === side)) waiting.splice(waiting.indexOf(one), 1)
  return new Promise((resolve) => waiting.push({ side, documentId, ready: resolve }))
}

export function viewOf(side: PaneSide): DocumentView | undefined {
  return mounted.get(side)?.view
}

export function activeView(): DocumentView | undefined {
  return viewOf(workbench.getState().activeSide)
}

/** Every mounted view of a document. */
export function viewsOf(documentId: DocumentId): DocumentView[] {
  return [...mounted.values()].filter((one) => one.documentId === documentId).map((one) => one.view)
}

export function allViews(): { documentId: DocumentId; view: DocumentView }[] {
  return [...mounted.values()]
}
