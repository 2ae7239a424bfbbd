import type { AttributeDefinition } from '../../../preload/contract/tag.ts'

/** An attribute as it stands in the form: its choices are one line of words. */
export interface AttributeDraft {
  name: string
  kind: AttributeDefinition['kind']
  choices: string
  required: boolean
}

export const emptyDraft: AttributeDraft = { name: '', kind: 'choice', choices: '', required: false }

export function toDraft({ name, kind, values, required }: AttributeDefinition): AttributeDraft {
  return { name, kind, choices: values.join(', '), required }
}

/** The choices stay while it is of another kind, for the way back. */
export function fromDraft({ name, kind, choices, required }: AttributeDraft): AttributeDefinition {
  return { name: name.trim(), kind, values: splitChoices(choices), required }
}

/** Why a draft cannot be kept, by field; `taken`: the names of the tag’s other attributes. */
export function wrongWith(
  draft: AttributeDraft,
  taken: readonly string[],
): { name?: string; choices?: string } {
  const { name, kind, values } = fromDraft(draft)
  return {
    ...(name === '' && { name: 'An attribute needs a name.' }),
    ...(taken.includes(name) && { name: 'There is one of that name.' }),
    ...(kind === 'choice' && values.length === 0 && { choices: 'Give at least one choice.' }),
  }
}

export function isWrong(draft: AttributeDraft, taken: readonly string[]): boolean {
  return Object.keys(wrongWith(draft, taken)).length > 0
}

export function isSameAttribute(a: AttributeDefinition, b: AttributeDefinition): boolean {
  return (
    a.name === b.name &&
    a.kind === b.kind &&
    a.required === b.required &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => value === b.values[index])
  )
}

function splitChoices(words: string): string[] {
  return [...new Set(words.split(',').map((word) => word.trim()))].filter((word) => word !== '')
}
