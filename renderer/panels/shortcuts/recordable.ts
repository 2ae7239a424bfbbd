import { type CommandId, commands } from '../../../preload/contract/commands/index.ts'
import { isSingleKey, type KeyChoices, keyOfTag, keysOf } from '../../../preload/contract/commands/keys.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { othersWith, titleIn } from '../../commands/change-keys.ts'
import { keyText } from '../../ui/keys.ts'

/** What giving a command this key would mean. `why` is a sentence. */
export type Verdict =
  | { kind: 'free'; note: string }
  | { kind: 'taken'; by: readonly CommandId[]; why: string }
  | { kind: 'refused'; why: string }

const notAKey = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])

/** Whether a key press names a key: not a modifier alone, and nothing that is still being composed. */
export function namesAKey(event: Pick<KeyboardEvent, 'key' | 'isComposing'>): boolean {
  return !event.isComposing && !notAKey.has(event.key)
}

const moves =
  /^(CmdOrCtrl\+)?(Shift\+)?(Left|Right|Up|Down|Home|End|PageUp|PageDown)$|^Alt\+(Shift\+)?(Up|Down)$/
const edits: Record<string, string> = {
  'CmdOrCtrl+C': 'copies',
  'CmdOrCtrl+X': 'cuts',
  'CmdOrCtrl+V': 'pastes',
  'CmdOrCtrl+A': 'selects all',
  'CmdOrCtrl+Q': 'quits',
}

export function judgeKey(chord: string, id: CommandId, choices: KeyChoices, tags: readonly Tag[]): Verdict {
  const key = keyText(chord)
  const isOfTable = Object.values<{ keys: readonly string[] }>(commands).some(({ keys }) =>
    keys.includes(chord),
  )
  const always = edits[chord] ?? (moves.test(chord) && !isOfTable ? 'moves the caret' : undefined)
  if (always) return { kind: 'refused', why: `${key} ${always} and stays with that. Press another key.` }
  if (!choices.singleKeys && isSingleKey(chord))
    return { kind: 'refused', why: 'Single-key shortcuts are switched off. Hold Ctrl or Alt with the key.' }
  if (keysOf(id, choices).includes(chord))
    return { kind: 'refused', why: `${titleIn(id)} has ${key} already.` }
  const by = othersWith(chord, id, choices)
  if (by.length > 0)
    return {
      kind: 'taken',
      by,
      why: `${key} is the key of ${by.map((other) => titleIn(other)).join(' and ')}.`,
    }
  const tag = tags.find((one) => keyOfTag(one, choices) === chord)
  return {
    kind: 'free',
    note: tag ? `${key} is also the key of the tag ${tag.name}, which goes first in a text.` : '',
  }
}
