import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readJson, writeJson } from './json-file.ts'

/** Where the person was in each project, by the project's uid. */
export function workspacesIn(folder: string) {
  // A uid comes from a file, and a file may come from anybody: it is never part of a path.
  const pathOf = (uid: string) =>
    join(folder, 'workspaces', `${createHash('sha256').update(uid).digest('hex')}.json`)

  return {
    get(uid: string): string | null {
      const kept = readJson(pathOf(uid))
      return typeof kept === 'string' ? kept : null
    },
    keep: (uid: string, workspace: string): void => writeJson(pathOf(uid), workspace),
  }
}
