import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const asModule = (script: string) => ['--input-type=module-typescript', '-e', script]

/** Runs TypeScript in a process of its own, to its end. */
export function runScript(script: string, options: Pick<SpawnOptions, 'uid' | 'gid'> = {}) {
  return spawnSync(process.execPath, asModule(script), { ...options, encoding: 'utf8' })
}

/** Starts TypeScript in a process of its own; resolves when it has written a first line, and gives the way to end it. */
export async function startScript(script: string): Promise<{ kill(): Promise<void> }> {
  const child = spawn(process.execPath, asModule(script), { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('The other process ended before it said anything.'))),
  ])
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
