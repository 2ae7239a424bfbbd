import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '../runtime/places.ts'

/** The command line, in this process. */
export async function cli(args: string[]): Promise<number | undefined> {
  const entry = join(projectFolder, 'cli', 'index.ts')
  process.argv = [process.execPath, entry, ...args]
  await import(pathToFileURL(entry).href)
  return undefined
}
