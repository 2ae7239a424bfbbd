import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { commandLine } from './command-line.ts'
import { press } from './keyboard.ts'
import { documentRow, statusLine, textOf } from './reading.ts'
import { importTexts, writeTexts } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const fares = 'Fares will rise\n\nThat is certain.'

const start = (app: App) => app.page.getByRole('region', { name: 'Start' })
const recent = (app: App) => app.page.getByRole('region', { name: 'Recent projects' })
const message = (app: App) => app.page.getByRole('region', { name: 'Messages' })
const emptyProject = (app: App) => app.page.getByRole('region', { name: 'No documents yet' })

test('a project is begun, closed and found again among the recent ones', async ({ app }) => {
  await press(app, 'Control+W')
  await expect(start(app)).toBeVisible()
  const path = join(app.folder, 'Harbour dispute.rejoinder')
  await app.savesTo(path)
  await start(app).getByRole('button', { name: 'New project…' }).click()
  await expect(emptyProject(app)).toBeVisible()
  await expect(app.page.getByRole('button', { name: 'Harbour dispute' })).toBeVisible()

  await press(app, 'Control+W')
  await recent(app)
    .getByRole('button', { name: /^Harbour dispute/ })
    .click()
  await expect(emptyProject(app)).toBeVisible()

  await press(app, 'Control+W')
  await recent(app).getByRole('button', { name: 'Take “Harbour dispute” off this list' }).click()
  await expect(recent(app).getByText('Harbour dispute')).toHaveCount(0)
  await app.chooses([path])
  await start(app).getByRole('button', { name: 'Open project…' }).click()
  await expect(emptyProject(app)).toBeVisible()
})

test('whoever thinks better of it stays where they were', async ({ app }) => {
  await press(app, 'Control+W')
  await app.savesTo(null)
  await app.chooses(null)
  await press(app, 'Control+N', 'Control+O')
  await expect(start(app)).toBeVisible()
  await expect(message(app).getByRole('alert')).toBeEmpty()
})

test('the sample project opens from the start screen', async ({ app }) => {
  await press(app, 'Control+W')
  await start(app).getByRole('button', { name: 'Open the sample project' }).click()
  await expect(documentRow(app, 'What the trial has shown')).toBeVisible()
  await expect(textOf(app)).toBeVisible()
})

test('another project takes the place of the one before, texts and all', async ({ app }) => {
  await importTexts(app, tramDispute)
  const other = join(app.folder, 'other.rejoinder')
  rmSync(other, { force: true })
  commandLine('new', other)
  commandLine('import', other, ...writeTexts(app, { 'fares.txt': fares }))
  await documentRow(app, statement.title).click()
  await expect(textOf(app)).toContainText('Noise will fall')

  await app.chooses([other])
  await press(app, 'Control+O')
  await expect(textOf(app)).toContainText('Fares will rise')
  await expect(documentRow(app, statement.title)).toBeHidden()
})

/** What becomes of a sound project, and what is said of it. */
const spoilt = [
  {
    what: 'a text that was given a project’s name',
    spoil: (path: string) => writeFileSync(path, 'Dear diary'),
    says: /is no Rejoinder project|not a Rejoinder project/,
  },
  {
    what: 'a project in which one word of a text has become another',
    spoil(path: string) {
      const bytes = readFileSync(path).toString('latin1')
      writeFileSync(path, Buffer.from(bytes.replaceAll('certain', 'curtain'), 'latin1'))
    },
    says: /This project file is damaged/,
  },
  {
    what: 'a project that was cut short',
    spoil: (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000)),
    says: /damaged|missing|incomplete/,
  },
  {
    what: 'a project of a newer version',
    spoil(path: string) {
      const bytes = readFileSync(path)
      bytes.writeUInt32BE(99, 60)
      writeFileSync(path, bytes)
    },
    says: /A newer version of Rejoinder made this project \(file version 99/,
  },
]

test('a file that is no sound project is refused in a sentence and stays as it is', async ({
  app,
  project,
}) => {
  const sound = project.replace('.rejoinder', '-sound.rejoinder')
  commandLine('new', sound)
  commandLine('import', sound, ...writeTexts(app, { 'fares.txt': fares }))
  for (const [index, { what, spoil, says }] of spoilt.entries()) {
    await test.step(what, async () => {
      const path = project.replace('.rejoinder', `-spoilt-${index}.rejoinder`)
      copyFileSync(sound, path)
      spoil(path)
      const before = readFileSync(path)
      await app.chooses([path])
      await press(app, 'Control+O')
      await expect(message(app).getByRole('alert')).toContainText(says)
      expect(readFileSync(path).equals(before)).toBe(true)
      await expect(emptyProject(app)).toBeVisible()
      await message(app).getByRole('button', { name: 'Dismiss' }).click()
      await expect(message(app).getByRole('alert')).toBeEmpty()
    })
  }
})

test('a message is outside of a dialog, and dismissing it leaves the dialog open', async ({
  app,
  project,
}) => {
  const path = project.replace('.rejoinder', '-diary.rejoinder')
  writeFileSync(path, 'Dear diary')
  await app.chooses([path])
  await press(app, 'Control+O')
  await expect(message(app).getByRole('alert')).not.toBeEmpty()
  await press(app, 'Control+B')
  const dialog = app.page.getByRole('dialog', { name: 'Codebook' })
  await dialog.getByRole('tab', { name: 'Tags' }).click()
  await message(app).getByRole('button', { name: 'Dismiss' }).click()
  await expect(message(app).getByRole('alert')).toBeEmpty()
  await app.page.mouse.click(4, 300)
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

for (const { what, keep, says } of [
  {
    what: 'a project that somebody has open on another computer',
    keep: (path: string) =>
      writeFileSync(
        `${path}.owner`,
        JSON.stringify({
          user: 'ada',
          machine: `not-${hostname()}`,
          pid: 1,
          token: 'hers',
          refreshed: new Date().toISOString(),
        }),
      ),
    says: /ada has this project open on not-/,
  },
  { what: 'a read-only project', keep: (path: string) => chmodSync(path, 0o444), says: /read-only/ },
]) {
  test(`${what} opens for reading, says why, and stays as it is`, async ({ app, project }) => {
    await importTexts(app, tramDispute)
    await app.request('app.closeProject', undefined)
    const path = project.replace('.rejoinder', '-kept.rejoinder')
    copyFileSync(project, path)
    keep(path)
    const before = readFileSync(path)

    await app.chooses([path])
    await press(app, 'Control+O')
    await documentRow(app, statement.title).click()
    await expect(textOf(app)).toContainText('Noise will fall')
    await expect(app.page.getByRole('note')).toHaveText(says)
    await expect(app.page.getByRole('toolbar').getByRole('button', { name: 'Claim' })).toBeDisabled()
    for (const key of ['1', 't', '.', 'e']) {
      await press(app, ']')
      await expect(statusLine(app)).toHaveText('No annotation in this text')
      await press(app, 'Control+A', key)
      await expect(statusLine(app), key).toHaveText('This project is open for reading only')
    }
    await expect(app.page.getByText('Read only', { exact: true })).toBeVisible()
    await app.request('app.closeProject', undefined)
    expect(readFileSync(path).equals(before)).toBe(true)
  })
}

test('messages stand beside every view of the project, never over it', async ({ app, project }) => {
  await importTexts(app, tramDispute)
  const path = project.replace('.rejoinder', '-diary.rejoinder')
  writeFileSync(path, 'Dear diary')
  await app.chooses([path])
  const boxOf = async (selector: string) => (await app.page.locator(selector).boundingBox())!
  const lowerEdge = ({ y, height }: { y: number; height: number }) => y + height
  await press(app, 'Alt+6')
  await expect(app.page.locator('[data-area="map"]')).toBeVisible()
  const whole = await boxOf('[data-area="map"]')
  await press(app, 'Control+O')
  await expect(message(app).getByRole('alert')).not.toBeEmpty()
  for (const key of ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9']) {
    await press(app, key)
    await expect(message(app)).toBeVisible()
    const words = await boxOf('.ui-notice')
    expect(lowerEdge(await boxOf('.workbench-middle')), key).toBeLessThanOrEqual(words.y)
    expect(lowerEdge(words), key).toBeLessThanOrEqual((await boxOf('.status-line')).y)
  }
  await press(app, 'Alt+6')
  await message(app).getByRole('button', { name: 'Dismiss' }).click()
  await expect(message(app).getByRole('alert')).toBeEmpty()
  await expect.poll(() => boxOf('[data-area="map"]')).toEqual(whole)
})
