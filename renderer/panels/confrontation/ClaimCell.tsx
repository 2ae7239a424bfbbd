// biome-ignore-all lint/a11y/useSemanticElements: cells of a grid of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, aria-activedescendant stands for it
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { SourceLine } from './SourceLine.tsx'

/** So many are no longer seen at one glance. */
const manyAnswers = 6

export interface ClaimCellProps {
  id: string
  thing: number
  answers: number
  /** How many rows it stands beside. */
  rowCount: number
  isCurrent: boolean
}

/** What is claimed, where it is first stated and how often. */
export function ClaimCell({ id, thing, answers, rowCount, isCurrent }: ClaimCellProps) {
  const claim = useWorkbench((state) => state.confronted.claims.get(thing))
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={1}
      aria-rowspan={rowCount}
      aria-selected={isCurrent}
      data-path={thing}
      data-current={isCurrent || undefined}
      className="confronted-claim"
    >
      {claim && (
        <div className="confronted-words">
          <span className="confronted-statement" dir="auto">
            {claim.words}
          </span>
          <SourceLine
            passage={claim.passage}
            showsTag={thing < 0}
            more={[
              claim.mentions === 0 && 'Implicit',
              claim.mentions > 1 && countOf(claim.mentions, 'mention'),
              answers >= manyAnswers && countOf(answers, 'answer'),
            ]}
          />
        </div>
      )}
    </div>
  )
}
