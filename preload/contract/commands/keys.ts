import type { CommandDefinition } from './definition.ts'
import { type CommandId, commands } from './index.ts'

/** What a person has decided about keys; `Preferences` has it. */
export interface KeyChoices {
  keys: Readonly<Record<string, readonly string[]>>
  singleKeys: boolean
}

/**
 * The keys of a command as they are for this person; the first is shown. Everything that shows or hears keys asks
 * here and never reads the table.
 */
export function keysOf(id: CommandId, choices: KeyChoices): readonly string[] {
  return chosenKeys(id, choices).map((chord) => withModifier(chord, choices))
}

/** The same before single keys are switched off: what stands in the table or was chosen instead. */
export function chosenKeys(id: CommandId, { keys }: KeyChoices): readonly string[] {
  const definition: CommandDefinition = commands[id]
  return Object.hasOwn(keys, id) ? keys[id]! : definition.keys
}

/** Whether keys that were chosen are those that the command came with. */
export function isAsInTable(id: string, chosen: readonly string[]): boolean {
  return Object.hasOwn(commands, id) && String(commands[id as CommandId].keys) === String(chosen)
}

/** What is pressed for a tag’s key; undefined for a tag without one. */
export function keyOfTag(tag: { key: string }, choices: KeyChoices): string | undefined {
  return tag.key === '' ? undefined : withModifier(tag.key === '+' ? 'Plus' : tag.key.toUpperCase(), choices)
}

/** Whether it is a letter, a digit or a sign alone, which speech input or a slip of the hand can press unasked. */
export function isSingleKey(chord: string): boolean {
  const key = chord.replace(/^Shift\+/, '')
  return [...key].length === 1 || key === 'Plus' || key === 'Space'
}

/** Whether a menu of the system can hear it; others are heard by the window alone, where it can tell reading from typing. */
export function hasModifier(chord: string): boolean {
  return /^(CmdOrCtrl|Ctrl|Cmd|Alt)\+|^(Shift\+)?F\d+$/.test(chord)
}

function withModifier(chord: string, { singleKeys }: KeyChoices): string {
  return singleKeys || !isSingleKey(chord) ? chord : `Alt+${chord}`
}
