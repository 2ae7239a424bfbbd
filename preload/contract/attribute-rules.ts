import type { AttributeValues } from './annotation.ts'
import type { AttributeDefinition } from './tag.ts'

// An attribute is defined by one tag, so a value is asked for and offered only where the tag is that one. Values that
// the present tag has no use for stay with the annotation: another change of tag, or an undo, finds them again.

type Definitions = readonly AttributeDefinition[]

/** Whether there is a value that fits: one of a list needs a list. */
export function isAnswerable({ kind, values }: AttributeDefinition): boolean {
  return kind !== 'choice' || values.length > 0
}

/** Whether a value is of the kind that is asked for. */
export function fitsAttribute(value: unknown, { kind, values }: AttributeDefinition): boolean {
  if (kind === 'choice') return typeof value === 'string' && values.includes(value)
  if (kind === 'yes-no') return typeof value === 'boolean'
  return typeof value === (kind === 'number' ? 'number' : 'string')
}

/**
 * The required attributes that have no fitting value yet, in the tag’s order; text of nothing but space is none. What
 * cannot be answered is not asked for.
 */
export function lackingAttributes(definitions: Definitions, values: AttributeValues): AttributeDefinition[] {
  return definitions.filter((definition) => definition.required && isLacking(definition, values))
}

/** Whether an annotation still lacks an attribute that its tag requires. */
export function lacksRequired(definitions: Definitions, values: AttributeValues): boolean {
  return definitions.some((definition) => definition.required && isLacking(definition, values))
}

/**
 * What an annotation still waits for, in the tag’s order: the required attributes that it lacks or, where its tag
 * requires none, all that it lacks.
 */
export function awaitedAttributes(definitions: Definitions, values: AttributeValues): AttributeDefinition[] {
  return definitions.some((one) => one.required && isAnswerable(one))
    ? lackingAttributes(definitions, values)
    : definitions.filter((definition) => isLacking(definition, values))
}

/** The names of the values that do not apply under these definitions: not defined, or of another kind. */
export function notApplying(definitions: Definitions, values: AttributeValues): string[] {
  return Object.keys(values).filter((name) => {
    const definition = definitions.find((one) => one.name === name)
    return definition === undefined || !fitsAttribute(values[name], definition)
  })
}

/** The names of the values that applied under the definitions before and do not under those after. */
export function noLongerApplying(before: Definitions, after: Definitions, values: AttributeValues): string[] {
  const already = new Set(notApplying(before, values))
  return notApplying(after, values).filter((name) => !already.has(name))
}

function isLacking(definition: AttributeDefinition, values: AttributeValues): boolean {
  if (!isAnswerable(definition)) return false
  const value = Object.hasOwn(values, definition.name) ? values[definition.name] : undefined
  return !fitsAttribute(value, definition) || (typeof value === 'string' && value.trim() === '')
}
