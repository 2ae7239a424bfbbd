import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, join } from 'node:path'
import { projectFolder } from './places.ts'

/** Resolves to the exit status; a process ended by a signal counts as 128 + its number, as in a shell. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit', ...options })
    // The terminal sends Ctrl-C to the child as well; this process only has to outlive it.
    const outlive = () => {}
    const forward = () => child.kill('SIGTERM')
    process.on('SIGINT', outlive).on('SIGTERM', forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', outlive).off('SIGTERM', forward)
      resolve(code ?? 128 + (signal ? system.signals[signal] : 0))
    })
  })
}

/** Runs a script of an installed package on the Node this process runs on. */
export function runPackage(
  script: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return run(process.execPath, [join(projectFolder, 'node_modules', script), ...args], options)
}

/** Everything the command wrote, on both streams, for a message after it failed. */
export function capture(command: string, args: readonly string[], options: SpawnOptions = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: projectFolder,
    maxBuffer: 1 << 28,
    ...options,
    encoding: 'utf8',
  })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}

export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
