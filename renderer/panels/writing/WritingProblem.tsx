import { Notice } from '../../ui/Notice.tsx'
import './writing.css'

/** Why nothing was written, above the choice that can be made anew. */
export function WritingProblem({ problem }: { problem: string }) {
  if (problem === '') return null
  return (
    <div className="writing-problem" role="alert">
      <Notice tone="failure">{problem}</Notice>
    </div>
  )
}
