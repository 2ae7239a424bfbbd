import { type App, expect } from './app.ts'
import { look, press } from './keyboard.ts'
import { inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const bar = (app: App) => app.page.getByRole('search', { name: 'Find in the text' })
const field = (app: App) => bar(app).getByRole('textbox', { name: 'Find in the text' })

async function lookFor(app: App, words: string): Promise<void> {
  await press(app, 'Control+F')
  await expect(field(app)).toBeFocused()
  await app.page.keyboard.insertText(words)
}

test('words are found while they are typed; Enter goes on, Escape leaves the hit to be tagged', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
  await lookFor(app, 'WILL')
  await expect(bar(app)).toContainText('1 of 3')
  await press(app, 'Enter', 'Enter')
  await expect(bar(app)).toContainText('3 of 3')
  // It is read out as well, and not shown a second time.
  await expect(statusLine(app)).toHaveText('3 of 3')
  expect((await statusLine(app).locator('span').boundingBox())?.width).toBe(1)
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('1 of 3, round from the beginning')
  await press(app, 'Shift+Enter')
  await expect(statusLine(app)).toHaveText('3 of 3, round from the end')
  await expect(bar(app).getByRole('button', { name: 'In all texts' })).toHaveCount(0)
  await bar(app).getByRole('button', { name: 'Match case' }).click()
  await expect(bar(app)).toContainText('Not found')
  await bar(app).getByRole('button', { name: 'Match case' }).click()
  await expect(bar(app)).toContainText('3 of 3')

  await press(app, 'Escape')
  await expect(bar(app)).toHaveCount(0)
  await expect(textOf(app)).toBeFocused()
  await expect.poll(async () => (await look(app)).selected).toBe('will')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 1 word')

  // Again, from the text: what is selected is looked for, and the text keeps the keyboard.
  await press(app, 'Control+G')
  await expect(bar(app)).toContainText('1 of 3')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'Control+Shift+G')
  await expect(bar(app)).toContainText('3 of 3')
  await press(app, 'Escape', 'Alt+ArrowLeft')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('will')
  await press(app, 'Alt+ArrowLeft')
  await expect.poll(async () => (await look(app)).caret).toBe(0)
})

test('what is not in the text is looked for in all of them', async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
  await lookFor(app, 'never pays for')
  await expect(bar(app)).toContainText('Not found')
  await bar(app).getByRole('button', { name: 'In all texts' }).click()
  const lines = app.page.getByRole('listbox', { name: /hits/i }).getByRole('option')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('never pays for itself')
  await expect(app.page.getByRole('textbox', { name: 'Search all texts' })).toHaveValue('"never pays for"')

  // By its key as well, which else shows the search as it was.
  await press(app, 'Control+Alt+F')
  await app.page.getByRole('region', { name: statement.title }).waitFor()
  await press(app, 'Control+F')
  await expect(field(app)).toBeFocused()
  await field(app).fill('were measured')
  await expect(bar(app)).toContainText('Not found')
  await press(app, 'Control+Alt+F')
  await expect(app.page.getByRole('textbox', { name: 'Search all texts' })).toHaveValue('"were measured"')
})

test('an expression that is wrong or takes for ever is said to be so, and the window goes on', async ({
  app,
}) => {
  await importTexts(app, { 'letters.txt': `Letters\n\n${'a'.repeat(60)}!` })
  await openDocument(app, 'Letters')
  await press(app, 'Control+F')
  await bar(app).getByRole('radio', { name: 'Expression' }).click()
  await field(app).fill('(a')
  await expect(bar(app)).toContainText('A bracket “(” is opened and not closed.')
  await field(app).fill('(a+)+b')
  await expect(bar(app)).toContainText('This takes too long in this text.')
  await field(app).fill('^l\\w+s$')
  await expect(bar(app)).toContainText('1 of 1')
})

test('letters are found in any script, with or without their accents, at their own place', async ({
  app,
}) => {
  await importTexts(app, {
    'scripts.txt':
      'Scripts\n\nقَالَ الْمُدِيرُ إنّ الخط مربح\n\n東京都の電車は速い。電車\n\nStraße, café, cafe\u0301 👩‍👩‍👧',
  })
  await openDocument(app, 'Scripts')
  await lookFor(app, '')
  for (const [words, count, hit] of [
    ['المدير', '1 of 1', 'الْمُدِيرُ'],
    ['電車', '1 of 2', '電車'],
    ['STRASSE', '1 of 1', 'Straße'],
    ['café', '1 of 2', 'café'],
    ['👩', '1 of 1', '👩‍👩‍👧'],
  ] as const) {
    await press(app, 'Control+F')
    await field(app).fill(words)
    await expect(bar(app)).toContainText(count)
    await press(app, 'Escape')
    await expect.poll(async () => (await look(app)).selected).toBe(hit)
  }
})

test('all hits are tagged in one step, and what was tagged so already is passed over', async ({ app }) => {
  await importTexts(app, tramDispute)
  const id = await tag(app, 'Noise will fall by half.')
  const { tagId } = await app.request('annotation.get', { id })
  const attributes = [{ name: 'certainty', kind: 'text' as const, required: true }]
  await app.request('tag.update', { id: tagId, change: { attributes } })
  await openDocument(app, statement.title)
  await lookFor(app, 'will')
  await expect(bar(app)).toContainText('1 of 3')
  await bar(app).getByRole('button', { name: 'Tag all 3…' }).click()
  await app.page.getByRole('radio', { name: 'The sentence around it' }).click()
  await expect(app.page.getByRole('dialog', { name: 'Tag 2 passages as' })).toBeVisible()
  await app.page.getByRole('combobox', { name: 'Tag 2 passages as' }).fill('cla')
  await expect(app.page.getByRole('dialog')).toContainText(
    'Claim requires “certainty”: the passages will lack it',
  )
  await press(app, 'Enter')
  const told = app.page.getByText('Tagged 1 passage as Claim; 1 passage was tagged so already')
  await expect(told).toBeVisible()
  await expect(inspector(app).getByRole('option')).toHaveText([
    /Noise will fall by half/,
    /Nobody will lose a home, and nobody will lose a garden/,
  ])
  await textOf(app).click()
  await press(app, 'Control+Z')
  await expect(inspector(app).getByRole('option')).toHaveText([/Noise will fall by half/])
  // By itself it would stay for longer.
  await expect(told).toHaveCount(0, { timeout: 2000 })
  await press(app, 'Escape', 'Control+End', '.')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 5 words')
  await textOf(app).focus()
  await lookFor(app, 'nobody')
  await expect(bar(app)).toContainText('1 of 2')
  await bar(app).getByRole('button', { name: 'Tag all 2…' }).click()
  await app.page.getByRole('combobox', { name: 'Tag 2 passages as' }).fill('Universal')
  await press(app, 'Enter')
  await expect(app.page.getByText('Tagged 2 passages as Universal, a new tag')).toBeVisible()
  await press(app, 'Escape', 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag 2 passages as Universal, a new tag')
  await expect(app.page.getByRole('toolbar', { name: 'Tags to give' })).not.toContainText('Universal')
})
