import { runWithElectron } from '../runtime/run-with-electron.ts'

/** Leads through the workbench and leaves pictures in tour/, the only folder it may write to. */
export function tour(args: string[]): Promise<number> {
  return runWithElectron('scripts/tour.ts', args, { writable: ['tour'] })
}
