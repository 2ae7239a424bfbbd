import { runPackage } from '../runtime/processes.ts'

/** Arguments go to vitest: part of a file name, `-t "part of a title"`. */
export function unit(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runPackage('vitest/vitest.mjs', ['run', ...args], { env: { ...process.env, ...env } })
}
