import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { projectEnding } from './file-format.ts'

/** A whole copy of an open project, history included, as `<name> <time>.rejoinder`; gives its path. */
export function backUp(
  database: Database,
  { path, folder, at }: { path: string; folder: string; at: string },
): string {
  mkdirSync(folder, { recursive: true })
  // Windows allows no colon in a name.
  const target = join(folder, `${basename(path, projectEnding)} ${at.replaceAll(':', '-')}${projectEnding}`)
  const part = `${target}.part`
  rmSync(part, { force: true })
  try {
    database.prepare(`VACUUM INTO ?`).run(part)
    renameSync(part, target)
  } finally {
    rmSync(part, { force: true })
  }
  return target
}
