import type { helpCommands } from '../../../preload/contract/commands/help.ts'
import { showDialog } from '../../store/screen.ts'
import type { Action } from '../action.ts'

export const helpActions: Record<keyof typeof helpCommands, Action> = {
  'help.shortcuts': { run: () => showDialog({ kind: 'shortcuts' }) },
  'help.guide': { run: () => showDialog({ kind: 'guide' }) },
  'help.about': { run: () => showDialog({ kind: 'about' }) },
}
