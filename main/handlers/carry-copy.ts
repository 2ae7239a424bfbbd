import type { Repositories } from '../../db/repositories/index.ts'
import { sameEnd } from '../../db/repositories/links.ts'
import type { Annotation } from '../../preload/contract/annotation.ts'
import type { AnnotationId, AnnotatorId, DocumentId } from '../../preload/contract/ids.ts'
import type { Link, LinkEnd } from '../../preload/contract/link.ts'
import type { ProjectContext } from '../project-context.ts'

type Place = Pick<Annotation, 'id' | 'documentId'>

/** Writes the memos on an annotation once more on its copy, each still by whoever wrote it then. Tells how many. */
export function copyMemos(
  { newUid, repositories: { memos } }: ProjectContext['project'],
  from: AnnotationId,
  to: AnnotationId,
): number {
  const there = memos.listAbout({ annotation: from })
  for (const { annotatorId, text, created } of there)
    memos.insert({ uid: newUid(), about: { annotation: to }, annotatorId, text, created })
  return there.length
}

/**
 * Makes the links of an annotation links of its copy too, and tells how many. The other end stays; where that stands
 * beside the annotation, and the same words with the same tag stand beside the copy, it is those. What would be there
 * twice is passed over. Links onto the links stay behind.
 */
export function copyLinks(
  { newUid, now, repositories }: ProjectContext['project'],
  from: Place,
  to: Place,
  annotatorId: AnnotatorId,
): number {
  const { links } = repositories
  const [own, copy] = [{ annotation: from.id }, { annotation: to.id }]
  let made = 0
  for (const link of links.listByEnd(own)) {
    const moved = (end: LinkEnd) =>
      sameEnd(end, own) ? copy : besideCopy(repositories, end, from.documentId, to.documentId)
    const carried = { ...link, source: moved(link.source), target: moved(link.target), annotatorId }
    if (sameEnd(carried.source, carried.target) || isThere(repositories, carried)) continue
    links.insert({ ...carried, uid: newUid(), created: now() })
    made += 1
  }
  return made
}

function isThere({ links, linkTypes }: Repositories, link: Link): boolean {
  const turned = { ...link, source: link.target, target: link.source }
  const ways = linkTypes.entry(link.linkTypeId).symmetric ? [link, turned] : [link]
  return ways.some((way) => links.findSame(way) !== undefined)
}

/** The same words with the same tag in the document of the copy, where an end stands in that of the original. */
function besideCopy({ annotations }: Repositories, end: LinkEnd, from: DocumentId, to: DocumentId): LinkEnd {
  if (!('annotation' in end)) return end
  const original = annotations.get(end.annotation)
  if (original.documentId !== from) return end
  const words = original.quote.join(' … ')
  const same = annotations
    .listByDocument(to)
    .find(({ tagId, quote }) => tagId === original.tagId && quote.join(' … ') === words)
  return same ? { annotation: same.id } : end
}
