import type { DocumentId } from '../../../preload/contract/ids.ts'
import { type OwnReading, Reading } from '../../../preload/contract/preferences.ts'
import { useWorkbench, type Workbench, workbench } from '../workbench.ts'

const names = Object.keys(Reading.shape) as (keyof Reading)[]

/** How a text is set: as the person reads everything, but for what they have chosen for this one. */
export function readingOf(documentId: DocumentId | null, state: Workbench = workbench.getState()): Reading {
  const own = documentId === null ? undefined : state.ownReading.get(documentId)
  return merge(state.preferences, own)
}

export function useReading(documentId: DocumentId | null): Reading {
  const preferences = useWorkbench((state) => state.preferences)
  const own = useWorkbench((state) => (documentId === null ? undefined : state.ownReading.get(documentId)))
  return merge(preferences, own)
}

/** Whether a text has settings of its own; they are there, if only to come, once it is said that it shall. */
export function useOwnReading(documentId: DocumentId | null): boolean {
  return useWorkbench((state) => documentId !== null && state.ownReading.has(documentId))
}

/** Sets one text otherwise than all; null takes its own settings away. */
export function setOwnReading(documentId: DocumentId, own: OwnReading | null): void {
  workbench.setState((state) => {
    const ownReading = new Map(state.ownReading)
    if (own) ownReading.set(documentId, own)
    else ownReading.delete(documentId)
    return { ownReading }
  })
}

function merge(all: Reading, own: OwnReading | undefined): Reading {
  return Object.fromEntries(names.map((name) => [name, own?.[name] ?? all[name]])) as Reading
}
