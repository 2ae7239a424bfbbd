import type { analyseCommands } from '../../../preload/contract/commands/analyse.ts'
import { lookForAnswers } from '../../store/answers.ts'
import { toggleMiddle } from '../../store/middle.ts'
import { showDialog } from '../../store/screen.ts'
import type { Middle } from '../../store/workbench.ts'
import type { Action } from '../action.ts'

export const analyseActions: Record<keyof typeof analyseCommands, Action> = {
  'view.table': middleView('table'),
  'answer.candidates': { run: lookForAnswers },
  'answer.cues': { run: () => showDialog({ kind: 'cue-words' }) },
  'view.search': middleView('search'),
}

function middleView(view: Exclude<Middle, 'texts'>): Action {
  return { run: () => toggleMiddle(view), checked: (state) => state.middle === view }
}
