import {
  answerKeys,
  type CommandId,
  claimKeys,
  commands,
  listKeys,
  readingKeys,
  savedKeys,
} from '../../../preload/contract/commands/index.ts'
import { type KeyChoices, keyOfTag, keysOf } from '../../../preload/contract/commands/keys.ts'
import type { Tag } from '../../../preload/contract/tag.ts'

export interface KeyRow {
  does: string
  /** `isWords`: not a key but a name for several, as “Arrow keys”. */
  keys: { text: string; isWords: boolean }[]
}

export interface KeyGroup {
  title: string
  rows: KeyRow[]
}

/** All keys, in the order of the menus; commands without a key are left to the palette. */
export function keyGroups(tags: readonly Tag[], choices: KeyChoices): KeyGroup[] {
  const ids = Object.keys(commands) as CommandId[]
  const all = ids.map((id) => ({ ...commands[id], keys: keysOf(id, choices) }))
  const menus = [...new Set(all.map(({ menu }) => menu))]
  const groups = menus.map((menu) => ({
    title: menu as string,
    rows: all
      .filter((command) => command.menu === menu && command.keys.length > 0)
      .map(({ title, keys }) => ({ does: title.replace(/…$/, ''), keys: keys.map(key) })),
  }))
  const inLists = listKeys.map(({ keys, does }) => ({ does, keys: keys.split(', ').map(readingKey) }))
  const inAnswers = answerKeys.map(({ keys, does }) => ({ does, keys: [readingKey(keys)] }))
  const onClaims = claimKeys.map(({ keys, does }) => ({ does, keys: keys.split(', ').map(readingKey) }))
  const onSaved = savedKeys.map(({ keys, does }) => ({ does, keys: [readingKey(keys)] }))
  const reading = readingKeys.map(({ keys, does }) => ({ does, keys: keys.split(', ').map(readingKey) }))
  const ofTags = tags
    .map((tag) => ({
      does: tag.name,
      keys: [keyOfTag(tag, choices)].filter((one) => one !== undefined).map(key),
    }))
    .filter(({ keys }) => keys.length > 0)
  return [
    ...groups,
    { title: 'Reading', rows: reading },
    { title: 'List and table of documents', rows: inLists },
    { title: 'Candidate answers', rows: inAnswers },
    { title: 'Claims', rows: onClaims },
    { title: 'Work lists and searches', rows: onSaved },
    { title: 'Tags', rows: ofTags },
  ].filter(hasRows)
}

/** Only what holds every word, in what it does or in its group. */
export function narrow(groups: readonly KeyGroup[], words: string): KeyGroup[] {
  return groups
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter(({ does }) => allWordsIn(words, `${does} ${title}`)),
    }))
    .filter(hasRows)
}

export function allWordsIn(words: string, text: string): boolean {
  const lower = text.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

const key = (text: string) => ({ text, isWords: false })

/** “Arrow keys” are words, “Alt+Up” is a key. */
const readingKey = (text: string) => ({ text, isWords: text.includes(' ') })

const hasRows = ({ rows }: KeyGroup): boolean => rows.length > 0
