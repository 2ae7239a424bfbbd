import { Menu } from 'electron'
import { type CommandDefinition, commands } from '../../preload/contract/commands/index.ts'
import type { KeyChoices } from '../../preload/contract/commands/keys.ts'
import type { HistoryState } from '../../preload/contract/history.ts'
import { type MenuActions, type MenuState, menuTemplate } from './menu.ts'

/** Puts the application menu in place and keeps it saying what is true. */
export function applicationMenu(actions: MenuActions, keys: KeyChoices) {
  let state: MenuState = {
    platform: process.platform,
    enabled: usableFromTheStart,
    checked: new Set(),
    history: { undo: null, redo: null },
    recent: [],
    keys,
  }
  let planned = false

  // Labels of a menu cannot be changed, only the whole menu; several changes in a short while make one.
  function change(part: Partial<MenuState>): void {
    state = { ...state, ...part }
    if (planned) return
    planned = true
    setTimeout(() => {
      planned = false
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
    }, 50)
  }

  return {
    change,
    nothingOpen: () => change({ enabled: usableFromTheStart, history: { undo: null, redo: null } }),
    history: (history: HistoryState) => change({ history }),
  }
}

export type ApplicationMenu = ReturnType<typeof applicationMenu>

const usableFromTheStart: ReadonlySet<string> = new Set(
  Object.entries<CommandDefinition>(commands).flatMap(([id, { needs }]) => (needs === 'nothing' ? [id] : [])),
)
