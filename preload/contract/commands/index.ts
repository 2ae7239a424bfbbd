import { analyseCommands } from './analyse.ts'
import { annotateCommands } from './annotate.ts'
import { documentCommands } from './document.ts'
import { editCommands } from './edit.ts'
import { fileCommands } from './file.ts'
import { goCommands } from './go.ts'
import { helpCommands } from './help.ts'
import { viewCommands } from './view.ts'

export type { CommandDefinition, MenuName } from './definition.ts'

/**
 * Every command a person can give, once: the application menu, the palette, the keys and the shortcut sheet are all
 * made from these tables, one a menu. What a command does is in `renderer/commands/`.
 */
export const commands = {
  ...fileCommands,
  ...editCommands,
  ...annotateCommands,
  ...documentCommands,
  ...analyseCommands,
  ...viewCommands,
  ...goCommands,
  ...helpCommands,
} as const

export type CommandId = keyof typeof commands

/** Keys of the list and the table of documents; they are these views’ own and stand in the shortcut sheet. */
export const listKeys = [
  { keys: 'Shift with the arrow keys', does: 'Choose several' },
  { keys: 'CmdOrCtrl+Space', does: 'Choose one more, or one less' },
  { keys: 'CmdOrCtrl+A', does: 'Choose all that are shown' },
  { keys: 'Alt+Shift+Up, Alt+Shift+Down', does: 'Move what is chosen up or down in the list' },
  { keys: 'CmdOrCtrl+Enter', does: 'Open beside; from the table, open' },
  { keys: 'F2', does: 'Write in a cell of the table, in all rows that are chosen' },
  { keys: 'Alt+Down', does: 'On the head of a column: its menu' },
] as const

/** Keys of the list of candidate answers; they are its own and stand in the shortcut sheet. */
export const answerKeys = [
  { keys: 'Enter', does: 'Show the passage beside the claim' },
  { keys: 'A', does: 'Accept: tag the passage and link it to the claim' },
  { keys: 'D', does: 'Dismiss it, or take that back' },
] as const

/** Keys of the view of claims; they are its own and stand in the shortcut sheet. */
export const claimKeys = [
  { keys: 'Enter, Right', does: 'From the list into the card; there the arrows go from entry to entry' },
  { keys: 'Left', does: 'From the card back to the list' },
  { keys: 'F2', does: 'Write in the statement' },
  { keys: 'Space', does: 'Choose one more, or one less' },
  { keys: 'M', does: 'Merge the chosen claims' },
  { keys: 'Delete', does: 'Delete the claim; its passages stay' },
] as const

/** Keys at the names of saved lists and searches; they stand in the shortcut sheet. */
export const savedKeys = [
  { keys: 'Delete', does: 'At the name of a saved list or search: delete it' },
] as const

/** Keys that move the caret or the selection in a text; they are the text view’s own and stand in the shortcut sheet. */
export const readingKeys = [
  { keys: 'Arrow keys', does: 'Move the caret by character or line' },
  { keys: 'CmdOrCtrl+Left, CmdOrCtrl+Right', does: 'By word' },
  { keys: 'Alt+Up, Alt+Down', does: 'By sentence' },
  { keys: 'CmdOrCtrl+Up, CmdOrCtrl+Down', does: 'By paragraph' },
  { keys: 'CmdOrCtrl+Home, CmdOrCtrl+End', does: 'To the beginning, to the end of the text' },
  { keys: 'Shift with any of these', does: 'Select' },
  {
    keys: 'Arrow keys while adjusting',
    does: 'Move an end by character; with CmdOrCtrl by word; up and down by sentence, with CmdOrCtrl by paragraph',
  },
  { keys: 'Shift with these', does: 'Move the whole annotation' },
  {
    keys: 'A tag’s own key',
    does: 'Tag the selection; without one the sentence, or once more the passage in focus',
  },
] as const
