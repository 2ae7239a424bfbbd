import { useMemo } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { groupsOf } from '../../store/document-list.ts'
import { useWorkbench } from '../../store/workbench.ts'

export interface Collection {
  name: string
  count: number
  done: number
}

/** The collections of the project, by name. */
export function useCollections(): Collection[] {
  const documents = useWorkbench((state) => state.documents)
  return useMemo(() => collectionsIn(documents), [documents])
}

export function collectionsIn(documents: readonly DocumentSummary[]): Collection[] {
  return groupsOf(documents)
    .filter(({ name }) => name !== '')
    .map(({ name, documents: inIt }) => ({
      name,
      count: inIt.length,
      done: inIt.filter(({ status }) => status === 'done').length,
    }))
}
