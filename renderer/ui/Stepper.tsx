import { Minus, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './button.css'
import './stepper.css'

export interface StepperProps {
  label: string
  value: number
  /** The value with its unit. */
  words: string
  min: number
  max: number
  /** `1` or `-1`; 0 goes back to what is usual. */
  onStep: (by: 1 | 0 | -1) => void
}

/** A number in steps. One stop for Tab, where the arrows change it; the buttons are for the pointer. */
export function Stepper({ label, value, words, min, max, onStep }: StepperProps) {
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, Backspace: 0 }[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onStep(by as 1 | 0 | -1)
  }
  return (
    <div className="ui-stepper">
      <AriaButton
        className="ui-button ui-icon-button"
        aria-label={`${label}: less`}
        excludeFromTabOrder
        isDisabled={value <= min}
        onPress={() => onStep(-1)}
      >
        <Icon of={Minus} />
      </AriaButton>
      <div
        role="spinbutton"
        tabIndex={0}
        className="ui-stepper-value"
        aria-label={label}
        aria-valuenow={value}
        aria-valuetext={words}
        aria-valuemin={min}
        aria-valuemax={max}
        onKeyDown={press}
      >
        {words}
      </div>
      <AriaButton
        className="ui-button ui-icon-button"
        aria-label={`${label}: more`}
        excludeFromTabOrder
        isDisabled={value >= max}
        onPress={() => onStep(1)}
      >
        <Icon of={Plus} />
      </AriaButton>
    </div>
  )
}
