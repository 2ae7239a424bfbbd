import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'

const address = 'http://text-view.test'
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard"
const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Builds the page into a new temporary folder. */
export async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'text-view-'))
  await build({
    root: import.meta.dirname,
    logLevel: 'warn',
    configFile: false,
    build: {
      outDir,
      emptyOutDir: true,

      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  })
  return outDir
}

/** Opens the built page with the product’s content security policy, without a server. */
export async function openPage(
  browser: Browser,
  folder: string,
  options: { width?: number; height?: number; dark?: boolean; scale?: number } = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1100, height: options.height ?? 820 },
    colorScheme: options.dark ? 'dark' : 'light',
    deviceScaleFactor: options.scale ?? 1,
  })
  await page.route(`${address}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    const file = path === '/' ? '/index.html' : path
    try {
      await route.fulfill({
        body: await readFile(join(folder, file)),
        contentType: mediaTypes[extname(file)] ?? 'application/octet-stream',
        headers: { 'content-security-policy': policy },
      })
    } catch {
      await route.fulfill({ status: 404 })
    }
  })
  page.on('console', (message) => console.error(`[page] ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => console.error(`[page] ${error.stack}`))
  await page.goto(`${address}/`)
  return page
}

export function launch(executablePath: string, args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] })
}
