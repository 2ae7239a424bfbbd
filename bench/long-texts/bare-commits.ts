import { closeDurably, connect, makeDurable } from '../../db/connect.ts'

export interface BareCommits {
  /** Milliseconds of one. */
  time(): number
  close(): void
}

/**
 * What the disk alone takes of a commit: one row into a file that has nothing else, as durably as a project is written.
 * Nothing can be committed sooner.
 */
export function bareCommits(path: string): BareCommits {
  const database = connect(path)
  makeDurable(database)
  database.exec('CREATE TABLE one (words TEXT)')
  const insert = database.prepare(`INSERT INTO one VALUES ('words')`)
  return {
    time() {
      const begun = performance.now()
      insert.run()
      return performance.now() - begun
    },
    close: () => closeDurably(database),
  }
}
