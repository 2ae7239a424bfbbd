import { homedir, platform } from 'node:os'
import { join, resolve } from 'node:path'

export const projectFolder = resolve(import.meta.dirname, '..', '..')

/**
 * Where prepared runtimes are kept between checkouts. The superuser's own home is closed to the user that
 * runs the end-to-end tests, hence a folder of the system in that case.
 */
export function cacheFolder(): string {
  const { REJOINDER_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (REJOINDER_CACHE) return resolve(REJOINDER_CACHE)
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', 'rejoinder')
  if (platform() === 'win32') return join(LOCALAPPDATA ?? homedir(), 'rejoinder', 'cache')
  if (isRoot()) return '/var/cache/rejoinder'
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'rejoinder')
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
