// biome-ignore-all lint/a11y/useSemanticElements: cells of a grid of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, aria-activedescendant stands for it
import type { ConfrontationRows } from '../../store/argument/confrontation-rows.ts'
import { keyOf } from '../../store/argument/confrontation-view.ts'
import { AnswerCell } from './AnswerCell.tsx'
import { ClaimCell } from './ClaimCell.tsx'
import type { Layout } from './layout.ts'

export interface ClaimGroupProps {
  /** Begins the ids of all cells. */
  id: string
  rows: ConfrontationRows
  /** Which claim it is, counted from 0. */
  place: number
  /** The rows to draw: `first` included, `end` not. */
  first: number
  end: number
  layout: Layout
  /** The cell that keys act on. */
  current: readonly number[]
}

/** A claim, which stays in sight beside its answers, and those of them that are to be drawn. */
export function ClaimGroup({ id, rows, place, first, end, layout, current }: ClaimGroupProps) {
  const { rowHeight } = layout
  const top = rows.tops[place]!
  const own = rows.rowsOf(place)
  const thing = rows.columns.claim[place]!
  const isHere = current[0] === thing
  const currentKey = isHere ? keyOf(current) : ''
  const drawn = own.flatMap((row, at) => {
    const isInSight = top + at >= first && top + at < end
    return isInSight || keyOf(row.path) === currentKey ? [{ row, at }] : []
  })
  // The claim’s own row is always there, since the claim is its cell.
  if (drawn[0]?.at !== 0) drawn.unshift({ row: own[0]!, at: 0 })
  const cellId = (path: readonly number[]) => `${id}-${keyOf(path).replaceAll(' ', '_')}`
  return (
    <div
      role="rowgroup"
      className="confronted"
      // Not moved by a transform, which would not carry along what sticks to the top of the view.
      style={{ top: top * rowHeight, height: own.length * rowHeight }}
    >
      {drawn.map(({ row, at }) => (
        <div key={keyOf(row.path)} role="row" aria-rowindex={top + at + 1}>
          {at === 0 && (
            <ClaimCell
              id={cellId([thing])}
              thing={thing}
              answers={rows.columns.start[place + 1]! - rows.columns.start[place]!}
              rowCount={own.length}
              isCurrent={currentKey === String(thing)}
            />
          )}
          <AnswerCell
            id={cellId(row.path)}
            row={row}
            isFirst={at === 0}
            isAnswered={rows.columns.answered[place] === 1}
            top={at * rowHeight}
            layout={layout}
            isCurrent={keyOf(row.path) === currentKey}
          />
        </div>
      ))}
    </div>
  )
}
