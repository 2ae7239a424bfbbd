import { availableParallelism } from 'node:os'
import { runWithElectron } from '../runtime/run-with-electron.ts'

/** Each has an Electron of its own, with about half a gigabyte. */
const mostAtOnce = 4

/** Arguments go to Playwright: a file name, `-g "part of a title"`. */
export function e2e(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runWithElectron('node_modules/@playwright/test/cli.js', ['test', ...args], {
    writable: ['test-results'],
    displays: Math.min(availableParallelism(), mostAtOnce),
    env,
  })
}
