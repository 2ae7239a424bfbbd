import type { goCommands } from '../../../preload/contract/commands/go.ts'
import { askForPlace } from '../../store/reading/finding.ts'
import { goToCard } from '../../store/reading/margin.ts'
import { showDialog } from '../../store/screen.ts'
import { workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { goOnElsewhere } from '../go-on-elsewhere.ts'
import { goToArea } from '../move-between-areas.ts'
import { goToOutdated } from '../outdated.ts'
import { goToSameTag, goToSought } from '../seek.ts'
import { goToTurn } from '../speaker-turns.ts'
import { goBack, goForward, goToAnnotationBelow, goToNeighbour, goToOtherEnd } from '../travel.ts'
import { goInList } from '../work-lists.ts'

export const goActions: Record<keyof typeof goCommands, Action> = {
  'go.document': { run: () => showDialog({ kind: 'go-to-document', beside: false }) },
  'go.passage': {
    run: () => showDialog({ kind: 'find-passage', purpose: workbench.getState().pending ? 'link' : 'go' }),
  },
  'go.place': { run: askForPlace },
  'go.next-document': { run: () => goToNeighbour(1) },
  'go.previous-document': { run: () => goToNeighbour(-1) },
  'go.next-annotation': { run: () => goToSought({ kind: 'any' }, 1) },
  'go.previous-annotation': { run: () => goToSought({ kind: 'any' }, -1) },
  'go.annotation-below': { run: goToAnnotationBelow },
  'go.next-of-tag': { run: () => goToSameTag(1) },
  'go.previous-of-tag': { run: () => goToSameTag(-1) },
  'go.next-unlinked': { run: () => goToSought({ kind: 'unlinked' }, 1) },
  'go.previous-unlinked': { run: () => goToSought({ kind: 'unlinked' }, -1) },
  'go.next-unanswered': { run: () => goToSought({ kind: 'unanswered' }, 1) },
  'go.previous-unanswered': { run: () => goToSought({ kind: 'unanswered' }, -1) },
  'go.next-awaiting': { run: () => goToSought({ kind: 'awaiting' }, 1) },
  'go.previous-awaiting': { run: () => goToSought({ kind: 'awaiting' }, -1) },
  'go.next-turn': { run: () => goToTurn(1) },
  'go.previous-turn': { run: () => goToTurn(-1) },
  'go.on-elsewhere': {
    run: goOnElsewhere,
    enabled: (state) =>
      state.offer !== null && state.offer.from === (state.panes[state.activeSide]?.documentId ?? null),
  },
  'go.next-outdated': { run: () => goToOutdated(1) },
  'go.previous-outdated': { run: () => goToOutdated(-1) },
  'go.next-in-list': { run: () => goInList(1) },
  'go.previous-in-list': { run: () => goInList(-1) },
  'go.other-end': { run: () => goToOtherEnd(false) },
  'go.other-end-beside': { run: () => goToOtherEnd(true) },
  'go.card': { run: goToCard },
  'go.back': { run: goBack, enabled: (state) => state.canGoBack },
  'go.forward': { run: goForward, enabled: (state) => state.canGoForward },
  'go.next-area': { run: () => goToArea('next') },
  'go.previous-area': { run: () => goToArea('previous') },
}
