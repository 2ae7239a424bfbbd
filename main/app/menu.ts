import type { MenuItemConstructorOptions } from 'electron'
import type { RecentProject } from '../../preload/contract/app.ts'
import {
  type CommandDefinition,
  type CommandId,
  commands,
  type MenuName,
} from '../../preload/contract/commands/index.ts'
import { hasModifier, type KeyChoices, keysOf } from '../../preload/contract/commands/keys.ts'
import type { HistoryState } from '../../preload/contract/history.ts'

/** What the menu has to say at the moment. */
export interface MenuState {
  platform: NodeJS.Platform
  enabled: ReadonlySet<string>
  checked: ReadonlySet<string>
  history: HistoryState
  recent: readonly RecentProject[]
  keys: KeyChoices
}

export interface MenuActions {
  command(id: CommandId): void
  openRecent(path: string): void
}

type Item = MenuItemConstructorOptions

/** The whole application menu, made from the table of commands. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin'
  const quit: Item = { role: 'quit', label: isMac ? 'Quit Rejoinder' : 'Quit' }
  const item = (id: CommandId) => commandItem(id, state, actions)
  const menu = (name: MenuName, additions: Additions = {}): Item => ({
    label: isMac ? name : `&${name}`,
    submenu: groupsOf(name, state, actions, additions),
  })

  return [
    ...(isMac ? [macAppMenu(item('help.about'), item('app.preferences'), quit)] : []),
    menu('File', {
      after: { 'project.open': recentMenu(state.recent, actions) },
      groups: isMac ? {} : { 9: [quit] },
    }),
    menu('Edit', {
      groups: { 2: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    }),
    menu('Annotate'),
    menu('Document'),
    menu('Analyse'),
    menu('View', { groups: { 9: [{ role: 'togglefullscreen', label: 'Full screen' }] } }),
    menu('Go'),
    ...(isMac ? [{ role: 'windowMenu' } satisfies Item] : []),
    { ...menu('Help'), role: 'help' },
  ]
}

/** What stands in a menu beside the commands of the table: after one of them, or as a group of its own. */
interface Additions {
  after?: Partial<Record<CommandId, Item>>
  groups?: Record<number, Item[]>
}

function groupsOf(
  name: MenuName,
  state: MenuState,
  actions: MenuActions,
  { after = {}, groups = {} }: Additions,
): Item[] {
  const byGroup = new Map<number, Item[]>(
    Object.entries(groups).map(([group, items]) => [Number(group), [...items]]),
  )
  for (const [id, { menu, group }] of entries()) {
    if (menu !== name || (state.platform === 'darwin' && standsInMacAppMenu.has(id))) continue
    const items = byGroup.get(group) ?? []
    items.push(commandItem(id, state, actions))
    const added = after[id]
    if (added) items.push(added)
    byGroup.set(group, items)
  }
  const inOrder = [...byGroup.entries()].sort(([a], [b]) => a - b).map(([, items]) => items)
  return inOrder.flatMap((items, i) => (i === 0 ? items : [{ type: 'separator' } satisfies Item, ...items]))
}

const standsInMacAppMenu: ReadonlySet<CommandId> = new Set(['help.about', 'app.preferences'])

function commandItem(id: CommandId, state: MenuState, actions: MenuActions): Item {
  const definition: CommandDefinition = commands[id]
  return {
    id,
    label: asLabel(titleOf(id, definition, state.history)),
    ...keyOf(keysOf(id, state.keys)[0], state.platform),
    enabled: state.enabled.has(id),
    ...(definition.toggle && { type: 'checkbox', checked: state.checked.has(id) }),
    click: () => actions.command(id),
  }
}

function titleOf(id: CommandId, { title }: CommandDefinition, { undo, redo }: HistoryState): string {
  if (id === 'history.undo' && undo !== null) return `Undo: ${undo}`
  if (id === 'history.redo' && redo !== null) return `Redo: ${redo}`
  return title
}

// A key without a modifier acts in the window alone, where it can tell reading from typing; the menu only shows
// it. On macOS every key a menu shows is taken by the menu.
function keyOf(key: string | undefined, platform: NodeJS.Platform): Item {
  if (key === undefined || !isKnownToElectron(key)) return {}
  const registered = hasModifier(key)
  if (platform === 'darwin') return registered ? { accelerator: key } : {}
  return { accelerator: key, registerAccelerator: registered }
}

// Of letters and signs Electron knows those of ASCII. A menu with another one would not be built at all.
function isKnownToElectron(key: string): boolean {
  return /^((CmdOrCtrl|Ctrl|Alt|Shift)\+)*([!-~]|F\d+|Plus|Space|Tab|Enter|Backspace|Delete|Insert|Escape|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/.test(
    key,
  )
}

function recentMenu(recent: readonly RecentProject[], { openRecent }: MenuActions): Item {
  const there = recent.filter((project) => !project.missing)
  return {
    id: 'recent',
    label: 'Open recent',
    enabled: there.length > 0,
    submenu: there.map(({ path, name }) => ({
      label: asLabel(name),
      sublabel: path,
      click: () => openRecent(path),
    })),
  }
}

function macAppMenu(about: Item, preferences: Item, quit: Item): Item {
  const line: Item = { type: 'separator' }
  return {
    role: 'appMenu',
    submenu: [
      about,
      line,
      preferences,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      quit,
    ],
  }
}

// `&` would underline the letter after it.
function asLabel(text: string): string {
  return text.replaceAll('&', '&&')
}

function entries(): [CommandId, CommandDefinition][] {
  return Object.entries(commands) as [CommandId, CommandDefinition][]
}
