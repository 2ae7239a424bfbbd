// The entry of every npm script: `node scripts/run.mjs <task> [arguments]`.
//
// It runs on the Node of the system, from 20.19 on, before anything is installed, so it imports nothing but
// Node's own modules. It installs the dependencies where they are missing or outdated and hands over to
// the function <task> in scripts/tasks/<task>.ts, on the Node that came with them: that one runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const projectNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
const [task = '', ...args] = process.argv.slice(2)
const taskFile = join(root, 'scripts', 'tasks', `${task}.ts`)

if (!/^[a-z0-9]+$/.test(task) || !existsSync(taskFile)) stop(`There is no task "${task}" in scripts/tasks.`)
if (task === 'start' && !hasDisplay()) {
  stop(
    'There is no display to open a window on: "xvfb-run -a npm start" opens it on a virtual one, ' +
      '"npm run tour" shows it in pictures.',
  )
}

const installed = task === 'cli' ? existsSync(projectNode) : dependenciesAreCurrent()
if (!installed) installDependencies()

if (existsSync(process.execPath) && realpathSync(process.execPath) === realpathSync(projectNode)) {
  process.argv.splice(1, 2, taskFile)
  const { [task]: run } = await import(pathToFileURL(taskFile).href)
  try {
    const status = await run(args)
    // The command line sets a status of its own.
    if (status !== undefined) process.exitCode = status
  } catch (error) {
    if (error.name !== 'SetupProblem') throw error
    stop(error.message)
  }
} else {
  const child = spawn(projectNode, [fileURLToPath(import.meta.url), task, ...args], { stdio: 'inherit' })
  // The terminal sends Ctrl-C to the child as well; this process only has to outlive it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

// npm notes in node_modules what it has really installed. Comparing that with the lock file, and not their
// times, also holds after a checkout, a copy or an `npm ci` that was interrupted.
function dependenciesAreCurrent() {
  if (!existsSync(projectNode)) return false
  try {
    const wanted = readPackages(join(root, 'package-lock.json'))
    const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
    return Object.entries(wanted).every(
      ([path, { version, optional, peer }]) =>
        path === '' || (present[path] ? present[path].version === version : Boolean(optional || peer)),
    )
  } catch {
    return false
  }
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

function installDependencies() {
  console.error('Installing dependencies…')
  // npm must not run on the Node inside the folder it is about to delete.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  const npm = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: root,
    env: { ...process.env, PATH: path, npm_config_ignore_scripts: 'false' },
    shell: true,
    stdio: ['ignore', 2, 2],
  })
  if (npm.status !== 0) stop('The dependencies could not be installed: "npm ci" tells above what it missed.')
  if (!existsSync(projectNode))
    stop('npm did not run the install script of the package "node": allow it and try again.')
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
