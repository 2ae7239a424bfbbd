import { type CommandId, commands as table } from '../../preload/contract/commands/index.ts'
import { type KeyChoices, keyOfTag, keysOf } from '../../preload/contract/commands/keys.ts'
import type { Tag } from '../../preload/contract/tag.ts'
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

let tagged: { choices: KeyChoices; tags: readonly Tag[]; chords: ReadonlySet<string> } | undefined

/** The keys that give a tag in a text, where they give no command. */
function chordsOfTags(tags: readonly Tag[], choices: KeyChoices): ReadonlySet<string> {
  if (tagged?.tags !== tags || tagged.choices !== choices) {
    const chords = tags.map((tag) => keyOfTag(tag, choices)).filter((chord) => chord !== undefined)
    tagged = { choices, tags, chords: new Set(chords) }
  }
  return tagged.chords
}

const shownKey = (id: CommandId, tags: readonly Tag[], choices: KeyChoices): string | undefined =>
  keysOf(id, choices).find((chord) => !chordsOfTags(tags, choices).has(chord))

/** The key to show beside what gives a command; undefined where it has none, or none that a tag has not taken. */
export function useKey(id: CommandId): string | undefined {
  return useWorkbench(({ tags, preferences }) => shownKey(id, tags, preferences))
}

/** The same for several commands, or for one after a condition. */
export function useKeyOf(): (id: CommandId) => string | undefined {
  const choices = useWorkbench(({ preferences }) => preferences)
  const tags = useWorkbench((state) => state.tags)
  return (id) => shownKey(id, tags, choices)
}

/** The command that a tag takes the key from, in a text. */
export function useCovered(tag: { key: string }): CommandId | undefined {
  return useWorkbench(({ preferences }) => {
    const chord = keyOfTag(tag, preferences)
    return chord === undefined ? undefined : commandsByKey(preferences).get(chord)?.[0]
  })
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
  const { tags, preferences } = workbench.getState()
  return shownKey(id, tags, preferences)
}
