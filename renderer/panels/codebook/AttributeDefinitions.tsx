import { Plus, X } from 'lucide-react'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'

const kinds: readonly { id: AttributeDefinition['kind']; title: string }[] = [
  { id: 'choice', title: 'One of a list' },
  { id: 'yes-no', title: 'Yes or no' },
  { id: 'number', title: 'Number' },
  { id: 'text', title: 'Words' },
]

export interface AttributeDefinitionsProps {
  attributes: readonly AttributeDefinition[]
  isDisabled: boolean
  onChange: (attributes: AttributeDefinition[]) => void
}

/** What annotations of a tag can be asked for besides their passage. */
export function AttributeDefinitions({ attributes, isDisabled, onChange }: AttributeDefinitionsProps) {
  const put = (index: number, change: Partial<AttributeDefinition>) =>
    onChange(attributes.map((one, i) => (i === index ? { ...one, ...change } : one)))
  const add = () =>
    onChange([...attributes, { name: unusedName(attributes), kind: 'choice', values: [], required: false }])
  return (
    <fieldset className="codebook-attributes">
      <legend className="ui-field-label">Attributes</legend>
      {attributes.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: by its name, a new name would take the keyboard out of its row
        <div key={index} className="codebook-attribute">
          <FinishedField
            label="Name"
            value={one.name}
            isDisabled={isDisabled}
            keep={(name) => put(index, { name })}
            check={(name) => checkName(name, attributes, index)}
          />
          <Select
            label="Kind"
            choices={kinds}
            value={one.kind}
            isDisabled={isDisabled}
            onChange={(kind) => put(index, { kind })}
          />
          <IconButton
            icon={X}
            label={`Remove the attribute ${one.name}`}
            isDisabled={isDisabled}
            onPress={() => onChange(attributes.filter((_, i) => i !== index))}
          />
          {one.kind === 'choice' && (
            <FinishedField
              label="Choices, separated by commas"
              value={one.values.join(', ')}
              isDisabled={isDisabled}
              keep={(words) => put(index, { values: splitChoices(words) })}
            />
          )}
          <Checkbox
            isSelected={one.required}
            isDisabled={isDisabled}
            onChange={(required) => put(index, { required })}
          >
            Required
          </Checkbox>
        </div>
      ))}
      <Button look="quiet" icon={Plus} isDisabled={isDisabled} onPress={add}>
        New attribute
      </Button>
    </fieldset>
  )
}

function checkName(name: string, attributes: readonly AttributeDefinition[], index: number): string {
  if (name === '') return 'An attribute needs a name.'
  return attributes.some((one, i) => i !== index && one.name === name) ? 'There is one of that name.' : ''
}

function splitChoices(words: string): string[] {
  return [...new Set(words.split(',').map((word) => word.trim()))].filter((word) => word !== '')
}

function unusedName(attributes: readonly AttributeDefinition[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'attribute' : `attribute ${number}`
    if (!attributes.some((one) => one.name === name)) return name
  }
}
