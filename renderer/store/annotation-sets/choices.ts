import type { Found, LeftOutByChoice, Newcomer, Taking } from '../../../preload/contract/annotation-import.ts'

/** What the files of other programs bring names of. */
export const namedKinds = ['tags', 'linkTypes', 'annotators'] as const
export type NamedKind = (typeof namedKinds)[number]

/** By the id of the newcomer: the uid of ours that it is, or null for a new one. */
export interface Choices extends Record<NamedKind, Record<string, string | null>> {
  leaveOut: LeftOutByChoice
}

export const noChoices: Choices = {
  ...{ tags: {}, linkTypes: {}, annotators: {} },
  leaveOut: { tags: [], linkTypes: [] },
}

/** What a dialog proposes: new things and changes come in, nothing goes away. */
export const proposed: Taking = { added: true, changed: true, missing: false, except: [] }

/** Values of choices that are no uid of ours: to make a new one, and to leave it out. */
export const fresh = ''
export const out = 'leave out'

/** `value`: a uid of ours, `fresh` or `out`. */
export function withChoice(choices: Choices, kind: NamedKind, id: string, value: string): Choices {
  const own = value === out ? choices[kind] : { ...choices[kind], [id]: value === fresh ? null : value }
  if (kind === 'annotators') return { ...choices, annotators: own }
  const others = choices.leaveOut[kind].filter((other) => other !== id)
  const leaveOut = { ...choices.leaveOut, [kind]: value === out ? [...others, id] : others }
  return { ...choices, [kind]: own, leaveOut }
}

/** What a newcomer is to be: a uid of ours, `fresh` or `out`. */
export function choiceFor(choices: Choices, kind: NamedKind, { id, same }: Newcomer): string {
  if (kind !== 'annotators' && choices.leaveOut[kind].includes(id)) return out
  return (Object.hasOwn(choices[kind], id) ? choices[kind][id] : same) ?? fresh
}

/** Whether there is nothing to take of it, as where its texts are not here. */
export function bringsNothing({ counts, comparison, isWhole, tags, linkTypes, annotators }: Found): boolean {
  const isKnown = [...tags, ...linkTypes, ...annotators].every((one) => one.isKnown)
  return isKnown && !isWhole && comparison === null && Object.values(counts).every((count) => count === 0)
}
