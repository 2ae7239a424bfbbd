import type { AttributeDefinition, TagVersion } from '../../../preload/contract/tag.ts'

type Meaning = Pick<TagVersion, 'name' | 'role' | 'definition' | 'include' | 'exclude' | 'attributes'>

/** What a field said before and after. */
export interface FieldChange {
  field: string
  from: string
  to: string
}

const kinds = { choice: 'one of', 'yes-no': 'yes or no', number: 'number', text: 'words' }

/** The fields in which two meanings differ, in the order of the form. */
export function changesBetween(before: Meaning, after: Meaning): FieldChange[] {
  const fields: [string, (meaning: Meaning) => string][] = [
    ['Name', ({ name }) => name],
    ['Role', ({ role }) => role],
    ['Definition', ({ definition }) => definition],
    ['Use when', ({ include }) => include],
    ['Not when', ({ exclude }) => exclude],
    ['Attributes', ({ attributes }) => attributes.map(inWords).join('\n')],
  ]
  return fields
    .map(([field, words]) => ({ field, from: words(before), to: words(after) }))
    .filter(({ from, to }) => from !== to)
}

/** An attribute on one line. */
export function inWords({ name, kind, values, required }: AttributeDefinition): string {
  const choices = kind === 'choice' ? ` ${values.join(', ')}` : ''
  return `${name}: ${kinds[kind]}${choices}${required ? ', required' : ''}`
}
