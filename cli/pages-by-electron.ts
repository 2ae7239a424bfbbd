import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setPagesSwitch } from '../main/app/arguments.ts'
import { appFolder } from '../main/app-folder.ts'
import { fromText, type PagesAsText } from '../main/pages-as-text.ts'
import { pagesElsewhere, type SetPages } from '../main/pages-elsewhere.ts'
import { Failure } from '../preload/contract/failure.ts'

/** How the program is started once more, as Electron. */
export interface ElectronStart {
  executable: string
  args: string[]
}

/**
 * The program itself where it runs as Electron; in a checkout, which runs the command line on Node, the Electron that
 * the environment names. Undefined where there is none.
 */
export function electronHere(): ElectronStart | undefined {
  if (process.versions.electron) {
    const isBare = process.argv.includes('--no-sandbox')
    return { executable: process.execPath, args: argsFor(isBare, process.defaultApp ? appFolder : null) }
  }
  const { REJOINDER_ELECTRON: executable, REJOINDER_SANDBOX: sandbox } = process.env
  return executable ? { executable, args: argsFor(sandbox === 'off', appFolder) } : undefined
}

// On Linux it would want a screen, which a machine that runs scripts may not have.
const argsFor = (isBare: boolean, folder: string | null): string[] => [
  ...(isBare ? ['--no-sandbox'] : []),
  ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
  ...(folder === null ? [] : [folder]),
]

/** Sets pages in an Electron that starts with the first of them. `close` ends it; without pages there is nothing to end. */
export function pagesByElectron(find: () => ElectronStart | undefined) {
  let running: ReturnType<typeof startElectron> | undefined

  const setPages: SetPages = async (copy, paper, signal) => {
    const start = find()
    if (!start) throw noElectron()
    running ??= startElectron(start)
    const stopped = Promise.withResolvers<never>()
    const stop = () => stopped.reject(new Failure('cancelled', 'The export was stopped.'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    try {
      // It may be deaf while it lays out a long text; `close` ends it in any case.
      return await Promise.race([running.setPages(copy, paper, signal), stopped.promise])
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  return { setPages, close: async () => running?.close() }
}

function startElectron({ executable, args }: ElectronStart) {
  // Nothing of the person’s own settings is read or written.
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-pages-'))
  const child = spawn(executable, [...args, setPagesSwitch, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const said = lastWordsOf(child)
  const pages = pagesElsewhere((message) => {
    if (child.connected) child.send(message, () => {})
  })
  child.on('message', (message) => pages.hear(fromText(message as PagesAsText)))
  const gone = new Promise<void>((resolve) => {
    const end = (how: string): void => {
      pages.lose({ ok: false, code: 'internal', message: notSet(how, said()) })
      resolve()
    }
    child.on('error', (error) => end(error.message))
    child.on('close', (status, signal) => end(`it ended with ${signal ?? status}`))
  })
  return {
    setPages: pages.setPages,
    async close(): Promise<void> {
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Chromium complains of services that a machine may well lack; what ended it comes last. */
function lastWordsOf(child: ChildProcess): () => string {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said = (said + piece).slice(-2000)
  })
  return () => said.trim().split('\n').at(-1) ?? ''
}

const noElectron = () =>
  new Failure(
    'internal',
    'The pages of a PDF are set by Electron, which is not there yet: run “npm run build -- --with-electron” once, then try again. Word documents and web pages need none.',
  )

const notSet = (how: string, words: string): string =>
  `The pages could not be set: Electron did not do it (${[how, words].filter(Boolean).join('; ')}).`
