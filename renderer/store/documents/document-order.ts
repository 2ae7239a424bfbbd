import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { compare, naturally, plain } from './natural-order.ts'

export type DocumentOrder = 'project' | 'title' | 'date' | 'unanswered'

/** Project order is how they come; by date the undated stand last; by claims with no counter the most come first. */
export function inOrder(
  documents: readonly DocumentSummary[],
  order: DocumentOrder,
): readonly DocumentSummary[] {
  switch (order) {
    case 'project':
      return documents
    case 'title':
      return documents.toSorted((a, b) => naturally(a.title, b.title))
    case 'date':
      return documents.toSorted(
        (a, b) => Number(a.date === '') - Number(b.date === '') || compare(a.date, b.date),
      )
    case 'unanswered':
      return documents.toSorted((a, b) => b.unanswered - a.unanswered)
  }
}

/** Those that hold every word in title, metadata or the name of their file, whatever the case and the accents. */
export function withWords(documents: readonly DocumentSummary[], words: string): readonly DocumentSummary[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return documents
  return documents.filter((document) => {
    const text = searchedText(document)
    return wanted.every((word) => text.includes(word))
  })
}

const searched = new WeakMap<DocumentSummary, string>()

function searchedText(document: DocumentSummary): string {
  const known = searched.get(document)
  if (known !== undefined) return known
  const text = plain([document.title, document.file, ...Object.values(document.metadata)].join('\n'))
  searched.set(document, text)
  return text
}
