import type { AttributeDefinition, TagVersion } from '../../../preload/contract/tag.ts'

type Meaning = Pick<TagVersion, 'name' | 'role' | 'definition' | 'include' | 'exclude' | 'attributes'>

/** What a field said before and after. */
export interface FieldChange {
  field: string
  from: string
  to: string
}

const kinds = { 'yes-no': 'yes or no', number: 'number', text: 'words' }

/** The fields in which two meanings differ, in the order of the form; each attribute is a field of its own. */
export function changesBetween(before: Meaning, after: Meaning): FieldChange[] {
  const names = [...new Set([...before.attributes, ...after.attributes].map(({ name }) => name))]
  const fields: [string, (meaning: Meaning) => string][] = [
    ['Name', ({ name }) => name],
    ['Role', ({ role }) => role],
    ['Definition', ({ definition }) => definition],
    ['Use when', ({ include }) => include],
    ['Not when', ({ exclude }) => exclude],
    ...names.map((name): [string, (meaning: Meaning) => string] => [
      `Attribute “${name}”`,
      ({ attributes }) => inWords(attributes.find((one) => one.name === name)),
    ]),
  ]
  return fields
    .map(([field, words]) => ({ field, from: words(before), to: words(after) }))
    .filter(({ from, to }) => from !== to)
}

/** On one line, where each part is a word of its own; '' for none. */
function inWords(attribute: AttributeDefinition | undefined): string {
  if (!attribute) return ''
  const { kind, values, required } = attribute
  const choices = kind === 'choice' ? [`one of ${values.join(' / ')}`] : [kinds[kind]]
  return [...choices, ...(required ? ['required'] : [])].join(' · ')
}
