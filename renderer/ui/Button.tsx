import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'
import './button.css'

type Shared = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `primary`: the one thing a view is for. `plain`: outlined. `quiet`: no outline until pointed at. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export interface ButtonProps extends Shared {
  icon?: LucideIcon
  children: ReactNode
}

export function Button({ look = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames('ui-button', className)} data-look={look}>
      {icon && <Icon of={icon} />}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends Shared {
  icon: LucideIcon
  /** What it does: its name for a screen reader and its tooltip. */
  label: string
  shortcut?: string | undefined
  placement?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button that is only an icon; its label comes up beside it. */
export function IconButton(props: IconButtonProps) {
  const { look = 'quiet', icon, label, shortcut, placement = 'bottom', className, ...rest } = props
  return (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('ui-button', 'ui-icon-button', className)}
        data-look={look}
      >
        <Icon of={icon} size={16} />
      </AriaButton>
    </Tooltip>
  )
}
