import type { LucideIcon } from 'lucide-react'
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './segmented.css'

export interface SegmentedProps<T extends Key> {
  label: string
  options: readonly { id: T; title: string; icon?: LucideIcon }[]
  /** Null while several are meant that differ. */
  value: T | null
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
      disallowEmptySelection={value !== null}
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (chosen !== undefined) onChange(chosen as T)
      }}
    >
      {options.map(({ id, title, icon }) => (
        <ToggleButton key={id} id={id} className="ui-segment">
          {icon && <Icon of={icon} />}
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
