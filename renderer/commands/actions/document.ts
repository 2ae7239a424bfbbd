import type { documentCommands } from '../../../preload/contract/commands/document.ts'
import type { DocumentStatus } from '../../../preload/contract/document.ts'
import { documentsActedOn } from '../../store/documents/document-list.ts'
import { showDialog } from '../../store/screen.ts'
import type { Workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { markAsNext, markDocuments } from '../edit-document.ts'
import { writable } from './conditions.ts'

/** They act on the documents chosen in the list or the table, else on the one being read. */
export const documentActions: Record<keyof typeof documentCommands, Action> = {
  'document.metadata': {
    run: () => showDialog({ kind: 'document-details', documentIds: documentsActedOn() }),
    enabled: isAny,
  },
  'document.original': {
    run: () => {
      const [documentId] = documentsActedOn()
      if (documentId !== undefined) showDialog({ kind: 'original', documentId })
    },
    enabled: isAny,
  },
  'document.next-status': { run: markAsNext, enabled: canChange },
  'document.mark-to-do': mark('to-do'),
  'document.mark-in-progress': mark('in-progress'),
  'document.mark-done': mark('done'),
  'document.collect': {
    run: () => showDialog({ kind: 'new-collection', documentIds: documentsActedOn() }),
    enabled: canChange,
  },
  'document.delete': {
    run: () => showDialog({ kind: 'delete-documents', documentIds: documentsActedOn() }),
    enabled: canChange,
  },
}

function mark(status: DocumentStatus): Action {
  return { run: () => markDocuments(documentsActedOn(), status), enabled: canChange }
}

function isAny({ chosenDocuments, panes, activeSide }: Workbench): boolean {
  return chosenDocuments.length > 0 || panes[activeSide] !== null
}

function canChange(state: Workbench): boolean {
  return writable(state) && isAny(state)
}
