import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  type Key,
  Label,
  ListBox,
  Popover,
  Text,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { type Choice, Option } from './Select.tsx'
import './popover.css'
import './select.css'
import './text-field.css'
import './combo-box.css'

export interface ComboBoxProps<T extends Key> {
  label?: string
  'aria-label'?: string
  choices: readonly Choice<T>[]
  /** The words in the field; whoever uses it keeps them. */
  words: string
  onWords: (words: string) => void
  /** A choice was taken, or with `takesAnything` Enter or leaving kept other words: then null. */
  onChoose: (value: T | null) => void
  takesAnything?: boolean
  placeholder?: string
  description?: ReactNode
  isDisabled?: boolean
  /** A name by which the field itself is found, as `data-field`. */
  field?: string
}

/** A field that offers what begins like it or holds it. */
export function ComboBox<T extends Key>(props: ComboBoxProps<T>) {
  const { label, choices, words, onWords, onChoose, takesAnything = false, placeholder, description } = props
  return (
    <AriaComboBox
      className="ui-field ui-combo-box"
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      defaultItems={choices}
      inputValue={words}
      onInputChange={onWords}
      onChange={(key) => onChoose(key as T | null)}
      allowsCustomValue={takesAnything}
      menuTrigger="focus"
      isDisabled={props.isDisabled ?? false}
    >
      {label && <Label className="ui-field-label">{label}</Label>}
      <div className="ui-combo-row">
        <Input
          className="ui-input"
          {...(placeholder && { placeholder })}
          data-field={props.field}
          data-own-focus
        />
        <Button className="ui-combo-button">
          <Icon of={ChevronDown} size={14} />
        </Button>
      </div>
      {description && (
        <Text slot="description" className="ui-field-help">
          {description}
        </Text>
      )}
      <Popover className="ui-popover ui-select-popover" offset={3}>
        <ListBox<Choice<T>> className="ui-options">{(choice) => <Option {...choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  )
}
