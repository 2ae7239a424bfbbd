import { buildWhereStale } from '../runtime/build.ts'
import { prepareElectron } from '../runtime/electron.ts'

/** With `--with-electron` also the Electron that runs it, where that is not there yet. */
export async function build(args: readonly string[] = []): Promise<number> {
  if (args.includes('--with-electron')) await prepareElectron()
  await buildWhereStale()
  return 0
}
