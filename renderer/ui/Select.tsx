import { ChevronDown } from 'lucide-react'
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
import type { Choice, SelectProps } from './choice.ts'
import { Icon } from './Icon.tsx'
import { LongSelect } from './LongSelect.tsx'
import './popover.css'
import './select.css'

/** Beyond this nobody reads a list; and each would be drawn, a second for two thousand tags. */
const mostToRead = 60

/** One of a list: of a short one by reading it, of a long one by typing a part of its name. */
export function Select<T extends Key>(props: SelectProps<T>) {
  return props.choices.length > mostToRead ? <LongSelect {...props} /> : <ShortSelect {...props} />
}

function ShortSelect<T extends Key>(props: SelectProps<T>) {
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

export function Option<T extends Key>({ id, title, typed, description, sign }: Choice<T>) {
  return (
    <ListBoxItem id={id} textValue={typed ?? title} className="ui-option">
      {sign}
      <span className="ui-option-words">
        <span>{title}</span>
        {description && <span className="ui-option-description">{description}</span>}
      </span>
    </ListBoxItem>
  )
}
