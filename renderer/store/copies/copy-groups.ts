import type { Passage } from '../../../preload/contract/copy.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { OutputOf } from '../../../preload/contract/index.ts'
import type { Span } from '../../../preload/contract/text.ts'

/** Passages that stand in several documents, by document, then start, in UTF-16 code units. */
export type CopyColumns = OutputOf<'copy.passages'>

/** Copies of one passage. `id`: the number by which the columns tie them. */
export interface CopyGroup {
  id: number
  /** Rows of the columns. */
  rows: number[]
  documents: number
  /** Of the longest. */
  words: number
}

/** What is known of the copies in a project. */
export interface Copies extends CopyColumns {
  groups: ReadonlyMap<number, CopyGroup>
}

export function copiesOf(columns: CopyColumns): Copies {
  const { document, words, group } = columns
  const groups = new Map<number, CopyGroup>()
  for (let row = 0; row < group.length; row++) {
    const id = group[row]!
    const known = groups.get(id)
    if (!known) {
      groups.set(id, { id, rows: [row], documents: 1, words: words[row]! })
      continue
    }
    // Rows come by document.
    if (document[known.rows.at(-1)!] !== document[row]) known.documents += 1
    known.rows.push(row)
    known.words = Math.max(known.words, words[row]!)
  }
  for (const [id, { documents }] of groups) if (documents < 2) groups.delete(id)
  return { ...columns, groups }
}

export const passageAt = ({ document, start, end }: CopyColumns, row: number): Passage => ({
  documentId: document[row] as DocumentId,
  span: { start: start[row]!, end: end[row]! },
})

export type CopyOrder = 'documents' | 'length' | 'reading'

/** Most documents first, longest first, or as they come in the documents. */
export function orderedGroups({ groups }: Copies, order: CopyOrder): CopyGroup[] {
  const all = [...groups.values()]
  const inReading = (a: CopyGroup, b: CopyGroup) => a.rows[0]! - b.rows[0]!
  if (order === 'documents')
    all.sort((a, b) => b.documents - a.documents || b.words - a.words || inReading(a, b))
  else if (order === 'length') all.sort((a, b) => b.words - a.words || inReading(a, b))
  return all
}

/** Where a stretch of a document stands too: the groups that it touches, and the other documents they are in. */
export function alsoIn(
  copies: Copies,
  documentId: DocumentId,
  { start, end }: Span,
): { groups: CopyGroup[]; documents: number } {
  const rows = rowsOf(copies, documentId)
  const groups = new Set<CopyGroup>()
  for (let row = rows.first; row < rows.end && copies.start[row]! <= end; row++) {
    const group = copies.groups.get(copies.group[row]!)
    if (group && copies.start[row]! < Math.max(end, start + 1) && copies.end[row]! > start) groups.add(group)
  }
  const found = [...groups].sort((a, b) => b.documents - a.documents)
  return { groups: found, documents: otherDocuments(copies, documentId, groups) }
}

/** How many groups have a passage in one of these documents. */
export function countWithin({ groups, document }: Copies, documents: ReadonlySet<number>): number {
  let count = 0
  for (const { rows } of groups.values()) if (rows.some((row) => documents.has(document[row]!))) count += 1
  return count
}

/** Passages of a document that stand in others too; those that cover each other are one. In reading order, apart. */
export function copiedPassages(
  copies: Copies,
  documentId: DocumentId,
): { start: number; end: number; documents: number }[] {
  const rows = rowsOf(copies, documentId)
  const stretches: { start: number; end: number; groups: Set<CopyGroup> }[] = []
  for (let row = rows.first; row < rows.end; row++) {
    const group = copies.groups.get(copies.group[row]!)
    if (!group) continue
    const [start, end] = [copies.start[row]!, copies.end[row]!]
    const before = stretches.at(-1)
    if (before && start < before.end) {
      before.end = Math.max(before.end, end)
      before.groups.add(group)
    } else stretches.push({ start, end, groups: new Set([group]) })
  }
  return stretches.map(({ start, end, groups }) => ({
    start,
    end,
    documents: otherDocuments(copies, documentId, groups),
  }))
}

function otherDocuments({ document }: Copies, documentId: DocumentId, groups: Iterable<CopyGroup>): number {
  const documents = new Set<number>()
  for (const { rows } of groups) for (const row of rows) documents.add(document[row]!)
  documents.delete(documentId)
  return documents.size
}

/** The rows of a document, by halving. */
function rowsOf({ document }: CopyColumns, documentId: DocumentId): { first: number; end: number } {
  return { first: firstFrom(document, documentId), end: firstFrom(document, documentId + 1) }
}

function firstFrom(column: Int32Array, value: number): number {
  let [low, high] = [0, column.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
