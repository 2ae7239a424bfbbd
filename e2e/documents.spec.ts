import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { press } from './keyboard.ts'
import { documentRow, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag, writeTexts } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const list = (app: App) => app.page.getByRole('listbox', { name: 'Documents' })
const rows = (app: App) => list(app).getByRole('option')
const report = (app: App) => app.page.getByRole('dialog', { name: 'Import' })

test('files dropped on the window come in', async ({ app }) => {
  await dropFiles(app, writeTexts(app, tramDispute))
  await expect(rows(app)).toHaveCount(2)
  await expect(textOf(app)).toContainText('Noise will fall by half')
})

test('a file that is in the project already is not taken twice without being asked for', async ({ app }) => {
  await importTexts(app, tramDispute)
  await app.chooses(writeTexts(app, { [statement.file]: statement.source }))
  await press(app, 'Control+I')
  await expect(report(app)).toContainText('1 file already in the project')
  await expect(rows(app)).toHaveCount(2)
  await report(app).getByRole('button', { name: 'Import again as a second copy' }).click()
  await expect(rows(app)).toHaveCount(3)
})

test('the list is narrowed by words, and says how much of it is shown', async ({ app }) => {
  await importTexts(app, tramDispute)
  const filter = app.page.getByRole('searchbox', { name: 'Filter documents' })
  await filter.fill('COUNCIL')
  await expect(rows(app)).toHaveText([/What the council says/])
  await expect(app.page.getByText('1 of 2 documents')).toBeVisible()
  await filter.fill('mayor')
  await app.page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(app)).toHaveCount(2)
})

test('a document is found by the name of its file, which the table shows where it is asked to', async ({
  app,
}) => {
  // Whose title is its headline.
  const page = '<title>Bridge closed</title><p>The bridge is closed.</p>'
  await importTexts(app, { ...tramDispute, 'clip_0412.html': page })
  await app.page.getByRole('searchbox', { name: 'Filter documents' }).fill('0412')
  await expect(rows(app)).toHaveText([/Bridge closed/])

  await press(app, 'Control+Shift+D')
  await app.page.getByRole('button', { name: 'Columns' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'File' }).click()
  await press(app, 'Escape')
  const cell = app.page.getByRole('gridcell', { name: 'clip_0412.html' })
  await cell.click()
  await press(app, 'F2')
  await expect(app.page.getByRole('contentinfo')).toContainText('Files keep their names')
})

test('the claims that wait for an answer are counted anew when one is answered', async ({ app }) => {
  await importTexts(app, tramDispute)
  const claim = await tag(app, 'nobody will lose a garden')
  await tag(app, 'Noise will fall by half')
  const rebuttal = await tag(app, 'Four gardens', 'Rebuttal')
  const waiting = documentRow(app, statement.title).getByTitle('no counter')
  await expect(waiting).toHaveText(/^2 of 2 claim passages have no counter\s*2 open$/)

  await link(app, rebuttal, 'supports', claim)
  await expect(waiting).toHaveText(/^2 of 2 claim passages have no counter\s*2 open$/)
  await link(app, rebuttal, 'rebuts', claim)
  await expect(waiting).toHaveText(/^1 of 2 claim passages has no counter\s*1 open$/)
  await press(app, 'Control+Z')
  await expect(waiting).toHaveText(/^2 of 2 claim passages have no counter\s*2 open$/)
})

test('what is known of a document is corrected, and a date that is none is refused', async ({ app }) => {
  await importTexts(app, { ...tramDispute, 'minutes 2022-03-09.txt': 'Minutes\nHeld on 8 March 2022.' })
  await openDocument(app, 'Minutes')
  await press(app, 'Control+D')
  await app.page.getByRole('button', { name: '9 Mar 2022, in the file’s name' }).click()
  await app.page.getByRole('button', { name: 'Save' }).click()
  await expect(documentRow(app, 'Minutes')).toContainText('9 Mar 2022')
  await openDocument(app, statement.title)
  await press(app, 'Control+D')
  const details = app.page.getByRole('dialog', { name: 'Document details' })
  await details.getByRole('combobox', { name: 'Outlet' }).fill('Town council')
  await details.getByRole('textbox', { name: 'Date' }).fill('last spring')
  await expect(details).toContainText('Write a year, a month or a day')
  await expect(details.getByRole('button', { name: 'Save' })).toBeDisabled()
  await details.getByRole('textbox', { name: 'Date' }).fill('2021-05')
  await details.getByRole('textbox', { name: 'Title' }).fill('The council’s statement')
  await details.getByRole('button', { name: 'Add a field' }).click()
  await details.getByRole('combobox', { name: 'Name of the field' }).fill('genre')
  await details.getByRole('combobox', { name: 'genre' }).fill('statement')
  await press(app, 'Escape')
  const leaving = app.page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await leaving.getByRole('button', { name: 'Go on writing' }).press('Enter')
  await details.getByRole('textbox', { name: 'Title' }).press('Enter')
  await expect(statusLine(app)).toHaveText('Details saved')

  await expect(documentRow(app, 'The council’s statement')).toContainText('May 2021 · Town council')
  await expect(
    app.page.getByRole('heading', { name: 'The council’s statement', level: 1 }).first(),
  ).toBeVisible()
  await press(app, 'Control+D')
  await expect(details.getByRole('combobox', { name: 'genre' })).toHaveValue('statement')
  await details.getByRole('button', { name: 'Cancel' }).click()
  await press(app, 'Control+Z')
  await expect(documentRow(app, statement.title)).toBeVisible()
})

test('a document is marked and deleted from the list by keys alone, and comes back', async ({ app }) => {
  await importTexts(app, tramDispute)
  await list(app).focus()
  await press(app, 'Home', 'Shift+F10')
  await app.page.getByRole('menuitemradio', { name: 'In progress' }).press('Enter')
  await expect(rows(app).first().getByRole('img', { name: 'In progress' })).toBeVisible()

  await list(app).focus()
  await press(app, 'Delete')
  const asks = app.page.getByRole('alertdialog')
  await expect(asks).toContainText('Nothing is annotated in it.')
  await asks.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(rows(app)).toHaveCount(2)
  await expect(list(app)).toBeFocused()
  await press(app, 'Delete')
  await expect(asks).toContainText('Nothing is annotated in it.')
  await asks.getByRole('button', { name: 'Delete' }).press('Enter')
  await expect(rows(app)).toHaveCount(1)
  await press(app, 'Control+Z')
  await expect(rows(app)).toHaveText([/council says|neighbours answer/, /council says|neighbours answer/])
  await expect(documentRow(app, answer.title)).toBeVisible()
})

test('where the keyboard is a title is seen whole, and covers no other', async ({ app }) => {
  const long =
    `What the board and the pilots wrote to each other ${'in the long winter of the silt '.repeat(4)}`.trim()
  await importTexts(app, { 'long.md': `# ${long}\n\nIt is long.`, ...tramDispute })
  await list(app).focus()
  await press(app, 'End', 'Home')
  const first = rows(app).first()
  await expect(first).toContainText(long)
  const title = first.locator('.document-title')
  const isWhole = () => title.evaluate((element) => element.scrollHeight <= element.clientHeight)
  await expect.poll(isWhole).toBe(true)
  const bottomOf = async (row: typeof first) => {
    const box = await row.boundingBox()
    return box!.y + box!.height
  }
  const gap = async () =>
    (await rows(app).nth(1).boundingBox())!.y - (await bottomOf(first.locator('.document-row')))
  await expect.poll(gap).toBeGreaterThan(-0.5)

  await press(app, 'ArrowDown')
  await expect.poll(isWhole).toBe(false)
  const [one, two] = [await first.boundingBox(), await rows(app).nth(1).boundingBox()]
  expect(one!.height).toBe(two!.height)
})

test('who scrolls away from where the keyboard is stays there when a document comes in', async ({ app }) => {
  const long =
    `What the board and the pilots wrote to each other ${'in the long winter of the silt '.repeat(4)}`.trim()
  const trams = Array.from({ length: 80 }, (_, i) => [`tram ${i + 10}.txt`, `Tram ${i + 10}`])
  const comesIn = async (texts: Record<string, string>) => {
    await app.chooses(writeTexts(app, texts))
    const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
    await app.request('document.import', { task: 'seeding', paths })
  }
  await comesIn({ 'a.md': `# ${long}\n\nIt is long.`, ...Object.fromEntries(trams) })
  await expect(app.page.getByText('0 of 81 done')).toBeVisible()
  await list(app).focus()
  await press(app, 'End', 'Home')
  await expect(rows(app).first()).toContainText(long)
  const isShown = () => list(app).evaluate((element) => element.matches(':focus-visible'))
  await expect.poll(isShown).toBe(true)
  const scrolledBy = () => list(app).evaluate((element) => element.scrollTop)
  await list(app).hover()
  await app.page.mouse.wheel(0, 1200)
  await expect.poll(scrolledBy).toBe(1200)
  await comesIn({ 'one more.txt': 'One more came in.' })
  await expect(app.page.getByText('0 of 82 done')).toBeVisible()
  await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  expect(await scrolledBy()).toBe(1200)
})

test('titles of one long word, and those from right to left, are cut at their end in the list and in the table', async ({
  app,
}) => {
  const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'
  const hebrew =
    'עצירת הקו תפגע בסוחרים, כך אמרו המתנגדים במשך שנים ארוכות, ואיש לא בדק את המספרים שלהם מעולם.'
  await importTexts(app, { 'word.md': `# ${word}\n\nIt is long.`, 'קול.md': `# ${hebrew}\n\nעברית.` })
  const byWord = documentRow(app, word).locator('.document-title')
  await expect.poll(() => byWord.evaluate((title) => title.scrollWidth - title.clientWidth)).toBe(0)
  await expect(documentRow(app, hebrew).locator('.document-title')).toHaveCSS('direction', 'rtl')

  await app.resize(1000, 700)
  await press(app, 'Control+Shift+D')
  const table = app.page.getByRole('grid', { name: /documents/i })
  const cell = table
    .getByRole('gridcell', { name: hebrew })
    .or(table.getByRole('rowheader', { name: hebrew }))
  const beginning = () =>
    cell.first().evaluate((element) => {
      const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!
      const letter = document.createRange()
      letter.setStart(words, 0)
      letter.setEnd(words, 1)
      const [first, box] = [letter.getBoundingClientRect(), element.getBoundingClientRect()]
      return first.left >= box.left && first.right <= box.right
    })
  await expect.poll(beginning).toBe(true)
  await app.resize(1700, 860)
  await expect.poll(() => table.evaluate((grid) => grid.scrollWidth - grid.clientWidth)).toBe(0)
  await press(app, 'Control+Shift+D')
})
