import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { signalProject } from './project-process.ts'
import { documentRow, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const looking = (app: App) => app.page.getByRole('dialog', { name: 'Import files' })
const howFar = (app: App) => looking(app).getByRole('progressbar', { name: 'Looking at the files' })
const strip = (app: App) => app.page.getByRole('region', { name: 'Work under way' })

/** Texts and tables in each of which a thread looks for annotations. */
const many = (app: App) =>
  writeTexts(
    app,
    Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`talk ${n}.json`, JSON.stringify(rows(n))] as const),
    ),
  )

const rows = (n: number) =>
  Array.from({ length: 3000 }, (_, row) => ({ speaker: 'Ada', said: `Row ${row} of talk ${n} on the tram.` }))

for (const [by, cancel] of [
  ['a key', (app: App) => app.page.keyboard.press('Escape')],
  ['the mouse', (app: App) => looking(app).getByRole('button', { name: 'Cancel' }).click()],
] as const) {
  test(`while many dropped files are looked at one sees how far that is, and stops it by ${by}`, async ({
    app,
  }) => {
    const files = many(app)
    // On a fast machine it would be over before one has looked.
    await signalProject(app, 'SIGSTOP')
    await dropFiles(app, files)
    await expect(howFar(app)).toHaveAttribute('aria-valuetext', '0 of 60')
    await expect(looking(app).getByRole('button', { name: 'Cancel' })).toBeFocused()
    await expect(strip(app)).toContainText(/Looking at the files\d+ of 60/)
    await dropFiles(app, writeTexts(app, { 'late.txt': 'Too soon.' }))
    await expect(app.page.getByText('Files are being looked at already')).toBeVisible()

    // The window does not wait for what it has stopped.
    await cancel(app)
    await expect(app.page.getByRole('dialog')).toHaveCount(0)
    await expect(app.page.getByRole('status').filter({ hasText: 'Import stopped' })).toBeAttached()
    await signalProject(app, 'SIGCONT')

    await dropFiles(app, writeTexts(app, { 'speech.txt': 'The tram pays.' }))
    await expect(textOf(app)).toContainText('The tram pays.')
    await expect(documentRow(app, 'The tram pays.')).toBeVisible()
    expect(await app.request('document.list', undefined)).toHaveLength(1)
    await expect(app.page.getByRole('dialog')).toHaveCount(0)
  })
}
