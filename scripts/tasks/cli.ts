import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhereStale } from '../runtime/build.ts'
import { findElectron } from '../runtime/electron.ts'
import { isRoot, projectFolder } from '../runtime/places.ts'
import { sandboxWorks } from '../runtime/sandbox.ts'

/** The command line, in this process. */
export async function cli(args: string[]): Promise<number | undefined> {
  if (args.some((word) => word.includes('reading-pdf'))) await findPageSetter()
  const entry = join(projectFolder, 'cli', 'index.ts')
  process.argv = [process.execPath, entry, ...args]
  await import(pathToFileURL(entry).href)
  return undefined
}

/** The pages of a PDF are set by the built program. Nothing is fetched for it: the command line says where it is missing. */
async function findPageSetter(): Promise<void> {
  const electron = process.env.REJOINDER_ELECTRON ? undefined : findElectron()
  if (!electron) return
  await buildWhereStale()
  process.env.REJOINDER_ELECTRON = electron.executable
  process.env.REJOINDER_SANDBOX = isRoot() && !sandboxWorks({}, electron.folder) ? 'off' : 'on'
}
