import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
  type Key,
  ToggleButtonGroup,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './button.css'
import './toggle-button.css'

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> {
  icon?: LucideIcon
  children: ReactNode
}

/** A button that stays down. */
export function ToggleButton({ icon, children, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...rest} className="ui-button ui-toggle-button" data-look="quiet">
      {icon && <Icon of={icon} />}
      {children}
    </AriaToggleButton>
  )
}

export interface SegmentedProps<T extends Key> {
  label: string
  options: readonly { id: T; title: string; icon?: LucideIcon }[]
  value: T
  onChange: (value: T) => void
  isDisabled?: boolean
}

/** A few choices in a row, one of them taken. */
export function Segmented<T extends Key>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="ui-segmented"
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (chosen !== undefined) onChange(chosen as T)
      }}
    >
      {options.map(({ id, title, icon }) => (
        <AriaToggleButton key={id} id={id} className="ui-segment">
          {icon && <Icon of={icon} />}
          {title}
        </AriaToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
