import type { LabelledRows } from './decode.ts'

/** A part of an argument: a stretch of rows, with what its label says beside its kind. */
export interface Component extends LabelledRows {
  /** For or against the main claim; '' where it is not said. */
  stance: string
  /** What it supports or attacks, by its number in the list; null where its label leads to none that is there. */
  relation: { name: string; to: number | null } | undefined
}

const related = /^([^:]+):(-?\d{1,4}):([^:]+)$/
const positioned = /^([^:]+):(For|Against)$/

/** Whether labels are those of argument mining end to end, such as `Premise:-1:Support`. */
export const areComponents = (found: readonly LabelledRows[]): boolean =>
  found.some(({ label }) => related.test(label))

/**
 * Labels as `kind:distance:relation` and `kind:stance`, as the persuasive essays have them for learning: the distance
 * counts the components between one and what it is about, within the rows up to an empty line.
 */
export function componentsIn(found: readonly LabelledRows[], breaks: ReadonlySet<number>): Component[] {
  const parts = partsOf(found, breaks)
  return found.map((stretch, index) => {
    const [, kind, distance, name] = related.exec(stretch.label) ?? []
    const [, holder, stance] = positioned.exec(stretch.label) ?? []
    if (kind === undefined) {
      return { ...stretch, label: holder ?? stretch.label, stance: stance ?? '', relation: undefined }
    }
    const to = index + Number(distance)
    const target = found[to]
    const isThere = target !== undefined && to !== index && parts[to] === parts[index]
    return { ...stretch, label: kind, stance: '', relation: { name: name!, to: isThere ? to : null } }
  })
}

/** In which of the parts between `breaks` each stretch stands; they come in the order of their rows. */
function partsOf(found: readonly LabelledRows[], breaks: ReadonlySet<number>): number[] {
  const starts = [...breaks].sort((a, b) => a - b)
  let part = 0
  return found.map(({ first }) => {
    while (part < starts.length && starts[part]! <= first) part += 1
    return part
  })
}
