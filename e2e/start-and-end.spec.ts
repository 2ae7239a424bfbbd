import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbench } from '../scripts/launch.ts'
import { type App, expect, test } from './app.ts'
import { menuItem } from './menu.ts'
import { signalProject } from './project-process.ts'

const titleOf = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())

test('the next start finds everything as it was left', async ({ app }) => {
  const path = await app.newProject('Tram dispute')
  expect(await titleOf(app)).toBe('Tram dispute – Rejoinder')
  await expect.poll(() => menuItem(app, 'history.undo')).toMatchObject({ label: 'Undo' })
  await app.request('project.update', { name: 'Library dispute' })
  const undo = { label: expect.stringMatching(/^Undo: .*Library dispute/) }
  await expect.poll(() => menuItem(app, 'history.undo')).toMatchObject(undo)

  const bounds = { x: 60, y: 70, width: 1000, height: 700 }
  await app.electron.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to),
    bounds,
  )
  await app.request('app.preferences', { theme: 'dark' })
  await app.close()
  expect(readdirSync(app.folder).filter((name) => name !== 'settings')).toEqual(['Tram dispute.rejoinder'])
  await app.restart()

  expect(await app.request('app.state', undefined)).toMatchObject({
    project: { name: 'Library dispute', path },
  })
  expect(await titleOf(app)).toBe('Library dispute – Rejoinder')
  await expect.poll(() => menuItem(app, 'history.undo')).toMatchObject(undo)
  const found = await app.electron.evaluate(({ BrowserWindow, nativeTheme }) => ({
    bounds: BrowserWindow.getAllWindows()[0]!.getBounds(),
    theme: nativeTheme.themeSource,
  }))
  expect(found).toEqual({ bounds, theme: 'dark' })
})

test('a project that was closed stays closed and is offered among the recent ones', async ({ app }) => {
  const path = await app.newProject('Tram dispute')
  await app.request('app.closeProject', undefined)
  expect(await titleOf(app)).toBe('Rejoinder')
  await app.restart()
  expect(await app.request('app.state', undefined)).toMatchObject({
    project: null,
    recent: [{ path, missing: false }],
  })
  await app.request('app.openProject', { path })
  expect(await titleOf(app)).toBe('Tram dispute – Rejoinder')
})

test('what was saved is there after the program was killed', async ({ app }) => {
  await app.newProject('Tram dispute')
  await app.request('project.update', { description: 'Said before the battery died.' })
  await app.kill()
  await app.restart()
  expect(await app.request('project.info', undefined)).toMatchObject({
    description: 'Said before the battery died.',
  })
  await expect(app.page.getByText('What was shown as saved is there')).toBeVisible()
})

test('the project is opened again when the process that holds it ends', async ({ app }) => {
  await app.newProject('Tram dispute')
  await app.request('project.update', { description: 'Said before the fault.' })
  await signalProject(app, 'SIGKILL')
  await expect(app.page.getByText('opened again')).toBeVisible()
  expect(await app.request('project.info', undefined)).toMatchObject({
    description: 'Said before the fault.',
  })
})

test('the page is drawn anew when it ends', async ({ app }) => {
  await app.newProject('Tram dispute')
  // Playwright does not follow a page beyond its end, and asking a page that has ended is never answered.
  const words = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const asked = webContents.executeJavaScript('document.body.innerText')
      return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 300, ''))])
    })
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(words).toContain('drawn anew')
})

test('a second start hands its project to the first and ends', async ({ app }) => {
  const tram = await app.newProject('Tram')
  await app.newProject('Library')
  expect(await titleOf(app)).toBe('Library – Rejoinder')

  const { executablePath, args, cwd, chromiumSandbox } = workbench([
    `--user-data-dir=${join(app.folder, 'settings')}`,
    tram,
  ])
  const second = spawn(executablePath, [...(chromiumSandbox ? [] : ['--no-sandbox']), ...args], {
    cwd,
    stdio: 'ignore',
  })
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0)
  await expect.poll(() => titleOf(app)).toBe('Tram – Rejoinder')
})

test('a file that is no project is neither opened nor overwritten, and the open project stays', async ({
  app,
}) => {
  await app.newProject('Tram dispute')
  const diary = join(app.folder, 'diary.rejoinder')
  writeFileSync(diary, 'Dear diary')
  await expect(app.open(diary)).rejects.toThrow(/not-a-project/)
  await expect(app.newProject('diary')).rejects.toThrow(/target-exists/)
  expect(readFileSync(diary, 'utf8')).toBe('Dear diary')
  expect(await titleOf(app)).toBe('Tram dispute – Rejoinder')
  expect(await app.request('project.info', undefined)).toMatchObject({ name: 'Tram dispute' })
})

test('a project that is moved away while it is open says so at the next change', async ({ app }) => {
  const path = await app.newProject('Tram dispute')
  renameSync(path, `${path}.away`)
  await expect(app.request('project.update', { description: 'Too late.' })).rejects.toThrow(
    /moved: The project file was moved/,
  )
  renameSync(`${path}.away`, path)
  await app.request('project.update', { description: 'Back again.' })
})

test('a project that has gone is named at the start, and the program starts', async ({ app }) => {
  const path = await app.newProject('Tram dispute')
  await app.close()
  renameSync(path, `${path}.away`)
  await app.restart()
  expect(await app.request('app.state', undefined)).toMatchObject({
    project: null,
    recent: [{ path, missing: true }],
  })
  await expect(app.page.getByText(path).first()).toBeVisible()
  expect(existsSync(path)).toBe(false)
})

test('the sample is the person’s own copy, with nothing to undo', async ({ app }) => {
  const first = await app.request('app.openSample', undefined)
  expect((await app.request('document.list', undefined)).length).toBe(4)
  expect(await app.request('history.state', undefined)).toEqual({ undo: null, redo: null })
  await app.request('project.update', { description: 'Mine.' })
  await app.request('app.closeProject', undefined)
  expect(await app.request('app.openSample', undefined)).toEqual({ ...first, description: 'Mine.' })
})
