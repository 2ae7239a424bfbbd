import type { Tag } from '../../../preload/contract/tag.ts'
import type { Workbench } from '../workbench.ts'

/**
 * What is chosen for paper and for copies to read, as it holds for these tags: those that have gone are passed over,
 * and of fewer than two there is nothing to choose, so that all are shown.
 */
export function readingChoice({ print, tags }: Pick<Workbench, 'print' | 'tags'>): Workbench['print'] {
  if (print.tagIds === null) return print
  const there = new Set<Tag['id']>(tags.map(({ id }) => id))
  return { ...print, tagIds: there.size < 2 ? null : print.tagIds.filter((id) => there.has(id)) }
}
