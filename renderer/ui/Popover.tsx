import type { ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'
import './popover.css'

export interface PopoverProps {
  label: string
  /** The button that opens it. */
  trigger: ReactNode
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right top'
}

/** A small panel at a button; Escape or a click elsewhere closes it. */
export function Popover({ label, trigger, children, placement = 'bottom start' }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={4}>
        <Dialog className="ui-popover-content" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
