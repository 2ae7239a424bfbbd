import type { ReactNode } from 'react'
import { ToggleButton as AriaToggleButton } from 'react-aria-components'
import { Tooltip } from './Tooltip.tsx'
import './toggle-button.css'

export interface ToggleButtonProps {
  /** A sign of one or two letters, or an icon. */
  children: ReactNode
  /** What is on when it is pressed: its name for a screen reader and its tooltip. */
  label: string
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

/** Switches one thing on and off where there is little room. */
export function ToggleButton({ children, label, isDisabled = false, ...rest }: ToggleButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaToggleButton {...rest} isDisabled={isDisabled} aria-label={label} className="ui-toggle-button">
        {children}
      </AriaToggleButton>
    </Tooltip>
  )
}
