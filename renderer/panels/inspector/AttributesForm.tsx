import { X } from 'lucide-react'
import type { Annotation, AttributeValues } from '../../../preload/contract/annotation.ts'
import { lackingAttributes, notApplying } from '../../../preload/contract/attribute-rules.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { setAttribute } from '../../commands/change-annotation.ts'
import { showFailure } from '../../store/notices.ts'
import { IconButton } from '../../ui/Button.tsx'
import { AttributeField } from './AttributeField.tsx'

interface AttributesFormProps {
  annotation: Annotation
  tag: Tag
  isDisabled: boolean
}

/** The attributes that the codebook gives the tag, and values from before that it has no use for. */
export function AttributesForm({ annotation, tag, isDisabled }: AttributesFormProps) {
  const { id, attributes } = annotation
  const lacking = lackingAttributes(tag.attributes, attributes)
  const aside = notApplying(tag.attributes, attributes)
  return (
    <>
      {tag.attributes.map((definition) => (
        <div
          key={definition.name}
          data-field-of="attribute"
          data-lacking={lacking.includes(definition) || undefined}
        >
          <AttributeField
            definition={definition}
            value={valueNamed(attributes, definition.name)}
            isLacking={lacking.includes(definition)}
            isDisabled={isDisabled}
            onChange={(value) => setAttribute(id, definition.name, value).catch(showFailure)}
          />
        </div>
      ))}
      {aside.length > 0 && (
        <section className="inspector-aside" aria-label="Kept, but not asked for here">
          <h3 className="ui-field-label">Kept, but not asked of {tag.name}</h3>
          <ul>
            {aside.map((name) => (
              <li key={name}>
                <span>
                  {name}: {inWords(valueNamed(attributes, name))}
                </span>
                <IconButton
                  icon={X}
                  label={`Remove ${name}`}
                  isDisabled={isDisabled}
                  onPress={() => setAttribute(id, name, null).catch(showFailure)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function valueNamed(values: AttributeValues, name: string): AttributeValues[string] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function inWords(value: AttributeValues[string] | undefined): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
