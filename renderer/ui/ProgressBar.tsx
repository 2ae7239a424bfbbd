import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import './progress-bar.css'

export interface ProgressBarProps {
  label: string
  value: number
  /** 0 while it is unknown how much there is. */
  max: number
}

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const unknown = max <= 0
  return (
    <AriaProgressBar
      className="ui-progress"
      value={Math.min(value, max)}
      maxValue={Math.max(max, 1)}
      isIndeterminate={unknown}
      valueLabel={unknown ? '' : `${value.toLocaleString('en')} of ${max.toLocaleString('en')}`}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="ui-progress-words">
            <Label className="ui-progress-label">{label}</Label>
            <span>{valueText}</span>
          </div>
          <div className="ui-progress-track">
            <div
              className="ui-progress-fill"
              data-unknown={unknown || undefined}
              style={unknown ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
