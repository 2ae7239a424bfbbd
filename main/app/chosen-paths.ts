import { Failure } from '../../preload/contract/failure.ts'

/**
 * What a path was chosen for: to be read (an import), to be opened (a project), to be written (an export, a
 * copy), or only to be shown (what an export wrote).
 */
export type Purpose = 'read' | 'open' | 'write' | 'show'

/**
 * The paths a person has chosen in this run, in a dialog, by dropping or on the command line. The page can name
 * no other, so that a page taken over by a hostile text cannot read or write files of its choice.
 */
export function chosenPaths() {
  const chosen: Record<Purpose, Set<string>> = {
    read: new Set(),
    open: new Set(),
    write: new Set(),
    show: new Set(),
  }

  return {
    add(purpose: Purpose, paths: readonly string[]) {
      for (const path of paths) chosen[purpose].add(path)
    },
    has: (purpose: Purpose, path: string): boolean => chosen[purpose].has(path),

    /** Throws a failure `not-chosen` unless each was chosen for this. */
    demand(purpose: Purpose, paths: readonly string[]) {
      const other = paths.find((path) => !chosen[purpose].has(path))
      if (other === undefined) return
      throw new Failure('not-chosen', `Please choose “${other}” in a dialog or drop it on the window first.`)
    },
  }
}

export type ChosenPaths = ReturnType<typeof chosenPaths>
