import type { Stretch } from './decode.ts'

/** A part of an argument: a stretch of rows, with what its label says beside its kind. */
export interface Component extends Stretch {
  /** For or against the main claim; '' where it is not said. */
  stance: string
  /** What it supports or attacks, by its number in the list; null where its label leads to none that is there. */
  relation: { name: string; to: number | null } | undefined
}

const related = /^([^:]+):(-?\d{1,4}):([^:]+)$/
const positioned = /^([^:]+):(For|Against)$/

/** Whether labels are those of argument mining end to end, such as `Premise:-1:Support`. */
export const areComponents = (found: readonly Stretch[]): boolean =>
  found.some(({ label }) => related.test(label))

/**
 * Labels as `kind:distance:relation` and `kind:stance`, as the persuasive essays have them for learning: the distance
 * counts the components between one and what it is about, within the rows up to an empty line.
 */
export function componentsIn(found: readonly Stretch[]): Component[] {
  return found.map((stretch, index) => {
    const [, kind, distance, name] = related.exec(stretch.label) ?? []
    const [, holder, stance] = positioned.exec(stretch.label) ?? []
    if (kind === undefined) {
      return { ...stretch, label: holder ?? stretch.label, stance: stance ?? '', relation: undefined }
    }
    const to = index + Number(distance)
    const target = found[to]
    const isThere = target !== undefined && to !== index && target.sentence === stretch.sentence
    return { ...stretch, label: kind, stance: '', relation: { name: name!, to: isThere ? to : null } }
  })
}
