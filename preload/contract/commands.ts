/**
 * Every command a person can give, once: the application menu, the palette, the keys and the shortcut sheet
 * are all made from this table. What a command does is in `renderer/commands/`.
 */

export type MenuName = 'File' | 'Edit' | 'View' | 'Go' | 'Help'

export interface CommandDefinition {
  /** As it stands in a menu; `…` when it asks before it acts. */
  title: string
  /** Where it stands; commands of one group stand together, groups are set apart by a line. */
  menu: MenuName
  group: number
  /**
   * Keys in Electron’s notation; the first is shown. A single letter or sign acts only where a text or a list has
   * the focus, never while typing.
   */
  keys: readonly string[]
  /** Switched on and off rather than done. */
  toggle?: true
  /** Needs an open project. */
  needs: 'nothing' | 'project' | 'document' | 'selection' | 'annotation'
}

const define = <T extends Record<string, CommandDefinition>>(
  table: T,
): { [K in keyof T]: CommandDefinition } => table

export const commands = define({
  'project.new': { title: 'New project…', menu: 'File', group: 1, keys: ['CmdOrCtrl+N'], needs: 'nothing' },
  'project.open': { title: 'Open project…', menu: 'File', group: 1, keys: ['CmdOrCtrl+O'], needs: 'nothing' },
  'project.sample': { title: 'Open the sample project', menu: 'File', group: 1, keys: [], needs: 'nothing' },
  'document.import': {
    title: 'Import documents…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+I'],
    needs: 'project',
  },
  'document.import-folder': {
    title: 'Import a folder…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+Shift+I'],
    needs: 'project',
  },
  'project.export': {
    title: 'Export dataset…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+E'],
    needs: 'project',
  },
  'project.save-copy': {
    title: 'Save a copy without history…',
    menu: 'File',
    group: 2,
    keys: [],
    needs: 'project',
  },
  'project.rename': {
    title: 'Project name and description…',
    menu: 'File',
    group: 3,
    keys: [],
    needs: 'project',
  },
  'app.preferences': {
    title: 'Preferences…',
    menu: 'File',
    group: 3,
    keys: ['CmdOrCtrl+,'],
    needs: 'nothing',
  },
  'project.close': {
    title: 'Close project',
    menu: 'File',
    group: 4,
    keys: ['CmdOrCtrl+W'],
    needs: 'project',
  },

  'history.undo': { title: 'Undo', menu: 'Edit', group: 1, keys: ['CmdOrCtrl+Z'], needs: 'project' },
  'history.redo': {
    title: 'Redo',
    menu: 'Edit',
    group: 1,
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    needs: 'project',
  },
  'annotation.tag': { title: 'Tag the selection…', menu: 'Edit', group: 3, keys: ['T'], needs: 'selection' },
  'annotation.retag': {
    title: 'Change tag…',
    menu: 'Edit',
    group: 3,
    keys: ['Shift+T'],
    needs: 'annotation',
  },
  'annotation.adjust': { title: 'Adjust ends', menu: 'Edit', group: 3, keys: ['E'], needs: 'annotation' },
  'annotation.note': { title: 'Note', menu: 'Edit', group: 3, keys: ['N'], needs: 'annotation' },
  'annotation.speaker': { title: 'Speaker', menu: 'Edit', group: 3, keys: ['S'], needs: 'annotation' },
  'annotation.delete': {
    title: 'Delete annotation',
    menu: 'Edit',
    group: 3,
    keys: ['Delete', 'Backspace'],
    needs: 'annotation',
  },
  'link.start': { title: 'Link from here', menu: 'Edit', group: 4, keys: ['L'], needs: 'annotation' },
  'link.drop': { title: 'Drop the pending link', menu: 'Edit', group: 4, keys: ['Escape'], needs: 'project' },
  'codebook.open': { title: 'Codebook…', menu: 'Edit', group: 5, keys: ['CmdOrCtrl+B'], needs: 'project' },
  'document.metadata': {
    title: 'Document details…',
    menu: 'Edit',
    group: 6,
    keys: ['CmdOrCtrl+D'],
    needs: 'document',
  },
  'document.delete': { title: 'Delete document…', menu: 'Edit', group: 6, keys: [], needs: 'document' },

  'app.palette': {
    title: 'Command palette…',
    menu: 'View',
    group: 1,
    keys: ['CmdOrCtrl+K'],
    needs: 'nothing',
  },
  'view.documents': {
    title: 'Documents',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+1'],
    toggle: true,
    needs: 'project',
  },
  'view.inspector': {
    title: 'Annotation',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+2'],
    toggle: true,
    needs: 'project',
  },
  'view.side-by-side': {
    title: 'Side by side',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+\\'],
    toggle: true,
    needs: 'document',
  },
  'view.larger-text': {
    title: 'Larger text',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='],
    needs: 'nothing',
  },
  'view.smaller-text': {
    title: 'Smaller text',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+-'],
    needs: 'nothing',
  },
  'view.usual-text': {
    title: 'Usual text size',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+0'],
    needs: 'nothing',
  },
  'view.light': { title: 'Light', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },
  'view.dark': { title: 'Dark', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },
  'view.system': { title: 'As the system', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },

  'go.document': { title: 'Go to document…', menu: 'Go', group: 1, keys: ['CmdOrCtrl+P'], needs: 'project' },
  'go.passage': {
    title: 'Find a passage…',
    menu: 'Go',
    group: 1,
    keys: ['CmdOrCtrl+Shift+F'],
    needs: 'project',
  },
  'go.next-document': {
    title: 'Next document',
    menu: 'Go',
    group: 1,
    keys: ['CmdOrCtrl+PageDown'],
    needs: 'project',
  },
  'go.previous-document': {
    title: 'Previous document',
    menu: 'Go',
    group: 1,
    keys: ['CmdOrCtrl+PageUp'],
    needs: 'project',
  },
  'go.next-annotation': {
    title: 'Next annotation',
    menu: 'Go',
    group: 2,
    keys: [']', 'F3'],
    needs: 'document',
  },
  'go.previous-annotation': {
    title: 'Previous annotation',
    menu: 'Go',
    group: 2,
    keys: ['[', 'Shift+F3'],
    needs: 'document',
  },
  'go.annotation-below': {
    title: 'Another annotation here',
    menu: 'Go',
    group: 2,
    keys: ['O'],
    needs: 'document',
  },
  'go.other-end': {
    title: 'Other end of the link',
    menu: 'Go',
    group: 2,
    keys: ['Enter'],
    needs: 'annotation',
  },
  'go.other-end-beside': {
    title: 'Other end, side by side',
    menu: 'Go',
    group: 2,
    keys: ['Shift+Enter'],
    needs: 'annotation',
  },
  'go.back': { title: 'Back', menu: 'Go', group: 3, keys: ['Alt+Left'], needs: 'project' },
  'go.forward': { title: 'Forward', menu: 'Go', group: 3, keys: ['Alt+Right'], needs: 'project' },
  'go.next-area': { title: 'Next area of the window', menu: 'Go', group: 4, keys: ['F6'], needs: 'nothing' },
  'go.previous-area': {
    title: 'Previous area of the window',
    menu: 'Go',
    group: 4,
    keys: ['Shift+F6'],
    needs: 'nothing',
  },

  'help.shortcuts': {
    title: 'Keyboard shortcuts',
    menu: 'Help',
    group: 1,
    keys: ['?', 'F1'],
    needs: 'nothing',
  },
  'help.guide': { title: 'First steps', menu: 'Help', group: 1, keys: [], needs: 'nothing' },
  'help.about': { title: 'About Rejoinder', menu: 'Help', group: 2, keys: [], needs: 'nothing' },
})

export type CommandId = keyof typeof commands

/** Keys that move the caret or the selection in a text; they are the text view’s own and stand in the shortcut sheet. */
export const readingKeys = [
  { keys: 'Arrow keys', does: 'Move the caret by character or line' },
  { keys: 'CmdOrCtrl+Left, CmdOrCtrl+Right', does: 'By word' },
  { keys: 'Alt+Up, Alt+Down', does: 'By sentence' },
  { keys: 'CmdOrCtrl+Up, CmdOrCtrl+Down', does: 'By paragraph' },
  { keys: 'CmdOrCtrl+Home, CmdOrCtrl+End', does: 'To the beginning, to the end of the text' },
  { keys: 'Shift with any of these', does: 'Select' },
  { keys: 'A tag’s own key', does: 'Tag the selection' },
] as const
