import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of package.json: the checkout, or the packaged application. Found by going up, so that it is the
 * same for the sources and for what is built from them.
 */
export const appFolder = findUpwards(import.meta.dirname)

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The program is not complete: its package.json is missing.')
  return findUpwards(above)
}
