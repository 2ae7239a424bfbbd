import type { documentCommands } from '../../../preload/contract/commands/document.ts'
import { showDialog } from '../../store/screen.ts'
import { type Workbench, workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { writable } from './conditions.ts'

export const documentActions: Record<keyof typeof documentCommands, Action> = {
  'document.metadata': {
    run: withDocument((documentId) => showDialog({ kind: 'document-details', documentId })),
  },
  'document.delete': {
    run: withDocument((documentId) => showDialog({ kind: 'delete-documents', documentIds: [documentId] })),
    enabled: writable,
  },
}

function withDocument(act: (documentId: NonNullable<Workbench['panes']['left']>['documentId']) => void) {
  return () => {
    const { panes, activeSide } = workbench.getState()
    const pane = panes[activeSide]
    if (pane) act(pane.documentId)
  }
}
