import { type App, expect } from './app.ts'
import { press, selectByKeys } from './keyboard.ts'
import { menuItem } from './menu.ts'
import { clickWords, documentRow, inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const note = (app: App) => inspector(app).getByRole('textbox', { name: 'Note' })

const seesInMenu = (app: App, command: 'history.undo' | 'history.redo', label: string) =>
  expect.poll(() => menuItem(app, command)).toMatchObject({ label })

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
})

test('undo and redo go through both documents, and the menu says what they will do', async ({ app }) => {
  await openDocument(app, answer.title)
  await selectByKeys(app, 'Four gardens')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 2 words')
  await press(app, 'l')
  await openDocument(app, statement.title)
  await selectByKeys(app, 'nobody will lose a garden')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 5 words')
  await press(app, 'l')
  await expect(app.page.getByRole('dialog')).toBeVisible()
  await press(app, 'r')
  await expect(inspector(app).getByRole('region', { name: 'Links' }).getByRole('listitem')).toHaveCount(1)

  await seesInMenu(app, 'history.undo', 'Undo: link Rebuts')
  await press(app, 'Control+Z')
  await expect(inspector(app)).toContainText('Not linked yet')
  await seesInMenu(app, 'history.redo', 'Redo: link Rebuts')
  await seesInMenu(app, 'history.undo', 'Undo: tag as Claim')
  await press(app, 'Control+Z')
  await expect(inspector(app)).toContainText('Annotations ')
  await seesInMenu(app, 'history.undo', 'Undo: tag as Rebuttal')
  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText(`Undone: tag as Rebuttal, in ${answer.title}`)
  await openDocument(app, answer.title)
  await clickWords(app, 'Four gardens')
  await expect(inspector(app)).toContainText('Annotations ')

  await press(app, 'Control+Shift+Z', 'Control+Shift+Z', 'Control+Shift+Z')
  await seesInMenu(app, 'history.redo', 'Redo')
  await clickWords(app, 'Four gardens')
  await expect(inspector(app).getByRole('region', { name: 'Links' })).toContainText(
    'nobody will lose a garden',
  )
})

test('what was done before a restart can be taken back after it', async ({ app }) => {
  await openDocument(app, statement.title)
  await tag(app, 'Noise will fall by half')
  await clickWords(app, 'Noise')
  await expect(inspector(app).getByRole('blockquote')).toBeVisible()
  await press(app, 'Delete')
  await expect(inspector(app)).toContainText('Annotations ')

  await app.restart()

  await seesInMenu(app, 'history.undo', 'Undo: delete annotation')
  await press(app, 'Control+Z')
  await clickWords(app, 'Noise')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('Noise will fall by half')
})

test('a deleted document comes back with its annotations and their links', async ({ app }) => {
  const claim = await tag(app, 'nobody will lose a garden')
  await link(app, await tag(app, 'Four gardens', 'Rebuttal'), 'rebuts', claim)
  await openDocument(app, statement.title)
  await expect(documentRow(app, statement.title)).toContainText('1 claim passage, with a counter')

  await documentRow(app, statement.title).click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(app.page.getByRole('alertdialog')).toContainText('1 annotation and 1 link go with it.')
  await app.page.getByRole('button', { name: 'Delete' }).click()
  await expect(documentRow(app, statement.title)).toBeHidden()

  await seesInMenu(app, 'history.undo', `Undo: delete ${statement.title}`)
  await press(app, 'Control+Z')
  await expect(documentRow(app, statement.title)).toContainText('1 claim passage, with a counter')
  await openDocument(app, statement.title)
  await clickWords(app, 'lose a garden')
  await expect(inspector(app).getByRole('region', { name: 'Links' })).toContainText('Four gardens')
})

test('what is undone in a document that is not in sight is said with its name, and is a key away', async ({
  app,
}) => {
  await tag(app, 'nobody will lose a garden')
  await tag(app, 'Four gardens', 'Rebuttal')
  await openDocument(app, statement.title)
  await clickWords(app, 'nobody')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('nobody will lose a garden')
  const further = app.page.getByRole('region', { name: 'Further on' })

  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText(`Undone: tag as Rebuttal, in ${answer.title}`)
  await expect(further).toContainText(`Undone: tag as Rebuttal, in ${answer.title}`)
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as Claim')
  await expect(further).toBeHidden()
  await press(app, 'Control+Shift+Z')
  await expect(statusLine(app)).toHaveText('Done again: tag as Claim')
  await press(app, 'Control+Shift+Z')
  await expect(statusLine(app)).toHaveText(`Done again: tag as Rebuttal, in ${answer.title}`)
  await press(app, 'Control+Z')
  await expect(further).toContainText('Undone')
  await press(app, 'Alt+PageDown')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await expect.poll(() => app.page.evaluate(() => String(getSelection()))).toBe('Four gardens')
  await press(app, 'Control+Shift+Z')
  await expect(statusLine(app)).toHaveText('Done again: tag as Rebuttal')
  await press(app, 'Control+Shift+Z')
  await expect(statusLine(app)).toHaveText('Nothing more to do again')
})

test('a note typed in one go is one step', async ({ app }) => {
  await openDocument(app, statement.title)
  await tag(app, 'Noise will fall by half')
  await clickWords(app, 'Noise')
  await expect(inspector(app).getByRole('blockquote')).toBeVisible()
  await press(app, 'n')
  await expect(note(app)).toBeFocused()
  await app.page.keyboard.type('Half of what, and measured where?')
  await press(app, 'Escape')
  await expect(textOf(app)).toBeFocused()
  await seesInMenu(app, 'history.undo', 'Undo: edit note')

  await press(app, 'Control+Z')
  await expect(note(app)).toHaveValue('')
  await seesInMenu(app, 'history.undo', 'Undo: tag as Claim')
  await press(app, 'Control+Y')
  await expect(note(app)).toHaveValue('Half of what, and measured where?')
})
