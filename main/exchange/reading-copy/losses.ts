import type { Repositories } from '../../../db/repositories/index.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import type { AnnotatorId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import type { Annotation } from '../dataset.ts'

/**
 * What was chosen not to be shown of these annotations and of all their links, also of those whose other end is in a
 * document that is not chosen. What an annotation that is not shown has besides is not counted once more.
 */
export function lossesOf(
  { dataset, links, tags }: Repositories,
  annotations: readonly Annotation[],
  annotatorIds: readonly AnnotatorId[] | null,
  { tagIds, ...shows }: ReadingCopyOptions,
): Loss[] {
  const chosenTags = tagIds && new Set(tagIds)
  const tagUids =
    chosenTags && new Set(tags.listByPosition().flatMap(({ id, uid }) => (chosenTags.has(id) ? uid : [])))
  const shown = tagUids ? annotations.filter(({ tag }) => tagUids.has(tag)) : annotations

  const annotatorsChosen = annotatorIds && new Set(annotatorIds)
  const rowIds = dataset.ids('annotation')
  const rowsOf = (those: readonly Annotation[]) => new Set<number>(those.map(({ id }) => rowIds.get(id)!))
  const touches = (rows: ReadonlySet<number>) => {
    const isOne = (end: LinkEnd) => 'annotation' in end && rows.has(end.annotation)
    return ({ source, target }: { source: LinkEnd; target: LinkEnd }) => isOne(source) || isOne(target)
  }
  const linked = links
    .list()
    .filter(({ annotatorId }) => annotatorsChosen?.has(annotatorId) ?? true)
    .filter(touches(rowsOf(annotations)))
  const linksShown = shows.links ? linked.filter(touches(rowsOf(shown))) : []

  return [
    { what: 'annotations of tags that are not shown', count: annotations.length - shown.length },
    { what: 'marks of annotations that are not shown', count: shows.annotations ? 0 : shown.length },
    {
      what: 'details of annotations that are not shown',
      count: shows.details ? 0 : shown.filter(hasDetails).length,
    },
    {
      what: 'notes of annotations that are not shown',
      count: shows.notes ? 0 : shown.filter(hasNote).length,
    },
    { what: 'links that are not shown, with their notes', count: linked.length - linksShown.length },
    { what: 'notes of links that are not shown', count: shows.notes ? 0 : linksShown.filter(hasNote).length },
  ].filter(({ count }) => count > 0)
}

const hasNote = ({ note }: { note: string }) => note !== ''

function hasDetails({ speaker, attributes, confidence }: Annotation): boolean {
  return speaker !== null || confidence !== null || [...attributes.values()].some((value) => value !== '')
}
