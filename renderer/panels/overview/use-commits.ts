import { useRef } from 'react'
import { useWorkbench } from '../../store/workbench.ts'

/** Grows with each commit. */
export function useCommits(): number {
  const history = useWorkbench((state) => state.history)
  const count = useRef({ history, commits: 0 })
  if (count.current.history !== history) count.current = { history, commits: count.current.commits + 1 }
  return count.current.commits
}
