import type { CommandId } from '../../../preload/contract/commands/index.ts'
import { commands } from '../../../preload/contract/commands/index.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { actions, canRun, commandIds, titleOf, whyNot } from '../../commands/registry.ts'
import { withWords } from '../../store/documents/document-order.ts'
import type { Workbench } from '../../store/workbench.ts'
import { matchLetters, tier } from './fuzzy.ts'

export type PaletteItem = { id: string; title: string; isDisabled: boolean } & (
  | { kind: 'command'; command: CommandId; at: number[]; isChecked: boolean; whyNot: string }
  | { kind: 'tag'; tag: Tag; at: number[] }
  | { kind: 'document'; document: DocumentSummary }
)

const mostDocuments = 30

/**
 * Everything that fits the words: commands that can be given now, best fit first; then tags (where something is
 * selected) and documents; then commands that cannot be given now. What has the typed letters only here and there
 * comes after all that. Without words: the commands in menu order.
 */
export function paletteItems(words: string, state: Workbench): PaletteItem[] {
  const offered = commandIds.filter((id) => id !== 'app.palette')
  const fitting = ranked(
    offered,
    words,
    (id) => titleOf(id, state),
    (id) => commands[id].menu,
  )
  const named = splitByFit(fitting, (fit) => commandItem(fit, state))
  const tags = splitByFit(rankedTags(words, state), tagItem)
  const able = (items: PaletteItem[]) => items.filter((item) => !item.isDisabled)
  const unable = (items: PaletteItem[]) => items.filter((item) => item.isDisabled)
  return [
    ...able(named.byWords),
    ...tags.byWords,
    ...documentItems(words, state),
    ...unable(named.byWords),
    ...able(named.byLetters),
    ...tags.byLetters,
    ...unable(named.byLetters),
  ]
}

type Ranked<T> = { item: T; title: string; at: number[]; score: number; isByWords: boolean }

function splitByFit<T>(fitting: readonly Ranked<T>[], toItem: (fit: Ranked<T>) => PaletteItem) {
  const those = (isByWords: boolean) => fitting.filter((fit) => fit.isByWords === isByWords).map(toItem)
  return { byWords: those(true), byLetters: those(false) }
}

function commandItem({ item: id, title, at }: Ranked<CommandId>, state: Workbench): PaletteItem {
  const isChecked = actions[id].checked?.(state) ?? false
  const isDisabled = !canRun(id, state)
  return { kind: 'command', id, title, command: id, at, isChecked, isDisabled, whyNot: whyNot(id, state) }
}

function rankedTags(words: string, state: Workbench): Ranked<Tag>[] {
  if (words.trim() === '' || !canRun('annotation.tag', state)) return []
  return ranked(state.tags, words, (tag) => `Tag as ${tag.name}`)
}

function tagItem({ item: tag, title, at }: Ranked<Tag>): PaletteItem {
  return { kind: 'tag', id: `tag-${tag.id}`, title, tag, at, isDisabled: false }
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

/** Also found by its group, as “file” or “go”, but then behind what is found as well by its title. */
function ranked<T>(
  all: readonly T[],
  words: string,
  titleOf: (item: T) => string,
  groupOf?: (item: T) => string,
): Ranked<T>[] {
  const fitting = all.flatMap((item) => {
    const title = titleOf(item)
    const byTitle = matchLetters(words, title)
    const byGroup = groupOf ? matchLetters(words, `${groupOf(item)} ${title}`) : null
    if (!byTitle && !byGroup) return []
    const score = Math.max(byTitle?.score ?? -tier, (byGroup?.score ?? -tier) - tier / 2)
    // What has only the letters is far below half a tier.
    const isByWords = words.trim() === '' || score > tier / 4
    return [{ item, title, at: byTitle?.at ?? [], score, isByWords }]
  })
  return fitting.sort((a, b) => b.score - a.score)
}
