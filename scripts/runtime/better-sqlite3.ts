// better-sqlite3 brings binaries for Node-API 10. The Electron from the npm registry has Node-API 9, where
// loading them is a segmentation fault and not an exception; for it the package is compiled once from its own
// sources. The result also runs on newer Nodes, so one copy in node_modules serves tests, tools and Electron.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { InstalledElectron } from './installed-electron.ts'
import { cacheFolder, projectFolder } from './places.ts'
import { capture } from './processes.ts'
import { SetupProblem, say } from './say.ts'

const packageFolder = join(projectFolder, 'node_modules', 'better-sqlite3')
// The package prefers a file in this place to the binaries it brings.
const placed = join(packageFolder, 'build', 'Release', 'better_sqlite3.node')

/** Puts the compiled better-sqlite3 into node_modules where this Electron needs it, and away where it does not. */
export function placeBetterSqlite3(electron: InstalledElectron): void {
  if (electron.source === 'official') {
    rmSync(join(packageFolder, 'build'), { recursive: true, force: true })
    return
  }
  const compiled = findCompiled() ?? compile()
  if (existsSync(placed) && sha256(placed) === sha256(compiled)) return
  mkdirSync(dirname(placed), { recursive: true })
  // Never written over: another process may have the old file open.
  const arriving = `${placed}.${process.pid}`
  copyFileSync(compiled, arriving)
  renameSync(arriving, placed)
}

/** Whether an earlier run left it in the cache. */
export function isCompiled(): boolean {
  return findCompiled() !== undefined
}

function findCompiled(): string | undefined {
  const file = join(compiledFolder(), 'better_sqlite3.node')
  try {
    if (readFileSync(`${file}.sha256`, 'utf8').trim() === sha256(file)) return file
  } catch {
    // Not compiled yet, or not to the end.
  }
  return undefined
}

function compiledFolder(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return join(cacheFolder(), `better-sqlite3-${version}-node-api-9`)
}

function compile(): string {
  say('Compiling better-sqlite3 (about a minute, once)…')
  process.umask(0o022)
  mkdirSync(compiledFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'compiling-'))
  try {
    cpSync(packageFolder, work, {
      recursive: true,
      filter: (path) => !path.includes('prebuilds') && path !== join(packageFolder, 'build'),
    })
    symlinkSync(join(projectFolder, 'node_modules'), join(work, 'node_modules'))
    askForNodeApi9(join(work, 'binding.gyp'))

    const nodeGyp = join(projectFolder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
    const headers = headerArguments()
    const args = [nodeGyp, 'rebuild', '--release', '--jobs=max', ...headers, '--', '-Dforce_build=1']
    const { ok, output } = capture(process.execPath, args, { cwd: work })
    const built = join(work, 'build', 'Release', 'better_sqlite3.node')
    if (!ok || !existsSync(built)) {
      throw new SetupProblem(
        `better-sqlite3 could not be compiled:\n${output.split('\n').slice(-30).join('\n')}`,
      )
    }

    const file = join(compiledFolder(), 'better_sqlite3.node')
    renameSync(built, file)
    writeFileSync(`${file}.sha256`, `${sha256(file)}\n`)
    return file
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

// What the sources take from Node-API 10 is in Node-API 9 as well, as experimental. The last two
// definitions keep to the calling conventions of the final version.
function askForNodeApi9(bindingFile: string): void {
  const definition = `'NAPI_VERSION=10'`
  const text = readFileSync(bindingFile, 'utf8')
  if (!text.includes(definition)) {
    throw new SetupProblem(
      `This version of better-sqlite3 is built in another way: see ${import.meta.filename}.`,
    )
  }
  const experimental = [
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    'NODE_API_EXPERIMENTAL_NO_WARNING',
  ]
  writeFileSync(bindingFile, text.replace(definition, experimental.map((name) => `'${name}'`).join(', ')))
}

// The headers that came with the Node of the system, which runs npm; the one in node_modules has none. Where
// there are none, node-gyp downloads them.
function headerArguments(): string[] {
  const nodes = (process.env.PATH ?? '').split(delimiter).map((folder) => dirname(folder))
  const folder = [dirname(dirname(process.env.npm_node_execpath ?? '')), ...nodes].find((prefix) =>
    existsSync(join(prefix, 'include', 'node', 'node_api.h')),
  )
  return folder ? [`--nodedir=${folder}`] : []
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
