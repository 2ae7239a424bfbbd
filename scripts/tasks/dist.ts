import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhereStale } from '../runtime/build.ts'
import { prepareElectron } from '../runtime/electron.ts'
import { projectFolder } from '../runtime/places.ts'
import { runPackage } from '../runtime/processes.ts'
import { say } from '../runtime/say.ts'

/**
 * Packs the workbench into dist/. Arguments go to electron-builder: `--linux`, `--dir`. With the Electron from the
 * npm registry it makes a folder to try the packaged program in, and nothing to give away.
 */
export async function dist(args: string[]): Promise<number> {
  const electron = await prepareElectron()
  await buildWhereStale()
  if (electron.source === 'official') return pack(args)

  say(`With Electron ${electron.version} only a folder to try is made: dist/linux-unpacked.`)
  const status = await pack([
    '--linux',
    'dir',
    `-c.electronDist=${electron.folder}`,
    `-c.electronVersion=${electron.version}`,
  ])
  for (const ours of ['resources/default_app.asar', 'archive.sha256', 'starter.sha256']) {
    rmSync(join(projectFolder, 'dist', 'linux-unpacked', ours), { force: true })
  }
  return status
}

function pack(args: string[]): Promise<number> {
  return runPackage('electron-builder/cli.js', [
    '--config',
    'electron-builder.yml',
    '--publish',
    'never',
    ...args,
  ])
}
