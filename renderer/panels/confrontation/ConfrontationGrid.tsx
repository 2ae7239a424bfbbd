// biome-ignore-all lint/a11y/useSemanticElements: cells of a grid of which only some are drawn are placed by hand, which table elements are not
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { openPair } from '../../commands/confrontation.ts'
import { changeConfrontation, fold, unfold, wantDetails } from '../../store/argument/confrontation.ts'
import { type ConfrontationRows, cellAfterKey } from '../../store/argument/confrontation-rows.ts'
import { gap, keyOf } from '../../store/argument/confrontation-view.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { ClaimGroup } from './ClaimGroup.tsx'
import { tight, wide } from './layout.ts'

/** While one scrolls on, what passes by is not asked for. */
const restMs = 30

/**
 * The two columns. Of any number of claims those in sight are drawn and asked for. One cell is current: up and down
 * stay in its column, left and right go between claim and answer and fold and unfold, Enter opens both passages.
 */
export function ConfrontationGrid({ rows }: { rows: ConfrontationRows }) {
  const current = useWorkbench((state) => state.confrontation.current)
  const layout = useWorkbench((state) => (state.narrow ? tight : wide))
  const id = useId()
  const windowed = useWindowedRows(rows.count, layout.rowHeight)
  const { first, end, scroller } = windowed
  const currentRow = rows.rowOf(current)
  useDetails(rows, first, end, current)

  // Back from the texts, or at the claim that was in focus there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the view begins is asked once
  useLayoutEffect(() => {
    windowed.reveal(currentRow)
    scroller.current?.focus({ preventScroll: true })
  }, [])
  // The cell that keys act on stays in sight when rows come, go or get another place.
  const shown = useRef(rows)
  useLayoutEffect(() => {
    if (shown.current === rows) return
    shown.current = rows
    windowed.reveal(currentRow)
  })

  const goTo = (path: readonly number[]) => {
    changeConfrontation({ current: [...path] })
    windowed.reveal(rows.rowOf(path))
  }
  const toggle = (path: readonly number[]) => {
    const row = rows.rowAt(rows.rowOf(path))
    if (row.isUnfolded) fold(path)
    else if (row.further > 0 && !row.isAgain) unfold(path).catch(showFailure)
  }
  const open = (path: readonly number[]) => {
    goTo(path)
    openPair(path).catch(showFailure)
  }

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const { key } = event
    const row = rows.rowAt(currentRow)
    const isAnswer = current.length > 1 && current.at(-1) !== gap
    if (key === 'Enter') open(current)
    else if (isAnswer && key === 'ArrowRight' && !row.isUnfolded) toggle(current)
    else if (isAnswer && key === 'ArrowLeft' && row.isUnfolded) fold(current)
    else if (isAnswer && key === ' ') toggle(current)
    else {
      const next = cellAfterKey(key, current, rows, windowed.page)
      if (!next) return
      goTo(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-path]')
    if (!cell) return
    const path = cell.dataset.path!.split(' ').map(Number)
    if ((event.target as Element).closest('.confronted-more')) {
      goTo(path)
      toggle(path)
    } else if (path.at(-1) === gap) goTo(path)
    else open(path)
  }

  const groups = groupsBetween(rows, first, end, currentRow)
  return (
    <>
      <div className="confrontation-heads" aria-hidden>
        <span>Claim</span>
        <span>Answers</span>
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label="Claims and their answers"
        aria-rowcount={rows.count}
        aria-colcount={2}
        aria-activedescendant={`${id}-${keyOf(current).replaceAll(' ', '_')}`}
        tabIndex={0}
        className="confrontation-grid"
        data-area-start
        data-own-focus
        onScroll={windowed.onScroll}
        onKeyDown={press}
        onClick={click}
      >
        <div role="presentation" className="confrontation-all" style={{ height: windowed.height }}>
          {groups.map((place) => (
            <ClaimGroup
              key={rows.columns.claim[place]}
              id={id}
              rows={rows}
              place={place}
              first={first}
              end={end}
              layout={layout}
              current={current}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** The claims of the rows to draw, and the current one, so that it can be named; ascending. */
function groupsBetween(rows: ConfrontationRows, first: number, end: number, currentRow: number): number[] {
  const places = new Set<number>([rows.claimAt(currentRow)])
  const last = rows.claimAt(Math.max(first, end - 1))
  for (let place = rows.claimAt(Math.min(first, rows.count - 1)); place <= last; place++) places.add(place)
  return [...places].sort((a, b) => a - b)
}

/** Has what is in sight asked for when the scrolling rests; at once when the rows are others. */
function useDetails(rows: ConfrontationRows, first: number, end: number, current: readonly number[]): void {
  useEffect(() => {
    const ask = () => {
      const claims = new Set<number>()
      const answers = new Set<number>()
      for (const path of [current, ...pathsBetween(rows, first, end)]) {
        if (path[0] !== undefined) claims.add(path[0])
        const answer = path.length > 1 ? path.at(-1) : undefined
        if (answer !== undefined && answer !== gap) answers.add(answer)
      }
      wantDetails([...claims], [...answers]).catch(showFailure)
    }
    if (workbench.getState().confronted.claims.size === 0) return ask()
    const timer = setTimeout(ask, restMs)
    return () => clearTimeout(timer)
  }, [rows, first, end, current])
}

function* pathsBetween(rows: ConfrontationRows, first: number, end: number): Generator<readonly number[]> {
  for (let row = first; row < Math.min(end, rows.count); row++) yield rows.rowAt(row).path
}
