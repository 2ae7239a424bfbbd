import { useRef } from 'react'
import { useWorkbench } from './workbench.ts'

/** Grows with each commit: part of a question whose answer a commit may change. */
export function useCommits(): number {
  const history = useWorkbench((state) => state.history)
  const count = useRef({ history, commits: 0 })
  if (count.current.history !== history) count.current = { history, commits: count.current.commits + 1 }
  return count.current.commits
}
