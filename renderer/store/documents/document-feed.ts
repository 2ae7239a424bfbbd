import { type DocumentText, unpackText } from '../../../preload/contract/document.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import type { LinkMarks } from '../../../preload/contract/link.ts'
import { request } from '../../client.ts'
import type { DocumentView, LinkMark, ShownTag } from '../../document/index.ts'
import { painted } from '../painted.ts'
import { loadOutdated } from '../reading/outdated.ts'
import { lookOf } from '../reading/tag-looks.ts'
import { type Workbench, workbench } from '../workbench.ts'

/** The codebook as a text shows it. */
export function shownTags({ tags, tagLooks }: Pick<Workbench, 'tags' | 'tagLooks'>): ShownTag[] {
  return tags.map(({ id, name, color, role }) => ({ id, name, color, role, show: lookOf(id, tagLooks) }))
}

/** Whether annotations are named within the texts: while a screen reader runs, and where a person asks for it. */
export function isSpoken({ assisted, preferences }: Pick<Workbench, 'assisted' | 'preferences'>): boolean {
  return assisted || preferences.sayAnnotations
}

const askWhatIsOver = (documentId: DocumentId) => ({
  columns: request('annotation.columns', { documentId }),
  links: request('link.marks', { documentId }),
})

// The text first: it has to be built while the others are on their way.
const ask = (documentId: DocumentId) => ({
  text: request('document.text', { id: documentId }),
  ...askWhatIsOver(documentId),
})

/** Asked for in advance; dropped by any change, since what is on its way may then be out of date. */
const inAdvance = new Map<DocumentId, ReturnType<typeof ask>>()

/** Asks for a text and for what a view of it will be fed with, before there is one. */
export function askInAdvance(documentId: DocumentId): ReturnType<typeof ask> {
  const known = inAdvance.get(documentId)
  if (known) return known
  const asked = ask(documentId)
  inAdvance.set(documentId, asked)
  // Who uses them tells why they failed.
  for (const answer of Object.values(asked)) answer.catch(() => undefined)
  return asked
}

/** The text of a document as it is now. */
export async function loadText(documentId: DocumentId): Promise<DocumentText> {
  return unpackText(await askInAdvance(documentId).text)
}

/** To be called at each change of the project, and when it is closed. */
export function forgetAskedInAdvance(): void {
  inAdvance.clear()
}

/** Feeds a view that has just been made with the annotations of its document, what their links say and which are outdated. */
export async function feed(documentId: DocumentId, view: DocumentView): Promise<void> {
  const { columns, links } = inAdvance.get(documentId) ?? askWhatIsOver(documentId)
  inAdvance.delete(documentId)
  await Promise.all([showAnnotations(view, columns).then(loadOutdated), showLinks(view, links)])
}

/** Feeds a view with all annotations of its document anew. */
export function loadAnnotations(documentId: DocumentId, view: DocumentView): Promise<void> {
  return showAnnotations(view, request('annotation.columns', { documentId }))
}

/** Feeds a view anew with what the links of its document say about each annotation. */
export function loadLinks(documentId: DocumentId, view: DocumentView): Promise<void> {
  return showLinks(view, request('link.marks', { documentId }))
}

async function showAnnotations(
  view: DocumentView,
  columns: ReturnType<typeof askWhatIsOver>['columns'],
): Promise<void> {
  view.setAnnotations(await columns)
  tellRedrawn()
}

async function showLinks(
  view: DocumentView,
  links: ReturnType<typeof askWhatIsOver>['links'],
): Promise<void> {
  view.setLinkMarks(asMap(await links))
}

let telling = false

/** Says that what a view shows has changed, for whoever lists it: once for many changes, and after the text is painted. */
export function tellRedrawn(): void {
  if (telling) return
  telling = true
  painted().then(() => {
    telling = false
    workbench.setState(({ redrawn }) => ({ redrawn: redrawn + 1 }))
  })
}

function asMap({ annotation, links, answered }: LinkMarks): Map<AnnotationId, LinkMark> {
  const marks = new Map<AnnotationId, LinkMark>()
  for (const [i, id] of annotation.entries())
    marks.set(id as AnnotationId, { links: links[i]!, answered: answered[i] === 1 })
  return marks
}
