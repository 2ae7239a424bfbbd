import { type CommandId, commands } from '../../preload/contract/commands/index.ts'
import { chosenKeys, isAsInTable, type KeyChoices, keysOf } from '../../preload/contract/commands/keys.ts'
import type { Preferences } from '../../preload/contract/preferences.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'
import { keySpeech } from '../ui/keys.ts'
import { changePreferences } from './preferences.ts'

const ids = Object.keys(commands) as CommandId[]

/** The other commands that have this key now. */
export function othersWith(chord: string, id: CommandId, choices: KeyChoices): CommandId[] {
  return ids.filter((other) => other !== id && keysOf(other, choices).includes(chord))
}

/** Gives a command one more key, and takes it from whichever other has it. */
export async function addKey(id: CommandId, chord: string): Promise<void> {
  const { preferences } = workbench.getState()
  const losing = othersWith(chord, id, preferences)
  await changeKeys({
    ...Object.fromEntries(losing.map((other) => [other, without(other, chord, preferences)])),
    [id]: [...chosenKeys(id, preferences), chord],
  })
  const from = losing.map((other) => titleIn(other)).join(', ')
  say(`${keySpeech(chord)} is a key of ${titleIn(id)}${from && ` and no longer of ${from}`}`)
}

export async function removeKey(id: CommandId, chord: string): Promise<void> {
  const { preferences } = workbench.getState()
  await changeKeys({ [id]: without(id, chord, preferences) })
  say(`${keySpeech(chord)} is no longer a key of ${titleIn(id)}`)
}

/** Gives a command, or all of them, the keys they came with; but a key that another has by now stays with that one. */
export async function resetKeys(id: CommandId | 'all'): Promise<void> {
  const { preferences } = workbench.getState()
  const { keys } = preferences
  const kept: Preferences['keys'] =
    id === 'all' ? {} : Object.fromEntries(Object.entries(keys).filter(([command]) => command !== id))
  if (id !== 'all') {
    const usual = chosenKeys(id, { ...preferences, keys: kept })
    const free = usual.filter((key) => othersWith(key, id, { ...preferences, singleKeys: true }).length === 0)
    if (free.length < usual.length) kept[id] = free
  }
  await changePreferences({ keys: kept })
  say(id === 'all' ? 'All keys are as they came' : `The keys of ${titleIn(id)} are as they came`)
}

export async function switchSingleKeys(on: boolean): Promise<void> {
  await changePreferences({ singleKeys: on })
  say(on ? 'Single-key shortcuts are on' : 'Single-key shortcuts are off: hold Alt with them')
}

/** A command’s name where no dots are wanted. */
export function titleIn(id: CommandId): string {
  return `“${commands[id].title.replace(/…$/, '')}”`
}

function without(id: CommandId, chord: string, choices: KeyChoices): string[] {
  const chosen = chosenKeys(id, choices)
  const shown = keysOf(id, choices)
  return chosen.filter((_key, index) => shown[index] !== chord)
}

/** What is again as in the table is not kept: a later version may have another key there. */
async function changeKeys(change: Preferences['keys']): Promise<void> {
  const keys = { ...workbench.getState().preferences.keys, ...change }
  const differing = Object.entries(keys).filter(([id, own]) => !isAsInTable(id, own))
  await changePreferences({ keys: Object.fromEntries(differing) })
}
