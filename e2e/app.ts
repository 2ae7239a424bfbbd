import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test'
import type { Reply } from '../preload/contract/failure.ts'
import type { Channel, InputOf, OutputOf } from '../preload/contract/index.ts'
import { unpackReply } from '../preload/contract/long-answers.ts'
import { workbench } from '../scripts/launch.ts'

/** The real workbench with settings of its own, driven as a person would. */
export interface App {
  readonly page: Page
  readonly electron: ElectronApplication
  /** Whether it runs: a story may have closed it or ended it. */
  readonly isRunning: boolean
  /** A folder for this test's files; it goes when the workbench does. */
  readonly folder: string
  /** For a test that shares the workbench: what was written before stands in no way, whatever it was called. */
  takeNewFolder(): void
  /** What the page complained of on its console: errors and breaches of the security policy. A story fails on any. */
  complaints: string[]

  /** Asks through the page's own bridge. Throws with the message of a failure. */
  request<K extends Channel>(channel: K, input: InputOf<K>): Promise<OutputOf<K>>
  /** Makes a project `<name>.rejoinder` in the test's folder and opens it. Returns its path. */
  newProject(name: string): Promise<string>
  /** Opens a project as if it had been chosen in the dialog. */
  open(path: string): Promise<void>
  /** What the next dialogs that ask for files answer; null is Cancel. */
  chooses(paths: string[] | null): Promise<void>
  /** What the next dialogs that ask where to save answer; null is Cancel. */
  savesTo(path: string | null): Promise<void>

  /** The window with its frame, in CSS pixels. */
  resize(width: number, height: number): Promise<void>

  close(): Promise<void>
  /** Closes it and removes its folder. */
  leave(): Promise<void>
  /** Ends all its processes at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again with the same settings, closing it first where it runs. `args` go on its command line. */
  restart(args?: string[]): Promise<void>
}

export const test = base.extend<{ app: App }>({
  app: async ({ browserName: _ }, use, info) => {
    const app = await startApp()
    await use(app)
    await pictureOfFailure(app, info)
    await app.leave()
    expect(app.complaints).toEqual([])
  },
})

/** What the window shows when a story fails; Playwright takes pictures of browsers only. */
export async function pictureOfFailure(app: App, info: TestInfo): Promise<void> {
  if (!app.isRunning || info.status === info.expectedStatus) return
  const path = info.outputPath('failed.png')
  await app.page.screenshot({ path, timeout: 5000 }).then(
    () => info.attachments.push({ name: 'failed', path, contentType: 'image/png' }),
    () => {},
  )
}

export { expect }

// Not every Chromium knows it yet; what it forbids is forbidden in another way as well.
const unknownDirective = /^Unrecognized Content-Security-Policy directive 'webrtc'/

/**
 * Does a thing in the program that may be done twice. V8's inspector may collect the promise that it answers with before
 * it has answered, if a collection falls between the two; the thing is done, only nobody hears of it.
 */
export async function surely<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!/promise was garbage collected/i.test(String(error))) throw error
    return act()
  }
}

/** Stories that run at once have one each, see runWithElectron. Undefined for that of the person who runs them. */
const display = process.env.REJOINDER_DISPLAYS?.split(' ')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]

const held = join(import.meta.dirname, 'held')

/** Runs in the main process. False as long as that has not come so far. */
function letGo(): boolean {
  const { letGo } = globalThis as { letGo?: () => void }
  letGo?.()
  return letGo !== undefined
}

/** For stories that share one; others get theirs from `test`. */
export async function startApp(): Promise<App> {
  const all = mkdtempSync(join(tmpdir(), 'story-'))
  let folder = all
  const settings = join(all, 'settings')
  mkdirSync(settings, { recursive: true })
  let running: { electron: ElectronApplication; page: Page } | undefined

  async function launch(args: string[] = []): Promise<void> {
    const start = workbench([`--user-data-dir=${settings}`, ...args])
    const electron = await _electron.launch({
      ...start,
      args: [held, ...start.args.slice(1)],
      ...(display && { env: { ...process.env, DISPLAY: display } }),
    })
    // All that stories do in the main process may be done twice.
    const evaluate = electron.evaluate.bind(electron) as (...asked: unknown[]) => Promise<never>
    electron.evaluate = (...asked: unknown[]) => surely(() => evaluate(...asked))
    await expect.poll(() => electron.evaluate(letGo)).toBe(true)
    const page = await electron.firstWindow()
    page.on('pageerror', (error) => app.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !unknownDirective.test(message.text()))
        app.complaints.push(message.text())
    })
    running = { electron, page }
    await expect(page.locator('#root > *').first()).toBeVisible()
  }

  const now = () => {
    if (!running) throw new Error('the workbench is not running')
    return running
  }

  const app: App = {
    complaints: [],
    get folder() {
      return folder
    },
    takeNewFolder() {
      folder = mkdtempSync(join(all, 'files-'))
    },
    get isRunning() {
      return running !== undefined
    },
    get page() {
      return now().page
    },
    get electron() {
      return now().electron
    },

    async request(channel, input) {
      const ask = ({ name, what }: { name: string; what: unknown }) => window.rejoinder.request(name, what)
      const reply = (await now().page.evaluate(ask, {
        name: channel,
        what: input as unknown,
      })) as Reply<unknown>
      const unpacked = unpackReply<never>(channel, reply)
      if (!unpacked.ok) throw new Error(`${unpacked.code}: ${unpacked.message}`)
      return unpacked.value
    },

    async newProject(name) {
      const path = join(folder, `${name}.rejoinder`)
      await app.savesTo(path)
      await app.request('app.newProject', undefined)
      return path
    },

    async open(path) {
      await app.chooses([path])
      await app.request('app.openProject', { path: null })
    },

    chooses: (paths) =>
      now().electron.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths === null, filePaths: filePaths ?? [] })
      }, paths),

    savesTo: (path) =>
      now().electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),

    resize: (width, height) =>
      now().electron.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setSize(size.width, size.height),
        { width, height },
      ),

    async close() {
      await running?.electron.close()
      running = undefined
    },

    async leave() {
      await app.close()
      rmSync(all, { recursive: true, force: true })
    },

    async kill() {
      const { electron } = now()
      const gone = electron.waitForEvent('close')
      electron.process().kill('SIGKILL')
      await gone
      running = undefined
    },

    async restart(args = []) {
      await app.close()
      await launch(args)
    },
  }
  await launch()
  return app
}
