import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPage, type PageFiles, readPageFiles } from './page-files.ts'

let folder: string
let files: PageFiles
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'page', 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder, 'page', 'assets', 'index-1.js.map'), '{}')
  files = readPageFiles(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'later.html'), 'later')
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (url: string, method = 'GET') => answerPage(files, new Request(url, { method }))

describe('the files of the page', () => {
  it('come with their type and with the policy that lets in nothing else', async () => {
    const response = await ask('app://rejoinder/assets/index-1.js')
    expect(await response.text()).toBe('export {}')
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  })

  it.each([
    'app://rejoinder/',
    'app://rejoinder/later.html',
    'app://rejoinder/assets/index-1.js.map',
    'app://rejoinder/assets/index-1.js?x',
    'app://rejoinder/../secret.html',
    'app://rejoinder/%2e%2e/secret.html',
    'app://rejoinder/..%2fsecret.html',
    'app://rejoinder/assets/..%5c..%5csecret.html',
    'app://elsewhere/index.html',
    'app://rejoinder//index.html',
  ])('do not include %s', async (url) => {
    const response = await ask(url)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it('are only ever read', async () => {
    expect((await ask('app://rejoinder/index.html', 'POST')).status).toBe(404)
  })
})
