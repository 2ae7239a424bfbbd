import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../preload/contract/failure.ts'
import { type App, expect, startApp, test } from './app.ts'

// What main refuses to whoever has taken the page over. One workbench serves all attempts.
let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.leave())

/** Asks as a page in wrong hands would: anything, of any shape. */
function ask(channel: string, input?: unknown): Promise<Reply<unknown>> {
  const request = (what: { channel: string; input: unknown }) =>
    window.rejoinder.request(what.channel, what.input)
  return app.page.evaluate(request, { channel, input }) as Promise<Reply<unknown>>
}

test('a path nobody chose is neither read, written, opened nor shown', async () => {
  await app.newProject('tram')
  const [text, target] = [join(app.folder, 'diary.txt'), join(app.folder, 'copy.rejoinder')]
  writeFileSync(text, 'Dear diary')
  const attempts = [
    ask('document.import', { task: 't', paths: [text] }),
    ask('exchange.write', { task: 't', format: 'rejoinder-jsonl', to: target }),
    ask('project.saveCopy', { to: target }),
    ask('app.openProject', { path: join(app.folder, 'other.rejoinder') }),
    ask('app.showInFolder', { path: text }),
  ]
  for (const reply of await Promise.all(attempts))
    expect(reply).toMatchObject({ ok: false, code: 'not-chosen' })
  expect(existsSync(target)).toBe(false)

  await app.chooses([text])
  await app.request('app.chooseImport', { folders: false })
  expect(await ask('project.saveCopy', { to: text })).toMatchObject({ ok: false, code: 'not-chosen' })
  expect(readFileSync(text, 'utf8')).toBe('Dear diary')
})

test('a file the person drops can be imported, a file the page makes up cannot', async () => {
  await app.newProject('bridge')
  const text = join(app.folder, 'speech.txt')
  writeFileSync(text, 'The bridge pays for itself.')
  // A field for files gives the page the same objects as a drop.
  await app.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' }))
  })
  await app.page.setInputFiles('#drop', text)
  const paths = await app.page.evaluate(() => {
    const { files } = document.querySelector<HTMLInputElement>('#drop')!
    return window.rejoinder.pathsOfDropped([...files!, new File(['x'], '/etc/passwd')])
  })
  expect(paths).toEqual([text])
  const report = await app.request('document.import', { task: 'drop', paths })
  expect(report.files).toMatchObject([{ name: 'speech.txt', outcome: 'imported' }])
})

test('a request of the wrong shape is answered with a sentence and does nothing', async () => {
  for (const [channel, input] of [
    ['app.keepWorkspace', { projectUid: 'p', workspace: 'x'.repeat(300_000) }],
    ['app.state', { unexpected: true }],
    ['app.__proto__', undefined],
    ['document.text', { id: 'all' }],
    ['constructor.constructor', 'return process'],
    ['app.openExternal', { url: 'file:///etc/passwd' }],
    ['app.openExternal', { url: 'javascript:alert(1)' }],
    ['app.preferences', { textSize: 4000 }],
  ] as const) {
    const reply = await ask(channel, input)
    expect(reply, channel).toMatchObject({ ok: false, message: expect.stringMatching(/^[A-Z].*\.$/s) })
  }
})

test('main hears the page of its window and nobody else', async () => {
  const frame = await app.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return 'rejoinder' in frame.contentWindow!
  })
  expect(frame).toBe(false)

  const reply = await app.electron.evaluate(async ({ app: electron, BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const preload = `${electron.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, session: webContents.session, sandbox: true },
    })
    await other.loadURL(webContents.getURL())
    const answer = await other.webContents.executeJavaScript(
      `window.rejoinder.request('app.state', undefined)`,
    )
    other.destroy()
    return answer
  })
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' })
})

test('a page outside is opened only after the person has seen where it leads', async () => {
  const answerWith = (response: number) =>
    app.electron.evaluate(({ dialog, shell }, response) => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      dialog.showMessageBox = async (...args: unknown[]) => {
        told.push((args.at(-1) as { message: string }).message)
        return { response, checkboxChecked: false }
      }
      shell.openExternal = async (url) => {
        told.push(url)
      }
    }, response)
  const told = () => app.electron.evaluate(() => (globalThis as unknown as { told: string[] }).told)

  await answerWith(1)
  await app.request('app.openExternal', { url: 'https://example.org/minutes' })
  expect(await told()).toEqual(['Open example.org in the browser?'])
  await answerWith(0)
  await app.request('app.openExternal', { url: 'https://example.org/minutes' })
  expect(await told()).toEqual(['Open example.org in the browser?', 'https://example.org/minutes'])
})
