import { collectionsOf } from '../../../preload/contract/collections.ts'
import type { DocumentStatus, DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { workbench } from '../workbench.ts'
import { inOrder, withWords } from './document-order.ts'
import type { DocumentListView } from './list-view.ts'
import { naturally } from './natural-order.ts'

export function changeListView(change: Partial<DocumentListView>): void {
  workbench.setState(({ documentList }) => ({ documentList: { ...documentList, ...change } }))
}

/** Shows all again, in the order that was chosen. */
export function showAllDocuments(): void {
  changeListView({ words: '', status: null, collection: null })
}

export const isNarrowed = ({ words, status, collection }: DocumentListView): boolean =>
  words.trim() !== '' || status !== null || collection !== null

let latest:
  | { documents: readonly DocumentSummary[]; key: string; shown: readonly DocumentSummary[] }
  | undefined
let sorted:
  | { documents: readonly DocumentSummary[]; order: string; all: readonly DocumentSummary[] }
  | undefined

/** The documents that the list shows, as it shows them. */
export function shownDocuments(
  documents: readonly DocumentSummary[],
  view: DocumentListView,
): readonly DocumentSummary[] {
  const { words, order, status, collection } = view
  const key = JSON.stringify([words, order, status, collection])
  if (latest?.documents === documents && latest.key === key) return latest.shown
  if (sorted?.documents !== documents || sorted.order !== order) {
    sorted = { documents, order, all: inOrder(documents, order) }
  }
  let shown = withWords(sorted.all, words)
  if (status !== null) shown = shown.filter((document) => document.status === status)
  if (collection !== null) shown = shown.filter((document) => isIn(document, collection))
  latest = { documents, key, shown }
  return shown
}

/** '' stands for no collection at all. */
export function isIn({ metadata }: DocumentSummary, collection: string): boolean {
  const names = collectionsOf(metadata)
  return collection === '' ? names.length === 0 : names.includes(collection)
}

export interface Group {
  /** '' for the documents in no collection, which come last. */
  name: string
  documents: DocumentSummary[]
}

/** By collection, in the order given, and then in natural order of their names; a document stands in each of its own. */
export function groupsOf(documents: readonly DocumentSummary[], order: readonly string[] = []): Group[] {
  const groups = new Map<string, DocumentSummary[]>()
  for (const document of documents) {
    const names = collectionsOf(document.metadata)
    for (const name of names.length === 0 ? [''] : names) {
      const group = groups.get(name)
      if (group) group.push(document)
      else groups.set(name, [document])
    }
  }
  const places = new Map(order.map((name, at) => [name, at]))
  const placeOf = (name: string) => (name === '' ? order.length + 1 : (places.get(name) ?? order.length))
  return [...groups]
    .map(([name, inIt]) => ({ name, documents: inIt }))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name) || naturally(a.name, b.name))
}

/** Some names with one of them before another, or after all for null; as they were where that is itself. */
export function movedBefore(names: readonly string[], name: string, before: string | null): string[] {
  if (name === before) return [...names]
  const others = names.filter((one) => one !== name)
  const at = before === null ? -1 : others.indexOf(before)
  return at < 0 ? [...others, name] : others.toSpliced(at, 0, name)
}

/** How many are done, and how many have each status. */
export function countStatuses(documents: readonly DocumentSummary[]): Record<DocumentStatus, number> {
  const counts = { 'to-do': 0, 'in-progress': 0, done: 0 }
  for (const { status } of documents) counts[status] += 1
  return counts
}

/**
 * The one after or before a document among those the list shows. From a document that it does not show: the next that
 * it shows, as the project has them.
 */
export function neighbourOf(
  id: DocumentId | undefined,
  step: 1 | -1,
  documents: readonly DocumentSummary[],
  view: DocumentListView,
): DocumentSummary | undefined {
  const shown = shownDocuments(documents, view)
  const index = shown.findIndex((document) => document.id === id)
  if (index >= 0) return shown[index + step]
  const among = new Set(shown)
  const from = documents.findIndex((document) => document.id === id)
  return step > 0
    ? documents.find((document, at) => at > from && among.has(document))
    : documents.findLast((document, at) => at < from && among.has(document))
}

/** What commands about documents act on: those chosen in the list or the table, else the one being read. */
export function documentsActedOn(): DocumentId[] {
  const { chosenDocuments, documents, panes, activeSide } = workbench.getState()
  const there = new Set(documents.map(({ id }) => id))
  const chosenHere = chosenDocuments.filter((id) => there.has(id))
  if (chosenHere.length > 0) return chosenHere
  const open = panes[activeSide]?.documentId
  return open === undefined ? [] : [open]
}

export function chooseDocuments(ids: readonly DocumentId[]): void {
  workbench.setState({ chosenDocuments: [...ids] })
}
