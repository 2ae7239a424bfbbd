import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  Label,
  Radio,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './text-field.css'
import './choices.css'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  description?: ReactNode
}

export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-choice">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="ui-choice-box" aria-hidden>
            {isIndeterminate ? <Icon of={Minus} size={12} /> : isSelected && <Icon of={Check} size={12} />}
          </span>
          <span>
            {children}
            {description && <span className="ui-choice-description">{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

/** The box of a checkbox, where the row of a list is what is chosen and says so. */
export function ChoiceMark({ isSelected }: { isSelected: boolean }) {
  return (
    <span className="ui-choice-box ui-choice-mark" aria-hidden data-selected={isSelected || undefined}>
      {isSelected && <Icon of={Check} size={12} />}
    </span>
  )
}

export interface SwitchProps {
  children: ReactNode
  description?: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

/** For what acts at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-choice">
      <span className="ui-switch-track" aria-hidden />
      <span>
        {children}
        {description && <span className="ui-choice-description">{description}</span>}
      </span>
    </AriaSwitch>
  )
}

export interface RadioGroupProps<T extends string> {
  label: string
  isLabelHidden?: boolean
  choices: readonly { id: T; title: string; description?: ReactNode; isDisabled?: boolean }[]
  value: T
  onChange: (value: T) => void
  isDisabled?: boolean
  /** What is chosen takes the keyboard when it comes. */
  autoFocus?: boolean
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, isLabelHidden = false, choices, value, onChange } = props
  const { isDisabled = false, autoFocus = false } = props
  return (
    <AriaRadioGroup
      className="ui-field"
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className="ui-field-label">{label}</Label>}
      {choices.map(({ id, title, description, isDisabled: isOneDisabled = false }) => (
        <Radio
          key={id}
          value={id}
          className="ui-choice"
          isDisabled={isOneDisabled}
          autoFocus={autoFocus && id === value}
        >
          <span className="ui-choice-dot" aria-hidden />
          <span>
            {title}
            {description && <span className="ui-choice-description">{description}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}
