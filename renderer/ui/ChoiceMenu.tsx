import type { LucideIcon } from 'lucide-react'
import { Button } from './Button.tsx'
import { MenuButton, MenuItem } from './Menu.tsx'

export interface ChoiceMenuProps<T extends string> {
  /** What is chosen, for a screen reader. */
  label: string
  icon: LucideIcon
  choices: readonly (readonly [id: T, title: string])[]
  value: T
  onChange: (value: T) => void
  placement?: 'bottom start' | 'bottom end'
}

/** A quiet button that says what is chosen and opens a menu of the others: an order, a kind. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { label, icon, choices, value, onChange, placement } = props
  return (
    <MenuButton
      label={label}
      {...(placement && { placement })}
      trigger={
        <Button look="quiet" icon={icon}>
          {choices.find(([id]) => id === value)?.[1] ?? choices[0]?.[1]}
        </Button>
      }
    >
      {choices.map(([id, title]) => (
        <MenuItem key={id} isOneOf isChecked={id === value} onAction={() => onChange(id)}>
          {title}
        </MenuItem>
      ))}
    </MenuButton>
  )
}
