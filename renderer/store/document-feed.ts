import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { LinkInDocument } from '../../preload/contract/link.ts'
import { isAgainst } from '../../preload/contract/link-type.ts'
import { request } from '../client.ts'
import type { DocumentView, LinkMark, ShownTag } from '../document/index.ts'
import { lookOf } from './tag-looks.ts'
import { type Workbench, workbench } from './workbench.ts'

/** The codebook as a text shows it. */
export function shownTags({ tags, tagLooks }: Pick<Workbench, 'tags' | 'tagLooks'>): ShownTag[] {
  return tags.map(({ id, name, color, role }) => ({ id, name, color, role, show: lookOf(id, tagLooks) }))
}

/** Feeds a view with all annotations of its document. */
export async function loadAnnotations(documentId: DocumentId, view: DocumentView): Promise<void> {
  view.setAnnotations(await request('annotation.columns', { documentId }))
  tellRedrawn()
}

/** Says that what a view shows has changed, for whoever lists it. */
export function tellRedrawn(): void {
  workbench.setState(({ redrawn }) => ({ redrawn: redrawn + 1 }))
}

/** Feeds a view with what the links of its document say about each annotation. */
export async function loadLinks(documentId: DocumentId, view: DocumentView): Promise<void> {
  view.setLinkMarks(markLinks(await request('link.inDocument', { documentId })))
}

function markLinks(links: LinkInDocument[]): Map<AnnotationId, LinkMark> {
  const types = new Map(workbench.getState().linkTypes.map((type) => [type.id, type]))
  const marks = new Map<AnnotationId, LinkMark>()
  const add = (id: AnnotationId | null, answers: boolean) => {
    if (id === null) return
    const mark = marks.get(id) ?? { links: 0, unanswered: true }
    marks.set(id, { links: mark.links + 1, unanswered: mark.unanswered && !answers })
  }
  for (const { linkTypeId, source, target } of links) {
    const type = types.get(linkTypeId)
    const against = type !== undefined && isAgainst(type)
    add(target, against)
    if (source !== target) add(source, against && type.symmetric)
  }
  return marks
}
