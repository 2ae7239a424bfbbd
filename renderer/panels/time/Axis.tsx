import type { DayRange } from '../../store/argument/time-view.ts'
import { ticksOf } from './axis.ts'
import type { TrackHandlers } from './use-track.ts'

export interface AxisProps {
  range: DayRange
  /** Of the track, in CSS pixels. */
  width: number
  track: TrackHandlers
}

/** The time above the lanes, and what the signs in them are. Dragging it moves the time, the wheel zooms. */
export function Axis({ range, width, track }: AxisProps) {
  const share = (day: number) => `${((day - range.from) / (range.to - range.from)) * 100}%`
  const ticks = ticksOf(range, width)
  return (
    <div className="time-axis" aria-hidden>
      <div className="time-legend">
        <span>
          <span className="time-sign" data-kind="stated" data-first /> stated
        </span>
        <span>
          <span className="time-sign" data-kind="answered" data-first /> answered
        </span>
        <span>
          <span className="time-sign" data-kind="stated" />
          <span className="time-sign" data-kind="answered" /> again
        </span>
        <span>
          <span className="time-sign" data-kind="stated" data-span /> no exact day
        </span>
      </div>
      <div className="time-track" {...track}>
        {ticks.map(({ day, words }) => (
          <span key={day} className="time-tick" style={{ left: share(day) }}>
            {words}
          </span>
        ))}
      </div>
      <div className="time-undated">Undated</div>
    </div>
  )
}
