import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InstalledElectron } from './installed-electron.ts'
import { projectFolder } from './places.ts'
import { say } from './say.ts'

const packageFolder = join(projectFolder, 'node_modules', 'electron')
const distFolder = join(packageFolder, 'dist')

/** The version of Electron package.json names and people are shipped. */
export function wantedVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

/** The official Electron in node_modules, complete and of the wanted version, or undefined. */
export function findOfficial(): InstalledElectron | undefined {
  try {
    const version = readFileSync(join(distFolder, 'version'), 'utf8').replace(/^v/, '').trim()
    const executable = join(distFolder, readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    if (version !== wantedVersion() || !existsSync(executable)) return undefined
    return { source: 'official', version, folder: distFolder, executable }
  } catch {
    return undefined
  }
}

/**
 * Lets the electron package download itself into node_modules, mirrors and proxies included. Resolves to
 * undefined, or to why it failed. Gives up after a few seconds where nothing arrives at all.
 */
export async function downloadOfficial(): Promise<string | undefined> {
  say(`Downloading Electron ${wantedVersion()}…`)
  const arriving = mkdtempSync(join(tmpdir(), 'rejoinder-electron-'))
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    env: { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })

  let stalled = false
  let lastSize = 0
  let lastChange = Date.now()
  const watch = setInterval(() => {
    const size = sizeOf(arriving) + (existsSync(distFolder) ? 1 : 0)
    if (size !== lastSize) lastChange = Date.now()
    lastSize = size
    const patienceMs = size === 0 ? 8_000 : 60_000
    if (Date.now() - lastChange > patienceMs) {
      stalled = true
      child.kill()
    }
  }, 250)

  const status = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  rmSync(arriving, { recursive: true, force: true })
  if (status === 0) return undefined
  return stalled ? 'nothing arrived' : (/^\w*Error: (.*)$/m.exec(complaint)?.[1] ?? `status ${status}`)
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    // Files come and go while they are being listed; the next look finds them.
    return 0
  }
}
