import type { analyseCommands } from '../../../preload/contract/commands/analyse.ts'
import { lookForAnswers } from '../../store/argument/answers.ts'
import { toggleMiddle } from '../../store/middle.ts'
import { showDialog } from '../../store/screen.ts'
import type { Middle } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { toggleMap } from '../argument-map.ts'
import { canStepPairs, confrontClaim, stepPairs, toggleConfrontation } from '../confrontation.ts'
import { comparePassages, copiesHere } from '../copies.ts'
import { toggleSearch } from '../searching.ts'
import { writable } from './conditions.ts'

export const analyseActions: Record<keyof typeof analyseCommands, Action> = {
  'view.overview': middleView('overview'),
  'view.map': { ...middleView('map'), run: toggleMap },
  'view.work-lists': middleView('work-lists'),
  'view.doctor': middleView('doctor'),
  'view.table': middleView('table'),
  'answer.candidates': { run: lookForAnswers },
  'answer.cues': { run: () => showDialog({ kind: 'cue-words' }) },
  'view.search': { run: toggleSearch, checked: (state) => state.middle === 'search' },
  'view.claims': middleView('claims'),
  'view.confrontation': {
    run: toggleConfrontation,
    checked: (state) => state.middle === 'confrontation',
  },
  'claim.confront': { run: confrontClaim },
  'confrontation.export': { run: () => showDialog({ kind: 'confrontation-copy' }) },
  'confrontation.next': { run: () => stepPairs(1), enabled: canStepPairs },
  'confrontation.previous': { run: () => stepPairs(-1), enabled: canStepPairs },
  'view.time': middleView('time'),
  'view.speakers': middleView('speakers'),
  'view.copies': middleView('copies'),
  'copy.here': { run: copiesHere },
  'copy.compare': { run: comparePassages },
  'claim.new': {
    run: () => showDialog({ kind: 'new-claim', annotationIds: [], words: '' }),
    enabled: writable,
  },
}

function middleView(view: Exclude<Middle, 'texts'>): Action {
  return { run: () => toggleMiddle(view), checked: (state) => state.middle === view }
}
