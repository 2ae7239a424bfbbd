import { Plus, X } from 'lucide-react'
import { collectionsField } from '../../../preload/contract/collections.ts'
import { fieldValues, ownFieldNames } from '../../store/documents/field-values.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { type DetailsForm, nameProblem, type OwnField, severalValues } from './details-form.ts'

export interface OwnFieldsProps {
  form: DetailsForm
  onChange: (form: DetailsForm) => void
}

/** Fields that the program gives no meaning to: they are kept, and go into the dataset. */
export function OwnFields({ form, onChange }: OwnFieldsProps) {
  const { own } = form
  const documents = useWorkbench((state) => state.documents)
  const values = fieldValues(documents)
  const names = ownFieldNames(documents).filter((name) => !own.some((field) => field.name === name))
  const change = (row: number, part: Partial<OwnField>) =>
    onChange({ ...form, own: own.map((field) => (field.row === row ? { ...field, ...part } : field)) })
  const add = () => {
    const row = Math.max(-1, ...own.map((field) => field.row)) + 1
    onChange({ ...form, own: [...own, { row, was: '', name: '', value: '' }] })
  }
  return (
    <fieldset className="details-own">
      <legend className="ui-field-label">Fields of your own</legend>
      {own.map(({ row, name, value }, index) => (
        <div key={row} className="details-row">
          <ComboBox
            aria-label="Name of the field"
            placeholder="Name"
            autoFocus={name === ''}
            choices={names.map((title) => ({ id: title, title }))}
            words={name}
            onWords={(typed) => change(row, { name: typed })}
            onKeep={(typed) => change(row, { name: typed })}
            description={
              nameProblem(own, index, name) ||
              (name === collectionsField ? 'Names parted by semicolons.' : undefined)
            }
          />
          <ComboBox
            aria-label={name || 'Its value'}
            choices={(values.get(name) ?? []).map((title) => ({ id: title, title }))}
            opens="input"
            words={value ?? ''}
            onWords={(typed) => change(row, { value: typed })}
            onKeep={(typed) => change(row, { value: typed })}
            {...(value === null && { placeholder: severalValues })}
          />
          <IconButton
            icon={X}
            label={`Remove ${name || 'this field'}`}
            onPress={() => onChange({ ...form, own: own.filter((field) => field.row !== row) })}
          />
        </div>
      ))}
      <Button look="quiet" icon={Plus} onPress={add}>
        Add a field
      </Button>
    </fieldset>
  )
}
