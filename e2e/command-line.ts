import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs the command line in a process of its own, on the Node of the checkout and without a display. Fails when it does
 * not end with 0.
 */
export function commandLine(...words: string[]): string {
  const entry = join(import.meta.dirname, '..', 'cli', 'index.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: undefined },
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
