// Chromium's sandbox refuses to work for root. When root starts something that drives Electron (in a container,
// say), it is therefore run by the user `nobody`: with the real sandbox, a home of its own, and only those folders
// of the checkout to write to that it needs.
import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { InstalledElectron } from './installed-electron.ts'
import { isRoot, projectFolder } from './places.ts'
import { capture } from './processes.ts'
import { nobody, sandboxWorks, type User } from './sandbox.ts'
import { SetupProblem, say } from './say.ts'

/** Where, as whom and with what to run something that drives Electron. */
export interface Quarters {
  user: User
  /** The checkout, or a copy of it where the user may not read the checkout. */
  folder: string
  /** The executable of Electron as that user sees it. */
  electron: string
  /** To lay over the environment. */
  env: NodeJS.ProcessEnv
  sandbox: boolean
  /** Brings back what was written and removes what was temporary. */
  leave: () => void
}

/** `writable` are folders relative to the checkout; they are made where they do not exist. */
export function enterQuarters(electron: InstalledElectron, writable: readonly string[]): Quarters {
  for (const folder of writable) mkdirSync(join(projectFolder, folder), { recursive: true })
  return isRoot() ? quartersOfNobody(electron, writable) : ownQuarters(electron)
}

function ownQuarters({ executable, folder }: InstalledElectron): Quarters {
  const sandbox = sandboxWorks({}, folder)
  if (!sandbox) say('Chromium’s sandbox does not work here: running without it.')
  return { user: {}, folder: projectFolder, electron: executable, env: {}, sandbox, leave: () => {} }
}

function quartersOfNobody(electron: InstalledElectron, writable: readonly string[]): Quarters {
  const user = nobody()
  const home = mkdtempSync(join(tmpdir(), 'rejoinder-'))
  chownSync(home, user.uid, user.gid)
  const folder = canRead(user, projectFolder) ? projectFolder : copyFor(user, join(home, 'checkout'))
  for (const name of writable) {
    if (folder !== projectFolder) rmSync(join(folder, name), { recursive: true, force: true })
    mkdirSync(join(folder, name), { recursive: true })
    capture('chown', ['-R', `${user.uid}:${user.gid}`, join(folder, name)])
  }

  const inside = electron.executable.startsWith(projectFolder)
  const executable = inside ? join(folder, relative(projectFolder, electron.executable)) : electron.executable
  if (!canRead(user, executable)) {
    rmSync(home, { recursive: true, force: true })
    throw new SetupProblem(
      `"nobody", who runs Electron for root, cannot read ${electron.folder}. Please set REJOINDER_CACHE to a folder everybody may read.`,
    )
  }

  const sandbox = sandboxWorks(user, electron.folder)
  if (!sandbox) say('Chromium’s sandbox does not work here: running without it.')
  const env: NodeJS.ProcessEnv = {
    HOME: home,
    TMPDIR: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_DATA_HOME: undefined,
  }
  const leave = () => {
    if (folder !== projectFolder) {
      for (const name of writable) {
        cpSync(join(folder, name), join(projectFolder, name), { recursive: true })
      }
    }
    rmSync(home, { recursive: true, force: true })
  }
  return { user, folder, electron: executable, env, sandbox, leave }
}

// Links cost nothing and do where only a folder above is closed. A real copy is needed where the files
// are closed as well, or on another disk.
function copyFor(user: User, copy: string): string {
  say('"nobody", who runs Electron for root, cannot read this folder: running in a copy of it…')
  const linked = capture('cp', ['-al', projectFolder, copy]).ok
  if (linked && canRead(user, join(copy, 'package.json'))) return copy
  rmSync(copy, { recursive: true, force: true })
  capture('cp', ['-a', projectFolder, copy])
  capture('chmod', ['-R', 'a+rX', copy])
  return copy
}

function canRead(user: User, path: string): boolean {
  return spawnSync('test', ['-r', path], { ...user, cwd: '/' }).status === 0
}
