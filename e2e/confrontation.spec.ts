import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const pays = 'The tram pays for itself within nine years.'
const noise = 'Noise will fall by half.'
const garden = 'nobody will lose a garden'
const never = 'With its costs the tram never pays for itself.'
const sunday = 'The noise was measured on a Sunday.'
const measured = 'We have measured twice.'

const grid = (app: App) => app.page.getByRole('grid', { name: 'Claims and their answers' })
const current = (app: App) => grid(app).getByRole('gridcell', { selected: true })
const threads = (app: App) => app.page.locator('.threads .thread[d]:not([d=""])')

/** Three claims: one with an answer, one with an answer that is answered, one that nobody answers. */
async function seed(app: App): Promise<void> {
  await importTexts(app, tramDispute)
  await link(app, await tag(app, never, 'Rebuttal'), 'rebuts', await tag(app, pays))
  const onNoise = await tag(app, sunday, 'Rebuttal')
  await link(app, onNoise, 'rebuts', await tag(app, noise))
  await link(app, await tag(app, measured, 'Rebuttal'), 'rebuts', onNoise)
  await tag(app, garden)
}

test('claims stand against their answers, by key into both texts and back, and undo follows', async ({
  app,
}) => {
  await app.resize(1280, 800)
  await press(app, 'Alt+4')
  await expect(app.page.getByText('Bring in the texts first.')).toBeVisible()
  await press(app, 'Alt+4')
  await seed(app)
  await openDocument(app, statement.title)
  await clickWords(app, noise)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(noise)

  // At the claim in focus; over to its answer, and to what answers that.
  await press(app, 'Alt+4')
  await expect(grid(app)).toBeFocused()
  await expect(current(app)).toContainText(noise)
  await expect(grid(app).getByRole('gridcell')).toHaveCount(6)
  await expect(grid(app)).toContainText('Nobody answers this.')
  await press(app, 'ArrowRight')
  await expect(current(app)).toHaveText(/^rebuts .*Sunday.*1 answer$/)
  await press(app, 'ArrowRight')
  await expect(current(app)).toHaveAttribute('aria-expanded', 'true')
  await press(app, 'ArrowRight')
  await expect(current(app)).toContainText(measured)
  await press(app, 'ArrowLeft')

  // Both passages side by side, tied by a thread; the next pair; back where one was.
  await press(app, 'Enter')
  await expect(textOf(app, 'left')).toHaveAccessibleName(statement.title)
  await expect(textOf(app, 'right')).toHaveAccessibleName(answer.title)
  await expect(textOf(app, 'left')).toBeFocused()
  await expect(inspector(app).getByRole('blockquote')).toHaveText(noise)
  await expect(threads(app)).toHaveCount(1)
  await press(app, 'F8')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(sunday)
  await expect(app.page.getByRole('region', { name: 'Confrontation, side by side' })).toContainText('2 of 3')
  await press(app, 'Shift+F8', 'Alt+4')
  await expect(grid(app)).toBeFocused()
  await expect(current(app)).toContainText(sunday)

  // Undo is seen here too: without the last claim, then without the link onto the answer.
  await press(app, 'Control+z')
  await expect(grid(app)).not.toContainText(garden)
  await press(app, 'Control+z')
  await expect(grid(app)).not.toContainText(measured)
  await expect(current(app)).toContainText(sunday)
  await press(app, 'Control+Shift+z', 'Control+Shift+z')
  await expect(grid(app)).toContainText(garden)
})

test('the two columns are printed and exported as the view shows them', async ({ app }) => {
  await seed(app)
  await press(app, 'Alt+4')
  await app.page.getByRole('button', { name: 'All claims' }).click()
  await app.page.getByRole('menuitemradio', { name: 'Not answered' }).click()
  await expect(grid(app).getByRole('gridcell')).toHaveCount(2)
  await expect(app.page.getByText('1 claim passage without a card, of 3 in all')).toBeVisible()

  const save = async (format: string, words = `.${format}`) => {
    const path = join(app.folder, `columns.${format}`)
    await app.savesTo(path)
    await app.page.getByRole('button', { name: 'Print or export…' }).click()
    const dialog = app.page.getByRole('dialog', { name: 'Print or export claims and answers' })
    await expect(dialog).toContainText('1 claim passage without a card, not answered')
    await dialog.locator('label').filter({ hasText: words }).click()
    await dialog.getByRole('button', { name: 'Save…' }).click()
    await expect(app.page.getByRole('dialog', { name: 'Claims and answers written' })).toContainText(path)
    await press(app, 'Enter')
    return readFileSync(path)
  }
  const csv = (await save('csv')).toString('utf8')
  expect(csv).toContain(garden)
  expect(csv).not.toContain(pays)
  const docx = strFromU8(unzipSync(await save('docx'))['word/document.xml']!)
  expect(docx).toContain('Nobody answers this.')
  expect((await save('pdf', 'Pages with')).toString('latin1', 0, 4)).toBe('%PDF')
  await expect(grid(app)).toBeVisible()
})
