import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './places.ts'
import { runPackage } from './processes.ts'
import { SetupProblem, say } from './say.ts'

const sources = [
  'main',
  'preload',
  'renderer',
  'db',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stampFile = join(projectFolder, 'out', '.stamp')
const results = ['main/index.js', 'main/project-process.js', 'preload/index.cjs', 'renderer/index.html']

/** Builds the application into out/, unless what is there was made from the sources as they are. */
export async function buildWhereStale(): Promise<void> {
  const before = fingerprint()
  if (isCurrent(before)) return
  say('Building…')
  const status = await runPackage('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new SetupProblem('The application could not be built: see above.')
  writeFileSync(stampFile, before)
}

function isCurrent(now: string): boolean {
  try {
    if (readFileSync(stampFile, 'utf8') !== now) return false
  } catch {
    return false
  }
  return results.every((file) => existsSync(join(projectFolder, 'out', file)))
}

// Names, sizes and times of all sources: it also notices a file that went, or came from an older checkout.
function fingerprint(): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
    } else if (!path.endsWith('.test.ts')) {
      hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
    }
  }
  for (const source of sources) visit(join(projectFolder, source))
  return hash.digest('hex')
}
