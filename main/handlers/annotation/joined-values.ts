import type { AnnotationChange } from '../../../db/repositories/annotations.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'

const single = [
  ['speakerId', 'speaker'],
  ['claimId', 'claim'],
  ['confidence', 'confidence'],
] as const

/**
 * What one annotation becomes when others are joined to it: its own values where it has them, else those of the first
 * that has; the notes of all, one below the other. `differing` names the values that another one had otherwise.
 */
export function joinValues(
  keeper: Annotation,
  others: readonly Annotation[],
): { change: AnnotationChange; differing: string[] } {
  const all = [keeper, ...others]
  const differing: string[] = []
  const change: AnnotationChange = {
    attributes: {},
    note: [...new Set(all.map(({ note }) => note.trim()))].filter((note) => note !== '').join('\n\n'),
  }

  for (const [key, name] of single) {
    const values = all.map((one) => one[key]).filter((value) => value !== null)
    if (new Set(values).size > 1) differing.push(name)
    Object.assign(change, { [key]: values[0] ?? null })
  }
  const names = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)))
  for (const name of names) {
    const values = all.flatMap(({ attributes }) =>
      Object.hasOwn(attributes, name) ? [attributes[name]!] : [],
    )
    if (new Set(values).size > 1) differing.push(name)
    Object.assign(change.attributes!, { [name]: values[0] })
  }
  return { change, differing }
}
