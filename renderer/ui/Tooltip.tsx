import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Shortcut } from './Shortcut.tsx'
import './tooltip.css'

export interface TooltipProps {
  text: string
  shortcut?: string | undefined
  placement?: 'top' | 'bottom' | 'left' | 'right'
  /** A button. */
  children: ReactElement
}

/** A word about something, shown on hover and on keyboard focus. Never the only place where a thing is said. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {shortcut && <Shortcut keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
