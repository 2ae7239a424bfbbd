import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that is there while the program runs, to know at the next start whether it ended by itself. */
export function runningMarkIn(folder: string) {
  const path = join(folder, 'running')
  const wasKilled = existsSync(path)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, '')

  return {
    /** The run before this one ended without having been asked to. */
    wasKilled,
    remove: () => rmSync(path, { force: true }),
  }
}
