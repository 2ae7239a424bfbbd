import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { digestOf, type FoundSound, stateOf } from './found-sound.ts'

/**
 * Follows one file through its opening and closing, so that it is looked through at the first and not at each. To be
 * asked for before the file is open in this process. Where no file of its length is known its digest is taken when it is
 * closed: reading it twice would keep the person waiting. `found` is null where nothing is kept or can be known.
 */
export function soundnessOf(file: string, found: FoundSound | null) {
  const before = found && stateOf(file)
  const digest = found?.hasOneOf(statSync(file).size) ? digestOf(file) : undefined
  let lookedThrough = digest && found?.lookedThrough(digest)
  let isSound = false
  let isUnchanged = false

  return {
    /** The state of the file in which it need not be looked through. */
    soundIn: lookedThrough === undefined || before === null ? undefined : before,

    /** The gate let it through. */
    passed(): void {
      if (before === null || lookedThrough !== undefined || stateOf(file) !== before) return
      lookedThrough = Date.now()
      if (digest) found?.add(digest, lookedThrough)
    },

    /** Its last moment in SQLite’s hands. */
    closing(database: Database): void {
      if (lookedThrough === undefined) return
      isUnchanged = orFalse(() => stateOf(file) === before)
      isSound = orFalse(() =>
        isUnchanged ? digest === undefined : database.pragma('quick_check', { simple: true }) === 'ok',
      )
    },

    /** Nobody has it open any more. What another program puts in its place meanwhile is not taken for it. */
    closed(): void {
      if (!isSound) return
      orFalse(() => {
        const left = isUnchanged ? before : stateOf(file)
        const leftDigest = digestOf(file)
        if (stateOf(file) === left) found?.add(leftDigest, lookedThrough)
      })
    },
  }
}

/** A file that was moved away, or whose medium is gone, is looked through when it is there again. */
function orFalse(act: () => unknown): boolean {
  try {
    return act() === true
  } catch {
    return false
  }
}
