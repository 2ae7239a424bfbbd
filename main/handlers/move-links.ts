import type { Repositories } from '../../db/repositories/index.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'

/**
 * Puts links that end at the others at `into`. Those that would tie it to itself, or be there twice, go instead; tells
 * how many.
 */
export function moveLinks(
  { links }: Repositories,
  into: AnnotationId,
  others: ReadonlySet<AnnotationId>,
): number {
  const before = links.count()
  const moved = (end: LinkEnd): LinkEnd =>
    'annotation' in end && others.has(end.annotation) ? { annotation: into } : end
  for (const other of others) {
    for (const link of links.listByEnd({ annotation: other })) {
      // A link that went took those onto it along.
      if (links.find(link.id) === undefined) continue
      const [source, target] = [moved(link.source), moved(link.target)]
      const isLoop =
        'annotation' in source && 'annotation' in target && source.annotation === target.annotation
      const same = links.findSame({ ...link, source, target })
      if (isLoop || (same !== undefined && same !== link.id)) links.delete(link.id)
      else links.update(link.id, { source, target })
    }
  }
  return before - links.count()
}
