import type * as Data from '../../dataset.ts'
import { blanks } from './blanks.ts'

/** A label for each tag, which has no white space; namesakes are numbered. Labels are their own labels. */
export function conllLabels(tags: readonly Data.Tag[]): Map<string, string> {
  const wanted = tags.map(({ name }) => name.replace(blanks, '_') || 'unnamed')
  const own = new Set(wanted)
  const taken = new Set<string>()
  return new Map(
    tags.map(({ id }, index) => {
      let label = wanted[index]!
      for (let number = 2; taken.has(label); number++) {
        const numbered = `${wanted[index]}_${number}`
        if (!own.has(numbered)) label = numbered
      }
      taken.add(label)
      return [id, label]
    }),
  )
}
