import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './popover.css'
import './select.css'

export interface Choice<T extends Key> {
  id: T
  title: string
  /** A second line. */
  description?: string
  /** Before the title, as a tag’s swatch. */
  sign?: ReactNode
  /** Other words that find it where one types. */
  also?: readonly string[]
}

export interface SelectProps<T extends Key> {
  label?: string
  'aria-label'?: string
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
  placeholder?: string
  description?: ReactNode
  isDisabled?: boolean
}

/** One of a list that is short enough to read. */
export function Select<T extends Key>(props: SelectProps<T>) {
  const { label, choices, value, onChange, placeholder = 'Choose…', description, isDisabled = false } = props
  return (
    <AriaSelect
      className="ui-field ui-select"
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      value={value}
      onChange={(key) => key !== null && onChange(key as T)}
      placeholder={placeholder}
      isDisabled={isDisabled}
    >
      {label && <Label className="ui-field-label">{label}</Label>}
      <Button className="ui-select-button">
        <SelectValue className="ui-select-value" />
        <Icon of={ChevronDown} size={14} />
      </Button>
      {description && (
        <Text slot="description" className="ui-field-help">
          {description}
        </Text>
      )}
      <Popover className="ui-popover ui-select-popover" offset={3}>
        <ListBox className="ui-options" items={choices}>
          {(choice) => <Option {...choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

export function Option<T extends Key>({ id, title, description, sign }: Choice<T>) {
  return (
    <ListBoxItem id={id} textValue={title} className="ui-option">
      {sign}
      <span className="ui-option-words">
        <span>{title}</span>
        {description && <span className="ui-option-description">{description}</span>}
      </span>
    </ListBoxItem>
  )
}
