import type { AttributeValues } from '../../../preload/contract/annotation.ts'
import { fitsAttribute, isAnswerable } from '../../../preload/contract/attribute-rules.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'

const kindWords = {
  choice: 'one of the values of its list',
  'yes-no': 'yes or no',
  number: 'a number',
  text: 'text',
}

/**
 * Fails with `bad-input` where a value is not of the kind that the tag defines. Values of attributes that the tag
 * does not define are let through: they may have come with an import or from a former tag. So are those that stand
 * in `before` already, which a former tag may have defined otherwise.
 */
export function requireFitting(
  values: AttributeValues,
  definitions: readonly AttributeDefinition[],
  before: AttributeValues,
): void {
  for (const definition of definitions) {
    const { name } = definition
    if (!Object.hasOwn(values, name)) continue
    if (Object.hasOwn(before, name) && before[name] === values[name]) continue
    if (!fitsAttribute(values[name], definition)) {
      throw new Failure('bad-input', `The attribute “${name}” takes ${kindWords[definition.kind]}.`)
    }
  }
}

/**
 * Fails with `bad-input` where one could not be answered or two have one name. What was so before, by an import, is
 * let through.
 */
export function requireAskable(
  definitions: readonly AttributeDefinition[],
  before: readonly AttributeDefinition[],
): void {
  const names = new Set<string>()
  for (const definition of definitions) {
    const { name } = definition
    const wasSo = before.some((one) => one.name === name && !isAnswerable(one))
    if (!isAnswerable(definition) && !wasSo)
      throw new Failure('bad-input', `Give the attribute “${name}” at least one choice.`)
    if (names.has(name) && !isTwice(name, before))
      throw new Failure('bad-input', `Two attributes are called “${name}”. Give one of them another name.`)
    names.add(name)
  }
}

const isTwice = (name: string, definitions: readonly AttributeDefinition[]) =>
  definitions.filter((one) => one.name === name).length > 1
