import { useMemo } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { groupsOf } from '../../store/documents/document-list.ts'
import { useWorkbench } from '../../store/workbench.ts'

export interface Collection {
  name: string
  count: number
  done: number
}

/** The collections of the project, in the order the person gave them. */
export function useCollections(): Collection[] {
  const documents = useWorkbench((state) => state.documents)
  const order = useWorkbench((state) => state.documentList.collectionOrder)
  return useMemo(() => collectionsIn(documents, order), [documents, order])
}

export function collectionsIn(
  documents: readonly DocumentSummary[],
  order: readonly string[] = [],
): Collection[] {
  return groupsOf(documents, order)
    .filter(({ name }) => name !== '')
    .map(({ name, documents: inIt }) => ({
      name,
      count: inIt.length,
      done: inIt.filter(({ status }) => status === 'done').length,
    }))
}
