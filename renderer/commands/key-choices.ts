import { type CommandId, commands as table } from '../../preload/contract/commands/index.ts'
import { type KeyChoices, keyOfTag, keysOf } from '../../preload/contract/commands/keys.ts'
import { useWorkbench, workbench } from '../store/workbench.ts'
import { chordOf } from './chord.ts'

let known: { choices: KeyChoices; commands: ReadonlyMap<string, readonly CommandId[]> } | undefined

/** The commands of each key, in the order of the table. */
export function commandsByKey(choices: KeyChoices): ReadonlyMap<string, readonly CommandId[]> {
  if (known?.choices.keys === choices.keys && known.choices.singleKeys === choices.singleKeys)
    return known.commands
  const commands = new Map<string, CommandId[]>()
  for (const id of Object.keys(table) as CommandId[]) {
    for (const chord of keysOf(id, choices)) commands.set(chord, [...(commands.get(chord) ?? []), id])
  }
  known = { choices, commands }
  return commands
}

/** The key to show beside what gives a command; undefined where it has none. */
export function useKey(id: CommandId): string | undefined {
  return useWorkbench(({ preferences }) => keysOf(id, preferences)[0])
}

/** The same for several commands, or for one after a condition. */
export function useKeyOf(): (id: CommandId) => string | undefined {
  const choices = useWorkbench(({ preferences }) => preferences)
  return (id) => keysOf(id, choices)[0]
}

/** The key to show beside a tag. */
export function useTagKey(tag: { key: string }): string | undefined {
  return useWorkbench(({ preferences }) => keyOfTag(tag, preferences))
}

/** Whether a key press gives this command, for places that do something of their own instead. */
export function isKeyOf(id: CommandId, event: KeyboardEvent): boolean {
  const { preferences, platform } = workbench.getState()
  return keysOf(id, preferences).includes(chordOf(event, platform === 'darwin'))
}

/** The same as `useKey` outside rendering, for sentences. */
export function keyNow(id: CommandId): string | undefined {
  return keysOf(id, workbench.getState().preferences)[0]
}
