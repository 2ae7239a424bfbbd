// biome-ignore-all lint/a11y/useSemanticElements: lanes of which only some are drawn are placed by hand, which table elements are not
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { openClaim } from '../../commands/claims.ts'
import { changeTimeView, type Dates, type Life } from '../../store/argument/lives.ts'
import type { DayRange } from '../../store/argument/time-view.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { atAnything, useArriving } from '../arriving.ts'
import { AtMark } from './AtMark.tsx'
import { Axis } from './Axis.tsx'
import { panned, showing, zoomed } from './axis.ts'
import { type Cluster, clustersOf, marksByClaim } from './clusters.ts'
import { Lane, laneId } from './Lane.tsx'
import { openMark } from './open-mark.ts'
import { stopAfterKey } from './stops.ts'
import { useTrack } from './use-track.ts'

const rowHeight = 58
/** A mark is so many pixels wide. */
const markWidth = 14
/** Claims whose marks are asked for in one go, at the least: scrolling asks anew when it leaves them. */
const piece = 100

export interface LanesProps {
  lives: readonly Life[]
  dates: Dates
  extent: DayRange
}

/**
 * A lane for each claim on one axis. One stop is current, the name of a claim or a mark in its lane: the arrows left and
 * right go along the lane, up and down to the next one at the same time, Enter opens the passage.
 */
export function Lanes({ lives, dates, extent }: LanesProps) {
  const view = useWorkbench((state) => state.timeView)
  const id = useId()
  const rows = useWindowedRows(lives.length, rowHeight, { inset: 32 })
  const range = view.range ?? extent
  const at = Math.max(
    0,
    lives.findIndex((life) => life.id === view.claim),
  )
  const marks = useMarks(lives, rows.first, rows.end, at, dates)
  const { width, track } = useTrack(rows.scroller, range, extent)
  const perPixel = (range.to - range.from) / Math.max(1, width)
  const clusters = useMemo(() => {
    const known = new Map<ClaimId, Cluster[]>()
    return (claim: ClaimId) => {
      const found = known.get(claim) ?? clustersOf(marks?.get(claim) ?? [], perPixel, markWidth)
      known.set(claim, found)
      return found
    }
  }, [marks, perPixel])
  const current = lives[at]!
  const own = clusters(current.id)
  const stop = view.mark === '' ? -1 : own.findIndex((one) => one.marks.some(({ key }) => key === view.mark))
  const details = useRef<HTMLDivElement>(null)
  useArriving(rows.scroller, { wanted: '.time-lanes', staysAt: atAnything })
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the lanes begin is asked once
  useLayoutEffect(() => rows.reveal(at), [])

  const goTo = (row: number, to: number, all = clusters(lives[row]!.id)) => {
    const cluster = all[to]
    const next = cluster?.days ? showing(range, cluster.days) : range
    changeTimeView({
      claim: lives[row]!.id,
      mark: cluster?.marks[0]?.key ?? '',
      ...(next !== range && { range: next }),
    })
    rows.reveal(row)
  }
  const open = (cluster: Cluster | undefined) => {
    if (!cluster) openClaim(current.id)
    else if (cluster.marks.length > 1) details.current?.querySelector<HTMLElement>('[data-row]')?.focus()
    else openMark(cluster.marks[0]!, false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const day = own[stop]?.days
    const middle = day ? (day.first + day.last + 1) / 2 : (range.from + range.to) / 2
    const zoom = ({ '+': 2, '=': 2, '-': 0.5 } as Record<string, number>)[event.key]
    const pan = event.shiftKey
      ? ({ ArrowLeft: -0.25, ArrowRight: 0.25 } as Record<string, number>)[event.key]
      : undefined
    const step = stopAfterKey(event.key, { row: at, stop }, lives.length, rows.page, (row) =>
      clusters(lives[row]!.id),
    )
    if (zoom) changeTimeView({ range: zoomed(range, zoom, middle) })
    else if (pan) changeTimeView({ range: panned(range, pan, extent) })
    else if (event.key === '0') changeTimeView({ range: null })
    else if (step) goTo(step.row, step.stop)
    else if (event.key === 'Enter') {
      const single = own[stop]?.marks.length === 1 ? own[stop].marks[0] : undefined
      if (single && event.shiftKey) openMark(single, true)
      else open(own[stop])
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-stop]')
    const lane = (event.target as Element).closest<HTMLElement>('[data-lane]')
    if (!lane) return
    const [row, to] = [Number(lane.dataset.lane), mark ? Number(mark.dataset.stop) : -1]
    const cluster = clusters(lives[row]!.id)[to]
    goTo(row, to)
    if (cluster?.marks.length === 1)
      openMark(cluster.marks[0]!, event.shiftKey || event.ctrlKey || event.metaKey)
    else if (mark && !cluster) openClaim(lives[row]!.id)
  }

  const drawn = new Set<number>([at])
  for (let row = rows.first; row < rows.end; row++) drawn.add(row)
  return (
    <div className="time-body">
      <div
        ref={rows.scroller}
        role="grid"
        aria-label="Claims in time"
        aria-rowcount={lives.length}
        aria-readonly
        aria-activedescendant={laneId(id, at, stop)}
        tabIndex={0}
        className="time-lanes"
        data-area-start
        data-own-focus
        data-busy={marks === undefined || undefined}
        onScroll={rows.onScroll}
        onKeyDown={press}
        onClick={click}
      >
        <Axis range={range} width={width} track={track} />
        <div role="presentation" className="time-all" style={{ height: rows.height }}>
          {[...drawn]
            .sort((a, b) => a - b)
            .map((row) => (
              <Lane
                key={lives[row]!.id}
                gridId={id}
                row={row}
                top={rows.topOf(row)}
                height={rowHeight}
                life={lives[row]!}
                clusters={clusters(lives[row]!.id)}
                range={range}
                stop={row === at ? stop : null}
              />
            ))}
        </div>
      </div>
      <AtMark
        listRef={details}
        life={current}
        cluster={own[stop]}
        onLeave={() => rows.scroller.current?.focus({ preventScroll: true })}
      />
    </div>
  )
}

/** The marks of the claims in sight and some around; those before stay until the next have come. */
function useMarks(lives: readonly Life[], first: number, end: number, at: number, dates: Dates) {
  const commit = useCommits()
  const from = Math.floor(Math.max(0, first - 10) / piece) * piece
  const to = Math.ceil((end + 10) / piece) * piece
  const claims = lives.slice(from, Math.min(to, from + 400)).map(({ id }) => id)
  const current = lives[at]
  if (current && (at < from || at >= to)) claims.push(current.id)
  const asked = `${commit} ${claims.join(',')}`
  const marks = useAnswer(asked, () => request('timeline.marks', { claims }))
  return useMemo(() => marks && marksByClaim(marks, dates), [marks, dates])
}
