import type { goCommands } from '../../../preload/contract/commands/go.ts'
import { showDialog } from '../../store/screen.ts'
import { workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { goToArea } from '../move-between-areas.ts'
import {
  goBack,
  goForward,
  goToAnnotationBelow,
  goToAnnotationInOrder,
  goToNeighbour,
  goToOtherEnd,
} from '../travel.ts'

export const goActions: Record<keyof typeof goCommands, Action> = {
  'go.document': { run: () => showDialog({ kind: 'go-to-document', beside: false }) },
  'go.passage': {
    run: () => showDialog({ kind: 'find-passage', purpose: workbench.getState().pending ? 'link' : 'go' }),
  },
  'go.next-document': { run: () => goToNeighbour(1) },
  'go.previous-document': { run: () => goToNeighbour(-1) },
  'go.next-annotation': { run: () => goToAnnotationInOrder(1) },
  'go.previous-annotation': { run: () => goToAnnotationInOrder(-1) },
  'go.annotation-below': { run: goToAnnotationBelow },
  'go.other-end': { run: () => goToOtherEnd(false) },
  'go.other-end-beside': { run: () => goToOtherEnd(true) },
  'go.back': { run: goBack, enabled: (state) => state.canGoBack },
  'go.forward': { run: goForward, enabled: (state) => state.canGoForward },
  'go.next-area': { run: () => goToArea('next') },
  'go.previous-area': { run: () => goToArea('previous') },
}
