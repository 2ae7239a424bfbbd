import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const mostBytes = 1_000_000

/** Writes what went wrong inside the program to a file on this computer; it is sent nowhere. */
export function logIn(folder: string, now: () => Date = () => new Date()) {
  const path = join(folder, 'logs', 'rejoinder.log')

  return (what: string, error: unknown): void => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    try {
      mkdirSync(join(folder, 'logs'), { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(path, `${path}.old`)
      appendFileSync(path, `${now().toISOString()} ${what}: ${detail}\n`)
    } catch {
      // A full disk must not make of one fault two.
    }
  }
}

export type Log = ReturnType<typeof logIn>
