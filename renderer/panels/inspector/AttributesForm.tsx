import type { Annotation, AttributeValues } from '../../../preload/contract/annotation.ts'
import type { AttributeDefinition, Tag } from '../../../preload/contract/tag.ts'
import { changeAnnotation } from '../../commands/change-annotation.ts'
import { showFailure } from '../../store/notices.ts'
import { Switch } from '../../ui/Choices.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { KeptField } from './KeptField.tsx'

type Value = AttributeValues[string]

/** The attributes that the codebook gives the tag. */
export function AttributesForm({
  annotation,
  tag,
  isDisabled,
}: {
  annotation: Annotation
  tag: Tag
  isDisabled: boolean
}) {
  const set = (name: string, value: Value | undefined) => {
    const { [name]: _before, ...others } = annotation.attributes
    const attributes = value === undefined ? others : { ...others, [name]: value }
    return changeAnnotation(annotation.id, { attributes }).catch(showFailure)
  }
  return tag.attributes.map((definition) => (
    <AttributeField
      key={definition.name}
      definition={definition}
      value={annotation.attributes[definition.name]}
      isDisabled={isDisabled}
      onChange={(value) => set(definition.name, value)}
    />
  ))
}

interface AttributeFieldProps {
  definition: AttributeDefinition
  value: Value | undefined
  isDisabled: boolean
  onChange: (value: Value | undefined) => Promise<unknown>
}

function AttributeField({
  definition: { name, kind, values },
  value,
  isDisabled,
  onChange,
}: AttributeFieldProps) {
  switch (kind) {
    case 'choice':
      return (
        <Select
          label={name}
          isDisabled={isDisabled}
          choices={[{ id: '', title: 'Not said' }, ...values.map((one) => ({ id: one, title: one }))]}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
        />
      )
    case 'yes-no':
      return (
        <Switch isSelected={value === true} isDisabled={isDisabled} onChange={onChange}>
          {name}
        </Switch>
      )
    case 'number':
      return (
        <FinishedField
          label={name}
          isDisabled={isDisabled}
          value={typeof value === 'number' ? String(value) : ''}
          check={(words) => (Number.isNaN(toNumber(words)) ? 'A number, like 3 or 2.5.' : '')}
          keep={(words) => onChange(words === '' ? undefined : toNumber(words))}
        />
      )
    case 'text':
      return (
        <KeptField
          label={name}
          value={typeof value === 'string' ? value : ''}
          isDisabled={isDisabled}
          keep={(words) => onChange(words === '' ? undefined : words)}
        />
      )
  }
}

/** Takes a comma for the point; what is no number gives NaN. */
function toNumber(words: string): number {
  return Number(words.replace(',', '.'))
}
