import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type App, expect } from './app.ts'
import { commandLine } from './command-line.ts'
import { dropFiles } from './dropping.ts'
import { press } from './keyboard.ts'
import { test } from './story.ts'

const maker = resolve(import.meta.dirname, '../../shared/corpus/hostile/make_hostile.py')
const canMake = existsSync(maker) && spawnSync('python3', ['--version']).status === 0

/** Longer than this nothing could be pressed; what others do on the machine counts too. */
const longestStillMs = 1000

/** Eight thousand empty texts in one zip: they are read one by one, for longer than all the rest together. */
const leftAside = '8000-entries.zip'

test.skip(!canMake, 'The hostile files are not beside the checkout.')

test('hostile files are dropped all at once: each is taken or said why not, and the window is never still', async ({
  app,
  project,
}) => {
  test.slow()
  const files = hostileFiles(app)
  expect(files.length).toBeGreaterThan(80)
  await watchWindow(app)
  await dropFiles(app, files)
  const said = await takeAnnotations(app)

  const desk = app.page.getByRole('dialog', { name: /^Import [\d,]+ files$/ })
  await expect(desk.getByRole('button', { name: /^Import [\d,]+ documents$/ })).toBeEnabled({
    timeout: 60_000,
  })
  said.push(await desk.innerText())
  await desk.getByText(/^Cannot be read \d+$/).click()
  await expect(desk.getByRole('row').filter({ hasText: 'not-a-pdf.pdf' })).toContainText(
    'This PDF is damaged',
  )
  await desk.getByRole('button', { name: /^Import [\d,]+ documents$/ }).press('Enter')

  const report = app.page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(report).toContainText('documents imported, 3 of them with annotations.', {
    timeout: 60_000,
  })
  const failed = report.getByRole('region', { name: /files could not be imported$/ })
  await expect(failed).toContainText('bad.ann')
  await failed.getByRole('button', { name: 'Copy list' }).press('Enter')
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^not-a-pdf\.pdf\tThis PDF is damaged/m)
  said.push(await copied(), await report.innerText(), ...(await sources(app)))
  const told = inOneLine(said.join('\n'))
  expect(files.map((path) => basename(path)).filter((name) => !told.includes(inOneLine(name)))).toEqual([])

  await report.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  expect(await stillestMs(app)).toBeLessThan(longestStillMs)
  expect(await app.page.evaluate(() => 'PWNED' in window)).toBe(false)
  expect(commandLine('check', project)).toContain('no problems found')
})

function hostileFiles(app: App): string[] {
  const place = join(app.folder, 'hostile')
  mkdirSync(place)
  execFileSync('python3', ['-W', 'ignore', maker, place], { stdio: 'ignore' })
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== leftAside)
    .map(({ parentPath, name }) => join(parentPath, name))
}

/** Brings in all that is offered with annotations. Returns what was said of it. */
async function takeAnnotations(app: App): Promise<string[]> {
  const found = app.page.getByRole('dialog', { name: /^Import [\d,]+ sets? of annotations$/ })
  const desk = app.page.getByRole('dialog', { name: /^Import [\d,]+ files$/ })
  const taken: string[] = []
  for (;;) {
    await expect(found.or(desk)).toBeVisible({ timeout: 60_000 })
    if (await desk.isVisible()) return taken
    taken.push(await found.innerText())
    await press(app, 'Control+Enter')
    await expect(found).toHaveCount(0)
  }
}

async function sources(app: App): Promise<string[]> {
  const documents = await app.request('document.list', undefined)
  const details = await Promise.all(documents.map(({ id }) => app.request('document.details', { id })))
  return details.map(({ source }) => source.name)
}

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ')

interface Watched {
  stillestMs?: number
}

/** From now on the window remembers how long it was still at most. */
const watchWindow = (app: App) =>
  app.page.evaluate(() => {
    const watched = window as Watched
    let last = performance.now()
    watched.stillestMs = 0
    setInterval(() => {
      const now = performance.now()
      watched.stillestMs = Math.max(watched.stillestMs ?? 0, now - last)
      last = now
    }, 10)
  })

const stillestMs = (app: App) => app.page.evaluate(() => (window as Watched).stillestMs)
