import type { Repositories } from '../../db/repositories/index.ts'
import { sameEnd } from '../../db/repositories/links.ts'
import { mostThreads, type ThreadEnd } from '../../preload/contract/confrontation.ts'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { Link, LinkEnd } from '../../preload/contract/link.ts'

/** Where the links of a passage, and of the claim that it states, lead into a document. */
export function threadsInto(repositories: Repositories, from: AnnotationId, into: DocumentId): ThreadEnd[] {
  const { annotations, links } = repositories
  const claim = annotations.findBrief(from)?.claimId ?? null
  const ends: LinkEnd[] = [{ annotation: from }, ...(claim === null ? [] : [{ claim }])]
  const threads = new Map<string, ThreadEnd>()
  const add = ({ id: linkId, linkTypeId }: Link, end: LinkEnd) => {
    for (const to of passagesAt(end)) {
      if (to === from || threads.size >= mostThreads) continue
      if (annotations.findBrief(to)?.documentId === into)
        threads.set(`${linkId} ${to}`, { linkId, linkTypeId, to })
    }
  }
  for (const here of ends) {
    for (const link of links.listByEnd(here)) {
      const isSource = sameEnd(link.source, here)
      add(link, isSource ? link.target : link.source)
      if (!isSource) continue
      const itself = { link: link.id }
      for (const onto of links.listByEnd(itself))
        add(onto, sameEnd(onto.source, itself) ? onto.target : onto.source)
    }
  }
  return [...threads.values()]

  function passagesAt(end: LinkEnd): AnnotationId[] {
    if ('annotation' in end) return [end.annotation]
    if ('claim' in end) return annotations.idsByClaim(end.claim)
    const { source } = links.get(end.link)
    return 'link' in source ? [] : passagesAt(source)
  }
}
