import { runPackage } from '../runtime/processes.ts'

/** Formats everything and repairs what can be repaired safely. */
export function format(args: string[]): Promise<number> {
  return runPackage('@biomejs/biome/bin/biome', ['check', '--write', ...(args.length > 0 ? args : ['.'])])
}
