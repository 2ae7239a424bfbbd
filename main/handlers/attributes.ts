import type { AttributeValues } from '../../preload/contract/annotation.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { AttributeDefinition } from '../../preload/contract/tag.ts'

const kindWords = {
  choice: 'one of the values of its list',
  'yes-no': 'yes or no',
  number: 'a number',
  text: 'text',
}

/**
 * Fails with `bad-input` where a value is not of the kind that the tag defines. Values of attributes that the tag
 * does not define are let through: they may have come with an import or from a former tag.
 */
export function requireFitting(values: AttributeValues, definitions: readonly AttributeDefinition[]): void {
  for (const definition of definitions) {
    if (!Object.hasOwn(values, definition.name)) continue
    if (!fits(values[definition.name], definition)) {
      throw new Failure(
        'bad-input',
        `The attribute “${definition.name}” takes ${kindWords[definition.kind]}.`,
      )
    }
  }
}

function fits(value: unknown, { kind, values }: AttributeDefinition): boolean {
  if (kind === 'choice') return typeof value === 'string' && values.includes(value)
  if (kind === 'yes-no') return typeof value === 'boolean'
  return typeof value === (kind === 'number' ? 'number' : 'string')
}
