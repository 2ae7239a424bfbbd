import type { Database } from 'better-sqlite3'

/** As long as this, in milliseconds, nobody else can write. */
const sliceMs = 20

/** So often it begins anew before it keeps everybody waiting. */
const tries = 3

class Changed extends Error {}

/**
 * Reads one state of a file that others may want to change meanwhile. `read` calls `pause` between its parts, where
 * they can; if one of them has, it is called once more from the beginning, and at last without letting anybody in.
 */
export function readSteadily<T>(database: Database, read: (pause: () => void) => T): T {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return inSlices(database, read)
    } catch (error) {
      if (!(error instanceof Changed)) throw error
    }
  }
  return database.transaction(() => read(() => {}))()
}

function inSlices<T>(database: Database, read: (pause: () => void) => T): T {
  const version = () => database.pragma('data_version', { simple: true })
  database.exec('BEGIN')
  try {
    const first = version()
    let until = performance.now() + sliceMs
    return read(() => {
      if (performance.now() < until) return
      database.exec('COMMIT')
      database.exec('BEGIN')
      if (version() !== first) throw new Changed()
      until = performance.now() + sliceMs
    })
  } finally {
    if (database.inTransaction) database.exec('COMMIT')
  }
}
