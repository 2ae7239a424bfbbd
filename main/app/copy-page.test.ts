import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CopyPage, copyPage } from './copy-page.ts'
import { type PageFiles, readPageFiles } from './page-files.ts'

let folder: string
let files: PageFiles
let page: CopyPage
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'))
  mkdirSync(join(folder, 'assets'))
  for (const name of ['index-1.js', 'index-1.css', 'fonts-Ab_1-x.css', 'source-serif-latin-Xy.woff2'])
    writeFileSync(join(folder, 'assets', name), name)
  writeFileSync(join(folder, 'index.html'), 'the workbench')
  files = readPageFiles(folder)
  page = copyPage({ title: 'A', runsFromRight: false, html: '<p>A', style: 'p{color:red}' }, files)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (url: string, method = 'GET') => page.answer(new Request(url, { method }))

it('is served with a policy that lets in its own style and the fonts, and no script', async () => {
  const response = await ask(page.url)
  expect(await response.text()).toBe('<p>A')
  const policy = response.headers.get('Content-Security-Policy')!
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).toContain(`'sha256-${createHash('sha256').update('p{color:red}').digest('base64')}'`)
  expect(policy).not.toMatch(/script-src|unsafe|img-src|connect-src|frame-src/)
})

it('finds the fonts, and nothing else of the program', async () => {
  const fonts = await ask('app://rejoinder/assets/fonts.css')
  expect(await fonts.text()).toBe('fonts-Ab_1-x.css')
  expect(fonts.headers.get('Content-Type')).toContain('text/css')
  expect((await ask('app://rejoinder/assets/source-serif-latin-Xy.woff2')).status).toBe(200)
  for (const other of ['index.html', 'assets/index-1.js', 'assets/index-1.css', 'assets/../index.html']) {
    expect((await ask(`app://rejoinder/${other}`)).status).toBe(404)
  }
  expect((await ask(page.url, 'POST')).status).toBe(404)
})
