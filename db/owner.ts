import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'

/** Who has a project open for writing; lies beside the file as `<file>.owner` while that is so. */
const Owner = z.object({
  user: z.string(),
  machine: z.string(),
  pid: z.int(),
  token: z.string(),
  refreshed: z.iso.datetime(),
})
type Owner = z.infer<typeof Owner>

const refreshEveryMs = 30_000

/** Whoever has not said so for as long is gone: asleep, killed, or its connection is lost. */
const staleAfterMs = 120_000

export interface Ownership {
  /** Who else has it; undefined when we do. */
  other: { user: string; machine: string } | undefined
  release(): void
}

interface Claimant {
  user: string
  token: string
  nowMs?: () => number
}

/**
 * Takes the project for this process, unless another is using it. SQLite’s locks keep the file whole in any case;
 * this keeps two people from working past each other, also where file locks do not reach, as on some shares.
 */
export function takeOwnership(path: string, { user, token, nowMs = Date.now }: Claimant): Ownership {
  const file = `${path}.owner`
  const me = (): Owner => ({
    user,
    machine: hostname(),
    pid: process.pid,
    token,
    refreshed: new Date(nowMs()).toISOString(),
  })

  const present = readOwner(file)
  if (present !== undefined && isAtWork(present, nowMs())) return { other: present, release: () => {} }
  if (!take(file, me(), present === undefined)) {
    const { user: other = 'Somebody', machine = 'another computer' } = readOwner(file) ?? {}
    return { other: { user: other, machine }, release: () => {} }
  }
  const timer = setInterval(() => refresh(file, me()), refreshEveryMs)
  timer.unref()
  return {
    other: undefined,
    release() {
      clearInterval(timer)
      if (readOwner(file)?.token === token) rmSync(file, { force: true })
    },
  }
}

/** `fresh`: there was none, so whoever writes it first has it. */
function take(file: string, owner: Owner, fresh: boolean): boolean {
  try {
    if (fresh) writeFileSync(file, JSON.stringify(owner), { flag: 'wx' })
    else replace(file, owner)
  } catch (error) {
    // Where nothing can be written beside the project, the project will be found to be read-only.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return true
  }
  return readOwner(file)?.token === owner.token
}

function refresh(file: string, owner: Owner): void {
  try {
    if (readOwner(file)?.token === owner.token) replace(file, owner)
  } catch {
    // The next write to the project itself says what is wrong with the disk.
  }
}

function replace(file: string, owner: Owner): void {
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, JSON.stringify(owner))
  renameSync(part, file)
}

/** Undefined where there is none; one that cannot be understood counts as refreshed when it was written. */
function readOwner(file: string): Owner | undefined {
  try {
    const parsed = Owner.safeParse(parseJson(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    const refreshed = statSync(file).mtime.toISOString()
    return { user: 'Somebody', machine: 'another computer', pid: 0, token: '', refreshed }
  } catch {
    return undefined
  }
}

function isAtWork({ refreshed, machine, pid }: Owner, nowMs: number): boolean {
  // A clock that runs ahead must not keep the project closed for ever, hence the distance either way.
  if (Math.abs(nowMs - Date.parse(refreshed)) > staleAfterMs) return false
  return machine !== hostname() || (pid !== process.pid && isRunning(pid))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
