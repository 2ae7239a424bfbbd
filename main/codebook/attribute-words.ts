import type { AttributeDefinition } from '../../preload/contract/tag.ts'

/** An attribute on one line, as `certainty (choice, required): low | high`. */
export function describeAttribute({ name, kind, values, required }: AttributeDefinition): string {
  const choices = kind === 'choice' ? `: ${values.join(' | ')}` : ''
  return `${name} (${kind}${required ? ', required' : ''})${choices}`
}

/** Reads such a line; undefined where it is none. */
export function readAttribute(line: string): AttributeDefinition | undefined {
  const found = /^(.+) \((choice|yes-no|number|text)(, required)?\)(?:: ?(.*))?$/u.exec(line.trim())
  if (!found) return undefined
  const [, name, kind, required, choices = ''] = found
  const values = choices.split('|').map((value) => value.trim())
  return {
    name: name!,
    kind: kind as AttributeDefinition['kind'],
    values: kind === 'choice' ? values.filter((value) => value !== '') : [],
    required: required !== undefined,
  }
}
