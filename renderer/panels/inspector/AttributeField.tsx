import { useState } from 'react'
import type { AttributeValues } from '../../../preload/contract/annotation.ts'
import { fitsAttribute } from '../../../preload/contract/attribute-rules.ts'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { Chips } from '../../ui/Chips.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { KeptField } from './KeptField.tsx'

type Value = AttributeValues[string]

export interface AttributeFieldProps {
  definition: AttributeDefinition
  value: Value | undefined
  isLacking: boolean
  isDisabled: boolean
  /** Null takes the value away. */
  onChange: (value: Value | null) => Promise<unknown>
}

/** More choices than can be overlooked are a list. */
const mostChips = 12

const yesAndNo = [
  { id: 'yes', title: 'Yes' },
  { id: 'no', title: 'No' },
]

/** One attribute, by key: a letter or number for a choice, y or n, a number, words. A value that does not fit is not shown. */
export function AttributeField({
  definition,
  value: given,
  isLacking,
  isDisabled,
  onChange,
}: AttributeFieldProps) {
  const { name, kind, values } = definition
  const value = fitsAttribute(given, definition) ? given : undefined
  const needed = isLacking && <span className="inspector-needed">needed</span>
  switch (kind) {
    case 'choice':
      return values.length > mostChips ? (
        <Select
          label={isLacking ? `${name} (needed)` : name}
          isDisabled={isDisabled}
          choices={[{ id: '', title: 'Not said' }, ...values.map((one) => ({ id: one, title: one }))]}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
        />
      ) : (
        <Chips
          label={name}
          aside={needed}
          chips={values.map((one) => ({ id: one, title: one }))}
          value={typeof value === 'string' ? value : null}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      )
    case 'yes-no':
      return (
        <Chips
          label={name}
          aside={needed}
          chips={yesAndNo}
          value={value === undefined ? null : value ? 'yes' : 'no'}
          isDisabled={isDisabled}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'yes')}
        />
      )
    case 'number':
      return (
        <NumberField
          label={isLacking ? `${name} (needed)` : name}
          value={typeof value === 'number' ? value : null}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      )
    case 'text':
      return (
        <KeptField
          label={isLacking ? `${name} (needed)` : name}
          value={typeof value === 'string' ? value : ''}
          isDisabled={isDisabled}
          keep={(words) => onChange(words === '' ? null : words)}
        />
      )
  }
}

interface NumberFieldProps {
  label: string
  value: number | null
  isDisabled: boolean
  onChange: (value: number | null) => void
}

/** Kept when the field is left, by Enter too; words that are no number are not kept. */
function NumberField({ label, value, isDisabled, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const kept = value === null ? '' : String(value)
  const number = typed === null || typed.trim() === '' ? null : toNumber(typed)
  const isWrong = number !== null && !Number.isFinite(number)
  const finish = () => {
    if (typed !== null && !isWrong && number !== value) onChange(number)
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      value={typed ?? kept}
      isDisabled={isDisabled}
      error={isWrong ? 'A number, like 3 or 2.5.' : undefined}
      onChange={setTyped}
      onBlur={finish}
    />
  )
}

/** Takes a comma for the point; what is no number gives NaN. */
function toNumber(words: string): number {
  return Number(words.trim().replace(',', '.'))
}
