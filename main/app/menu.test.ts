import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { type CommandDefinition, commands } from '../../preload/contract/commands/index.ts'
import { type MenuState, menuTemplate } from './menu.ts'

const quiet: MenuState = {
  platform: 'linux',
  enabled: new Set(),
  checked: new Set(),
  history: { undo: null, redo: null },
  recent: [],
  keys: { keys: {}, singleKeys: true },
}
const noActions = { command: () => {}, openRecent: () => {} }

function itemsOf(state: Partial<MenuState>, actions = noActions): MenuItemConstructorOptions[] {
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  return flat(menuTemplate({ ...quiet, ...state }, actions))
}
const item = (id: string, state: Partial<MenuState> = {}, actions = noActions) =>
  itemsOf(state, actions).find((one) => one.id === id)!

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has every command of the table once on %s', (platform) => {
    const ids = itemsOf({ platform }).flatMap((one) => (one.id && one.id !== 'recent' ? [one.id] : []))
    expect(ids.toSorted()).toEqual(Object.keys(commands).toSorted())
  })

  it('sets the groups of the table apart by lines', () => {
    const file = menuTemplate(quiet, noActions)[0]!.submenu as MenuItemConstructorOptions[]
    expect(file.map((one) => one.id ?? one.role ?? one.type)).toEqual([
      'project.new',
      'project.open',
      'recent',
      'project.sample',
      'separator',
      'document.import',
      'document.import-folder',
      'document.import-report',
      'project.export',
      'project.save-copy',
      'separator',
      'document.print',
      'document.pdf',
      'separator',
      'project.rename',
      'app.preferences',
      'separator',
      'project.close',
      'separator',
      'quit',
    ])
  })

  it('says what would be undone and redone', () => {
    const history = { undo: 'link Rebuts', redo: 'tag as “Q&A”' }
    expect(item('history.undo', { history }).label).toBe('Undo: link Rebuts')
    expect(item('history.redo', { history }).label).toBe('Redo: tag as “Q&&A”')
    expect(item('history.undo').label).toBe('Undo')
  })

  it('shows keys without a modifier but leaves them to the window', () => {
    const plain = Object.entries<CommandDefinition>(commands).filter(
      ([, { keys }]) => keys[0] && /^(Shift\+)?.$|^[A-Z][a-z]+$/.test(keys[0]),
    )
    expect(plain.length).toBeGreaterThan(8)
    for (const [id] of plain) expect(item(id), id).toMatchObject({ registerAccelerator: false })
    expect(item('history.undo')).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: true })
    for (const [id] of plain) expect(item(id, { platform: 'darwin' }), id).not.toHaveProperty('accelerator')
  })

  it('has enabled and checked what the window says', () => {
    const state = { enabled: new Set(['view.dark']), checked: new Set(['view.dark']) }
    expect(item('view.dark', state)).toMatchObject({ type: 'checkbox', enabled: true, checked: true })
    expect(item('view.light', state)).toMatchObject({ type: 'checkbox', enabled: false, checked: false })
  })

  it('sends the chosen command to the window', () => {
    const command = vi.fn()
    const link = item('link.start', {}, { ...noActions, command })
    ;(link.click as () => void)()
    expect(command).toHaveBeenCalledExactlyOnceWith('link.start')
  })

  it('offers the recent projects that are still there', () => {
    const opened = '2026-01-05T10:00:00.000Z'
    const recent = [
      { path: '/p/tram.rejoinder', name: 'Tram & bus', opened, missing: false },
      { path: '/p/gone.rejoinder', name: 'Gone', opened, missing: true },
    ]
    const submenu = item('recent', { recent }).submenu as MenuItemConstructorOptions[]
    expect(submenu.map((one) => one.label)).toEqual(['Tram && bus'])
    expect(item('recent').enabled).toBe(false)
  })

  it('shows the keys a person has chosen, and those that Electron would refuse not at all', () => {
    const keys = { 'annotation.note': ['CmdOrCtrl+Ö'], 'history.undo': ['F2', 'CmdOrCtrl+Z'], 'go.back': [] }
    const state = { keys: { keys, singleKeys: false } }
    expect(item('history.undo', state)).toMatchObject({ accelerator: 'F2', registerAccelerator: true })
    expect(item('annotation.tag', state)).toMatchObject({ accelerator: 'Alt+T', registerAccelerator: true })
    expect(item('annotation.note', state)).not.toHaveProperty('accelerator')
    expect(item('go.back', state)).not.toHaveProperty('accelerator')
  })
})
