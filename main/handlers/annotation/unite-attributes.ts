import type { AttributeDefinition, Merged } from '../../../preload/contract/tag.ts'

/** A tag that goes, with what its annotations can be asked for. */
export interface AttributeSource {
  name: string
  attributes: readonly AttributeDefinition[]
}

export interface UnitedAttributes {
  attributes: AttributeDefinition[]
  /** What became of each attribute of the sources, in their order. */
  outcomes: Merged['attributes']
}

/**
 * The attributes of a tag together with those of others. One of the same name and kind is the same one: its choices
 * are united, and it is required where it is with both. One of another kind gets a name of its own.
 */
export function uniteAttributes(
  own: readonly AttributeDefinition[],
  sources: readonly AttributeSource[],
): UnitedAttributes {
  const attributes = [...own]
  const outcomes: Merged['attributes'] = []
  for (const source of sources) {
    for (const attribute of source.attributes) {
      const { name } = attribute
      const index = attributes.findIndex((one) => one.name === name)
      const there = attributes[index]
      if (there === undefined) {
        attributes.push({ ...attribute, required: false })
        outcomes.push({ from: source.name, name, outcome: 'added', to: name })
      } else if (there.kind !== attribute.kind) {
        const to = unusedName(`${name} (${source.name})`, attributes)
        attributes.push({ ...attribute, name: to, required: false })
        outcomes.push({ from: source.name, name, outcome: 'renamed', to })
      } else {
        const values = [...new Set([...there.values, ...attribute.values])]
        const isSame = values.length === there.values.length
        attributes[index] = { ...there, values, required: there.required && attribute.required }
        const outcome = isSame && there.required === attributes[index].required ? 'same' : 'united'
        outcomes.push({ from: source.name, name, outcome, to: name })
      }
    }
  }
  return { attributes, outcomes }
}

function unusedName(wanted: string, attributes: readonly AttributeDefinition[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (attributes.every((one) => one.name !== name)) return name
  }
}
