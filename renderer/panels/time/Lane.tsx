// biome-ignore-all lint/a11y/useSemanticElements: lanes of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and the keys; aria-activedescendant stands for the focus
import { type CSSProperties, memo } from 'react'
import { dateOfDay } from '../../../preload/contract/dates.ts'
import { nameOf } from '../../store/argument/answering.ts'
import type { Life } from '../../store/argument/lives.ts'
import type { DayRange } from '../../store/argument/time-view.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import type { Cluster } from './clusters.ts'
import { lifeInWords } from './life-in-words.ts'

export const laneId = (gridId: string, row: number, stop: number): string => `${gridId}-${row}-${stop}`

export interface LaneProps {
  gridId: string
  row: number
  /** In CSS pixels. */
  top: number
  height: number
  life: Life
  clusters: readonly Cluster[]
  range: DayRange
  /** The mark the keyboard is at, -1 at the name; null in another lane. */
  stop: number | null
}

/** One claim: its name and life in words, its marks on the axis, and at the end those without a date. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { gridId, row, top, height, life, clusters, range, stop } = props
  const share = (day: number) => (day - range.from) / (range.to - range.from)
  const isDrawn = ({ days }: Cluster, at: number) =>
    at === stop || (days !== null && days.last + 1 >= range.from && days.first <= range.to)
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className="time-lane"
      data-lane={row}
      data-current={stop !== null || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div
        id={laneId(gridId, row, -1)}
        role="rowheader"
        className="time-name"
        data-stop={-1}
        data-cursor={stop === -1 || undefined}
      >
        <span className="time-statement" dir="auto" title={life.statement}>
          {life.statement}
        </span>
        <span className="time-life" dir="auto" title={lifeInWords(life)}>
          {lifeInWords(life)}
        </span>
      </div>
      <div className="time-track" role="presentation">
        <Line kind="stated" from={life.first?.first} to={life.last?.last} share={share} />
        {isDay(life.first) && isDay(life.answer) && (
          <Line kind="answered" from={life.first?.first} to={life.answer?.first} share={share} />
        )}
        {clusters.map(
          (cluster, at) =>
            cluster.days &&
            isDrawn(cluster, at) && (
              <Sign
                key={`${cluster.kind} ${cluster.marks[0]!.key}`}
                id={laneId(gridId, row, at)}
                at={at}
                cluster={cluster}
                isCurrent={at === stop}
                style={placeOf(cluster.days, cluster.isSpan, share)}
              />
            ),
        )}
        {!life.first && !life.answer && (
          <span className="time-none">
            {life.mentions === 0
              ? 'No passage states it'
              : `Without a date: ${countOf(life.mentions, 'mention')}`}
          </span>
        )}
      </div>
      <div className="time-undated" role="presentation">
        {clusters.map(
          (cluster, at) =>
            !cluster.days && (
              <Sign
                key={cluster.kind}
                id={laneId(gridId, row, at)}
                at={at}
                cluster={cluster}
                isCurrent={at === stop}
                style={{}}
              />
            ),
        )}
      </div>
    </div>
  )
})

const isDay = (dated: Life['first']): boolean => dated !== null && dated.first === dated.last

interface SignProps {
  id: string
  at: number
  cluster: Cluster
  isCurrent: boolean
  style: CSSProperties
}

/** A mark, or several that stand together with their number. */
function Sign({ id, at, cluster, isCurrent, style }: SignProps) {
  const { kind, marks, isSpan, days } = cluster
  return (
    <span
      id={id}
      role="gridcell"
      aria-label={inWords(cluster)}
      className="time-sign"
      data-stop={at}
      data-kind={kind}
      data-first={marks[0]!.isFirst || undefined}
      data-span={isSpan || undefined}
      data-undated={days === null || undefined}
      data-cursor={isCurrent || undefined}
      title={inWords(cluster)}
      style={style}
    >
      {marks.length > 1 && <span>{marks.length.toLocaleString('en')}</span>}
    </span>
  )
}

interface LineProps {
  kind: Cluster['kind']
  from: number | undefined
  to: number | undefined
  share: (day: number) => number
}

/** From the first to the last time a claim is stated, and from the first time to the first answer. */
function Line({ kind, from, to, share }: LineProps) {
  if (from === undefined || to === undefined) return null
  const [left, right] = [Math.max(0, share(Math.min(from, to))), Math.min(1, share(Math.max(from, to) + 0.5))]
  if (right <= left) return null
  return (
    <span
      className="time-line"
      data-kind={kind}
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
    />
  )
}

/** A day is at its middle; a year or a month is as wide as it is. */
function placeOf(days: { first: number; last: number }, isSpan: boolean, share: (day: number) => number) {
  if (!isSpan) return { left: `${share((days.first + days.last + 1) / 2) * 100}%` }
  return {
    left: `${share(days.first) * 100}%`,
    width: `${(share(days.last + 1) - share(days.first)) * 100}%`,
  }
}

function inWords({ kind, marks, days, isSpan }: Cluster): string {
  const [mark] = marks
  const what = kind === 'answered' ? 'Answered' : mark!.isFirst ? 'First stated' : 'Stated'
  const many = marks.length > 1 ? `, ${marks.length.toLocaleString('en')} passages` : ''
  const by = marks.length === 1 && mark!.voice.kind !== 'undetermined' ? `, ${nameOf(mark!.voice)}` : ''
  if (!days) return `${what} without a date${many}${by}`
  const until = !isSpan && days.last > days.first ? ` to ${dateInWords(dateOfDay(days.last))}` : ''
  return `${what} ${dateInWords(mark!.dated!.date)}${until}${many}${by}`
}
