import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { build } from 'vite'
import { workbench } from '../../scripts/launch.ts'

const address = 'http://text-view.test'
const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Builds the page and opens it in a window of Electron, without a server and with unlimited frames. */
export async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'text-view-'))
  await build({
    root: import.meta.dirname,
    logLevel: 'warn',
    configFile: false,
    build: {
      outDir: join(folder, 'page'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  })
  const launch = workbench([
    `--user-data-dir=${folder}/settings`,
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
  ])
  const blank = join(import.meta.dirname, '../blank')
  const electron = await _electron.launch({ ...launch, args: [blank, ...launch.args.slice(1)] })
  try {
    await electron.firstWindow()
    const opened = electron.waitForEvent('window')
    await electron.evaluate(
      ({ BrowserWindow }) => void new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'),
    )
    const page = await opened
    await page.route(`${address}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname
      const file = join(folder, 'page', path === '/' ? 'index.html' : path)
      const body = await readFile(file)
      await route.fulfill({ body, contentType: mediaTypes[extname(file)] ?? 'application/octet-stream' })
    })
    page.on('pageerror', (error) => console.error(`[page] ${error.stack}`))
    await page.goto(`${address}/`)
    return await work(page)
  } finally {
    await electron.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
