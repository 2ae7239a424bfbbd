import type { CommandId } from '../../../preload/contract/commands/index.ts'
import { commands } from '../../../preload/contract/commands/index.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { actions, canRun, commandIds, titleOf } from '../../commands/registry.ts'
import { withWords } from '../../store/document-order.ts'
import type { Workbench } from '../../store/workbench.ts'
import { matchLetters } from './fuzzy.ts'

export type PaletteItem = { id: string; title: string; isDisabled: boolean } & (
  | { kind: 'command'; command: CommandId; at: number[]; isChecked: boolean }
  | { kind: 'tag'; tag: Tag; at: number[] }
  | { kind: 'document'; document: DocumentSummary }
)

const mostDocuments = 30

/**
 * Everything that fits the words: commands that can be given now, best fit first; then tags (where something is
 * selected) and documents; commands that cannot be given now come last. Without words: the commands in menu order.
 */
export function paletteItems(words: string, state: Workbench): PaletteItem[] {
  const offered = commandIds.filter((id) => id !== 'app.palette')
  const fitting = ranked(
    offered,
    words,
    (id) => titleOf(id, state),
    (id) => commands[id].menu,
  )
  const items = fitting.map(({ item, title, at }) => commandItem(item, title, at, state))
  const able = items.filter((item) => !item.isDisabled)
  const unable = items.filter((item) => item.isDisabled)
  return [...able, ...tagItems(words, state), ...documentItems(words, state), ...unable]
}

function commandItem(id: CommandId, title: string, at: number[], state: Workbench): PaletteItem {
  const isChecked = actions[id].checked?.(state) ?? false
  return { kind: 'command', id, title, command: id, at, isChecked, isDisabled: !canRun(id, state) }
}

function tagItems(words: string, state: Workbench): PaletteItem[] {
  if (words.trim() === '' || !canRun('annotation.tag', state)) return []
  return ranked(state.tags, words, (tag) => `Tag as ${tag.name}`).map(({ item, title, at }) => ({
    kind: 'tag',
    id: `tag-${item.id}`,
    title,
    tag: item,
    at,
    isDisabled: false,
  }))
}

function documentItems(words: string, { documents }: Workbench): PaletteItem[] {
  if (words.trim() === '') return []
  return withWords(documents, words)
    .slice(0, mostDocuments)
    .map((document) => ({
      kind: 'document',
      id: `document-${document.id}`,
      title: document.title,
      document,
      isDisabled: false,
    }))
}

/** Also found by its group, as “file” or “go”, but then behind what is found by its title. */
function ranked<T>(
  all: readonly T[],
  words: string,
  titleOf: (item: T) => string,
  groupOf?: (item: T) => string,
) {
  return all
    .map((item) => {
      const title = titleOf(item)
      const byTitle = matchLetters(words, title)
      const byGroup = groupOf && !byTitle ? matchLetters(words, `${groupOf(item)} ${title}`) : null
      const score = byTitle?.score ?? (byGroup ? byGroup.score - 100 : null)
      return { item, title, at: byTitle?.at ?? [], score }
    })
    .filter((one): one is typeof one & { score: number } => one.score !== null)
    .sort((a, b) => b.score - a.score)
}
