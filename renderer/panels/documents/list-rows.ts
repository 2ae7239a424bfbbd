import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { type Group, groupsOf } from '../../store/documents/document-list.ts'

/** A row of the list: a document, or the head of a collection. A document may stand in several groups. */
export type ListRow =
  | { id: number; kind: 'document'; document: DocumentSummary; group: string | null }
  | { id: number; kind: 'head'; group: Group }

// Above every id of a document, so that rows of the same document in several groups differ.
const perGroup = 2 ** 36

/** One row for each document, or the groups with their documents; those in `folded` are closed. `order`: of collections. */
export function listRows(
  documents: readonly DocumentSummary[],
  grouped: boolean,
  folded: readonly string[],
  order: readonly string[] = [],
): ListRow[] {
  if (!grouped)
    return documents.map((document) => ({ id: document.id, kind: 'document', document, group: null }))
  const closed = new Set(folded)
  return groupsOf(documents, order).flatMap((group, index): ListRow[] => {
    const head: ListRow = { id: -1 - index, kind: 'head', group }
    if (closed.has(group.name)) return [head]
    const rows = group.documents.map((document) => ({
      id: index * perGroup + document.id,
      kind: 'document' as const,
      document,
      group: group.name,
    }))
    return [head, ...rows]
  })
}

/** The documents of some rows, each once, in the order of the list. */
export function documentsOf(rows: readonly ListRow[], ids: readonly number[]): DocumentSummary[] {
  const wanted = new Set(ids)
  const found = rows.flatMap((row) => (row.kind === 'document' && wanted.has(row.id) ? [row.document] : []))
  return [...new Set(found)]
}

/** The rows in which documents stand. */
export function rowsOf(rows: readonly ListRow[], documentIds: readonly number[]): number[] {
  if (documentIds.length === 0) return []
  const wanted = new Set(documentIds)
  return rows.flatMap((row) => (row.kind === 'document' && wanted.has(row.document.id) ? [row.id] : []))
}
