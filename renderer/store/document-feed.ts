import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { LinkInDocument } from '../../preload/contract/link.ts'
import { request } from '../client.ts'
import type { DocumentView, LinkMark, ShownTag } from '../document/index.ts'
import { showFailure } from './notices.ts'
import { loadOutdated } from './outdated.ts'
import { lookOf } from './tag-looks.ts'
import { type Workbench, workbench } from './workbench.ts'

/** The codebook as a text shows it. */
export function shownTags({ tags, tagLooks }: Pick<Workbench, 'tags' | 'tagLooks'>): ShownTag[] {
  return tags.map(({ id, name, color, role }) => ({ id, name, color, role, show: lookOf(id, tagLooks) }))
}

/** Whether annotations are named within the texts: while a screen reader runs, and where a person asks for it. */
export function isSpoken({ assisted, preferences }: Pick<Workbench, 'assisted' | 'preferences'>): boolean {
  return assisted || preferences.sayAnnotations
}

/** Feeds a view with all annotations of its document. */
export async function loadAnnotations(documentId: DocumentId, view: DocumentView): Promise<void> {
  view.setAnnotations(await request('annotation.columns', { documentId }))
  loadOutdated().catch(showFailure)
  tellRedrawn()
}

/** Says that what a view shows has changed, for whoever lists it. */
export function tellRedrawn(): void {
  workbench.setState(({ redrawn }) => ({ redrawn: redrawn + 1 }))
}

/** Feeds a view with what the links of its document say about each annotation. */
export async function loadLinks(documentId: DocumentId, view: DocumentView): Promise<void> {
  const [links, answered] = await Promise.all([
    request('link.inDocument', { documentId }),
    request('link.answered', { documentId }),
  ])
  view.setLinkMarks(markLinks(links, new Set(answered)))
}

function markLinks(
  links: readonly LinkInDocument[],
  answered: ReadonlySet<number>,
): Map<AnnotationId, LinkMark> {
  const marks = new Map<AnnotationId, LinkMark>()
  for (const id of answered as ReadonlySet<AnnotationId>) marks.set(id, { links: 0, answered: true })
  const add = (id: AnnotationId | null) => {
    if (id !== null) marks.set(id, { links: (marks.get(id)?.links ?? 0) + 1, answered: answered.has(id) })
  }
  for (const { source, target } of links) {
    add(target)
    if (source !== target) add(source)
  }
  return marks
}
