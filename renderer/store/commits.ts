import { useRef } from 'react'
import { useWorkbench, type Workbench } from './workbench.ts'

/** Grows with each commit: part of a question whose answer a commit may change. */
export const useCommits = (): number => useChanges((state) => state.history)

/** The same for something of the store: grows whenever it has become another. */
export function useChanges(select: (state: Workbench) => unknown): number {
  const now = useWorkbench(select)
  const known = useRef({ now, changes: 0 })
  if (known.current.now !== now) known.current = { now, changes: known.current.changes + 1 }
  return known.current.changes
}
