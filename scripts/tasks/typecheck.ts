import { runPackage } from '../runtime/processes.ts'

export function typecheck(args: string[]): Promise<number> {
  return runPackage('typescript/bin/tsc', ['--noEmit', ...args])
}
