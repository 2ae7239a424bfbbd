import { availableParallelism } from 'node:os'
import { runWithElectron } from '../runtime/run-with-electron.ts'

/** Arguments go to Playwright: a file name, `-g "part of a title"`. */
export function e2e(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runWithElectron('node_modules/@playwright/test/cli.js', ['test', ...args], {
    writable: ['test-results'],
    displays: availableParallelism(),
    env,
  })
}
