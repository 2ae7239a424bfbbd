import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Button, type Key } from 'react-aria-components'
import { type SelectProps, wordsOf } from './choice.ts'
import { Icon } from './Icon.tsx'
import { narrow } from './narrow.ts'
import { Picker } from './Picker.tsx'
import './select.css'

/** One of a list that is too long to read: it looks as `Select` does, and is chosen from by typing. */
export function LongSelect<T extends Key>(props: SelectProps<T>) {
  const { label, choices, value, onChange, placeholder = 'Choose…', description, isDisabled = false } = props
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const chosen = choices.find((choice) => choice.id === value)
  return (
    <div className="ui-field ui-select">
      {label && (
        <span id={`${id}-label`} className="ui-field-label">
          {label}
        </span>
      )}
      <Button
        className="ui-select-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...(label
          ? { 'aria-labelledby': `${id}-value ${id}-label` }
          : { 'aria-label': `${props['aria-label']}: ${chosen?.title ?? placeholder}` })}
        {...(description ? { 'aria-describedby': `${id}-help` } : {})}
        isDisabled={isDisabled}
        onPress={() => setOpen(true)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true)
        }}
      >
        <span id={`${id}-value`} className="ui-select-value" data-placeholder={!chosen || undefined}>
          {chosen?.sign}
          <span className="ui-option-words">
            <span>{chosen?.title ?? placeholder}</span>
          </span>
        </span>
        <Icon of={ChevronDown} size={14} />
      </Button>
      {description && (
        <span id={`${id}-help`} className="ui-field-help">
          {description}
        </span>
      )}
      {isOpen && (
        <Choosing
          {...props}
          onClose={() => setOpen(false)}
          onChange={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      )}
    </div>
  )
}

function Choosing<T extends Key>({
  label,
  choices,
  value,
  onChange,
  onClose,
  ...props
}: SelectProps<T> & { onClose: () => void }) {
  const [words, setWords] = useState('')
  const named = label ?? props['aria-label'] ?? ''
  const items = useMemo(() => narrow(choices, words, wordsOf), [choices, words])
  return (
    <Picker
      label={named}
      heading={named}
      placeholder="Type a part of the name"
      words={words}
      onWords={setWords}
      items={items}
      startAt={choices.findIndex(({ id }) => id === value)}
      rowHeight={choices.some(({ description }) => description) ? 46 : 34}
      onPick={({ id }) => onChange(id)}
      onClose={onClose}
      empty="Nothing of that name."
    >
      {({ title, description, sign }) => (
        <>
          {sign}
          <span className="ui-option-words">
            <span>{title}</span>
            {description && <span className="ui-option-description">{description}</span>}
          </span>
        </>
      )}
    </Picker>
  )
}
