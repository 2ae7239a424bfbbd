import { type App, expect, test } from './app.ts'
import { importTexts, link, tag } from './seeding.ts'
import { tramDispute } from './tram-dispute.ts'

const field = (app: App) => app.page.getByRole('textbox', { name: 'Search all texts' })
const lines = (app: App) => app.page.getByRole('listbox', { name: 'Hits' }).getByRole('option')
const said = (app: App) => app.page.locator('.status-said')

test('hits over all texts are read in their lines, opened, come back to and tagged by key', async ({
  app,
}) => {
  await app.newProject('search')
  await importTexts(app, tramDispute)
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  await expect(field(app)).toBeFocused()
  await app.page.keyboard.type('itself OR NOISE')
  await expect(said(app)).toHaveText('4 hits in 2 documents')
  await expect(lines(app)).toHaveCount(4)
  await expect(lines(app).first()).toContainText('The tram pays for itself within nine years')

  await app.page.getByRole('button', { name: 'Sort lines' }).click()
  await app.page.getByRole('option', { name: '1st word right' }).click()
  await expect(lines(app).first()).toContainText('Four gardens')

  // To the second line’s place, where its word is selected, and back to the line.
  await app.page.getByRole('listbox', { name: 'Hits' }).focus()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Enter')
  await expect(app.page.locator('[data-area="left"] [aria-multiline="true"]')).toBeFocused()
  await expect.poll(() => app.page.evaluate(() => String(getSelection()))).toBe('noise')
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  await expect(app.page.getByRole('listbox', { name: 'Hits' })).toBeFocused()
  await expect(app.page.locator('.search-line[data-current]')).toHaveAttribute('aria-posinset', '2')

  await app.page.keyboard.press('Space')
  await app.page.keyboard.press('Shift+ArrowDown')
  await expect(app.page.locator('.search-count')).toHaveText('4 hits in 2 documents, 2 chosen')
  await app.page.keyboard.press('Escape')
  await expect(said(app)).toHaveText('None chosen')
  await expect(app.page.locator('.search-count')).toHaveText('4 hits in 2 documents')
  await app.page.keyboard.press('Escape')
  await expect(said(app)).toHaveText('Ctrl+Alt+F or Done leads back to the texts')
  await app.page.keyboard.press('Space')
  await app.page.keyboard.press('Shift+ArrowUp')
  await expect(app.page.locator('.search-count')).toHaveText('4 hits in 2 documents, 2 chosen')
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
  await app.page.keyboard.press('ControlOrMeta+c')
  await expect.poll(copied).toMatch(/^left\thit\tright\tdocument\tdate\n.*\n.*$/)
  await app.page.getByRole('button', { name: 'Copy lines' }).click()
  await app.page.getByRole('menuitem', { name: 'Copy as CSV' }).click()
  await expect.poll(copied).toMatch(/^left,hit,right,document,date\r\n.*\r\n.*\r\n$/)
  await expect(app.page.getByRole('button', { name: 'Tag 2…' })).toBeEnabled()
  await app.page.getByRole('listbox', { name: 'Hits' }).press('t')
  await expect(app.page.getByRole('dialog', { name: 'Tag 2 hits as' })).toBeVisible()
  await app.page.keyboard.type('Premise')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByText('Tagged 2 passages as Premise')).toBeVisible()
  // Which hits are tagged, and as what, shows in their lines.
  const tagged = lines(app).getByRole('img', { name: 'Tagged as Premise' })
  await expect(tagged).toHaveCount(2)
  expect((await app.request('project.stats', undefined)).annotations).toBe(2)
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await app.request('project.stats', undefined)).annotations).toBe(0)
  await expect(tagged).toHaveCount(0)

  // What is listed is what is there: also when a text goes while its hits are shown, or while another view is.
  const ids = (await app.request('document.list', undefined)).map(({ id }) => id)
  await app.request('document.delete', { ids: ids.slice(0, 1) })
  await expect(app.page.locator('.search-count')).toHaveText(/^\d hits? in 1 document$/)
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  await expect(lines(app)).toHaveCount(0)
  await app.request('history.undo', undefined)
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  await expect(lines(app)).toHaveCount(4)

  await field(app).fill('"the tram')
  await expect(app.page.locator('#search-problem')).toContainText(
    'A quotation mark is opened and not closed.',
  )
})

test('a search is narrowed to passages, kept under a name and found again; words are counted', async ({
  app,
}) => {
  await app.newProject('narrow')
  await importTexts(app, tramDispute)
  const claim = await tag(app, 'The tram pays for itself within nine years')
  const rebuttal = await tag(app, 'the tram never pays for itself', 'Rebuttal')
  await link(app, rebuttal, 'rebuts', claim)
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  await app.page.keyboard.type('tram')
  await expect(lines(app)).toHaveCount(2)

  await app.page.getByRole('button', { name: 'Filter' }).click()
  const until = app.page.getByRole('textbox', { name: 'Until' })
  await until.fill('banana')
  await until.press('Enter')
  await expect(app.page.getByText('Write it as 2021, 2021-05 or 2021-05-31.')).toBeVisible()
  await expect(until).toHaveValue('banana')
  await until.press('Escape')
  await expect(until).toHaveValue('')

  await app.page.getByRole('button', { name: 'Any Tag' }).click()
  await app.page.getByRole('option', { name: 'Rebuttal', exact: true }).click()
  await expect(lines(app)).toHaveCount(1)
  await app.page.getByRole('button', { name: 'Saved', exact: true }).click()
  await app.page.getByRole('menuitem', { name: 'Save this search…' }).click()
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Trams in rebuttals')
  await app.page.keyboard.press('Enter')
  await expect(said(app)).toHaveText('Saved as Trams in rebuttals')

  await app.page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(lines(app)).toHaveCount(2)
  await app.page.getByRole('button', { name: 'Saved', exact: true }).click()
  await app.page.getByRole('menuitem', { name: 'Trams in rebuttals' }).click()
  await expect(lines(app)).toHaveCount(1)

  await app.page.getByRole('radio', { name: 'Words', exact: true }).click()
  const words = app.page.getByRole('listbox', { name: 'Words', exact: true })
  await words
    .getByRole('option', { name: /^gardens?/ })
    .first()
    .click()
  await expect(field(app)).toHaveValue(/^garden/)
  await expect(app.page.getByText('Not found', { exact: true }).first()).toBeVisible()
  await app.page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(lines(app).first()).toContainText('garden')

  // A saved search goes by the key that deletes elsewhere, while the keyboard is at its name.
  const savedSearches = app.page.getByRole('button', { name: 'Saved', exact: true })
  await savedSearches.press('Enter')
  await app.page.getByRole('menuitem', { name: 'Trams in rebuttals' }).press('Delete')
  await expect(said(app)).toHaveText('Deleted')
  await expect(savedSearches).toBeFocused()
  await savedSearches.press('Enter')
  await expect(app.page.getByRole('menuitem')).toHaveText(['Save this search…'])
})
