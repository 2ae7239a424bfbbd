import { runWithElectron } from '../runtime/run-with-electron.ts'

/** Measures the built workbench. It may write to test-results only. */
export function bench(args: string[]): Promise<number> {
  return runWithElectron('bench/index.ts', args, { writable: ['test-results'] })
}
