import type { Repositories } from '../../../db/repositories/index.ts'
import { sameEnd } from '../../../db/repositories/links.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, AnnotatorId } from '../../../preload/contract/ids.ts'
import type { Link, LinkEnd } from '../../../preload/contract/link.ts'
import type { ProjectContext } from '../../project-context.ts'

type Place = Pick<Annotation, 'id' | 'documentId' | 'spans'>

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
  const besideCopy = endsBesideCopy(repositories, from, to)
  let made = 0
  for (const link of links.listByEnd(own)) {
    const moved = (end: LinkEnd) => (sameEnd(end, own) ? copy : besideCopy(end))
    const carried = { ...link, source: moved(link.source), target: moved(link.target), annotatorId }
    if (isThere(repositories, carried)) continue
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

/**
 * What an end that stands beside the annotation is beside the copy: the same words with the same tag. Where words come
 * more than once, it is those that stand as far from the copy; where none do, the end stays.
 */
function endsBesideCopy({ annotations }: Repositories, from: Place, to: Place): (end: LinkEnd) => LinkEnd {
  const alike = ({ documentId }: Place) => {
    let byWording: Map<string, Annotation[]> | undefined
    return (original: Annotation): Annotation[] => {
      byWording ??= Map.groupBy(annotations.listByDocument(documentId), wordingOf)
      return byWording.get(wordingOf(original)) ?? []
    }
  }
  const [besideOriginal, besideCopy] = [alike(from), alike(to)]
  const distance = startOf(to) - startOf(from)

  return (end) => {
    if (!('annotation' in end)) return end
    const original = annotations.get(end.annotation)
    if (original.documentId !== from.documentId) return end
    const found = besideCopy(original).filter(({ id }) => id !== to.id)
    const isOnce = [besideOriginal(original), found].every((all) => new Set(all.map(startOf)).size === 1)
    const same = isOnce ? found[0] : found.find((one) => startOf(one) === startOf(original) + distance)
    return same ? { annotation: same.id } : end
  }
}

const wordingOf = ({ tagId, quote }: Annotation) => `${tagId} ${quote.join(' … ')}`

const startOf = ({ spans }: Pick<Place, 'spans'>) => spans[0]!.start
