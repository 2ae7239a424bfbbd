import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { closeCodebook, codebook, field, openCodebook, row, rows, tagBar } from './codebook.ts'
import { press, selectByKeys, tabTo } from './keyboard.ts'
import { signalProject } from './project-process.ts'
import { clickWords, inspector, openDocument, statusLine } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const claim = 'nobody will lose a garden'
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' })

const chooseType = (app: App, name: string) =>
  codebook(app).getByRole('listbox', { name: 'Link types' }).getByRole('option', { name }).click()

async function fill(app: App, name: RegExp | string, words: string): Promise<void> {
  await field(app, name).fill(words)
  await press(app, 'Enter')
}

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('a tag is made and named in its row, and is at hand by its key; a key moves to the tag it is given', async ({
  app,
}) => {
  await openCodebook(app)
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  // The first letter is not lost.
  await app.page.keyboard.type('Concession')
  await press(app, 'Enter')
  await expect(row(app, 'Concession')).toBeFocused()
  // Tab goes on to what else is said of the new tag, and of no other.
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  await app.page.keyboard.type('Threat')
  await expect(field(app, 'Key')).toBeHidden()
  // What is typed on while the tag is being made is its key.
  await signalProject(app, 'SIGSTOP')
  await press(app, 'Tab', 'x')
  await signalProject(app, 'SIGCONT')
  await expect(field(app, 'Key')).toBeFocused()
  await expect(field(app, 'Key')).toHaveValue('x')
  await press(app, 'Enter')
  await expect(row(app, 'Threat')).toContainText('X')
  await expect(field(app, 'Name')).toHaveValue('Threat')
  // So does a click beside the field.
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  await app.page.keyboard.type('Offer')
  await codebook(app).getByText('Its name first').click()
  await expect(field(app, 'Name')).toHaveValue('Offer')
  await row(app, 'Concession').click()
  await fill(app, 'Key', '2')
  await expect(statusLine(app)).toHaveText('Key 2 is now that of Concession, no longer of Rebuttal')
  await fill(app, 'Name', 'Claim')
  await expect(statusLine(app)).toHaveText('Another tag is called Claim too')
  await fill(app, 'Name', 'Concession')
  await codebook(app).getByRole('radio', { name: 'Indigo' }).press('Space')
  await field(app, 'Definition').fill('Grants the other side a point')
  await codebook(app).getByRole('searchbox').fill('point')
  await expect(rows(app)).toHaveCount(1)
  await expect(row(app, 'Concession')).toBeVisible()
  await closeCodebook(app)

  await selectByKeys(app, 'Noise will fall')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('Tagged as Concession, 3 words')
  // A hand on the mouse is known by its first move, before it comes to the button.
  await app.page.mouse.move(400, 300)
  await tagBar(app).getByRole('button', { name: 'Concession' }).hover()
  await expect(app.page.getByRole('tooltip')).toContainText('Grants the other side a point')
  await openCodebook(app)
  // The tag of the annotation in focus is the one that is shown.
  await expect(field(app, 'Definition')).toHaveValue('Grants the other side a point')
  await expect(codebook(app).getByRole('radio', { name: 'Indigo' })).toBeChecked()
  await row(app, 'Rebuttal').click()
  await expect(field(app, 'Key')).toHaveValue('')
  await closeCodebook(app)
})

test('a tag says which command it takes its key from in a text, and the key is shown beside that no more', async ({
  app,
}) => {
  const beginLink = links(app).getByRole('button', { name: /^Link from here/ })
  await selectByKeys(app, 'Noise will fall')
  await press(app, '3')
  await expect(statusLine(app)).toHaveText('Tagged as Premise, 3 words')
  await expect(beginLink).not.toHaveText('Link from here')

  await openCodebook(app)
  await row(app, 'Premise').click()
  await fill(app, 'Key', 'v')
  await expect(codebook(app)).toContainText('In a text V gives this tag and not “Keep as example”')
  await expect(codebook(app)).toContainText('Press Keep as example on an annotation')
  await fill(app, 'Key', 'l')
  await expect(codebook(app)).toContainText('In a text L gives this tag and not “Link from here”')
  await expect(codebook(app)).toContainText(/Press V/)
  await closeCodebook(app)

  await expect(beginLink).toHaveText('Link from here')
  await selectByKeys(app, 'nobody will lose')
  await press(app, 'l')
  await expect(statusLine(app)).toHaveText('Tagged as Premise, 3 words')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('nobody will lose')
})

test('a tag that comes to stand under one with a role is said to have none, and is given it by key', async ({
  app,
}) => {
  await app.request('tag.create', { name: 'Testimony' })
  await openCodebook(app)
  await row(app, 'Testimony').click()
  await press(app, 'Alt+ArrowRight')
  await expect(statusLine(app)).toHaveText('Testimony moved, under Premise; it has no role itself')
  await expect(codebook(app)).toContainText('Premise is a premise in an argument, Testimony is not.')
  const role = codebook(app).getByRole('button', { name: /Role in an argument/ })
  await expect(role).toContainText('None')
  await tabTo(app, codebook(app).getByRole('button', { name: 'Give it that role' }))
  await press(app, 'Enter')
  await expect(role).toContainText('Premise')
  await expect(codebook(app)).not.toContainText('in an argument, Testimony')
  await expect(role, 'the keyboard stays beside what it has changed').toBeFocused()
  await row(app, 'Testimony').click()
  await press(app, 'Alt+ArrowLeft')
  await expect(statusLine(app)).toHaveText('Testimony moved')
  await press(app, 'Alt+ArrowRight')
  await expect(statusLine(app)).toHaveText('Testimony moved, under Premise')
})

test('another definition marks what was made before, which is looked at again and found right by key', async ({
  app,
}) => {
  await tag(app, claim)
  await tag(app, 'With its costs the tram never pays for itself')
  await openCodebook(app)
  await field(app, 'Definition').fill('Something that can be denied')
  const versions = codebook(app).getByRole('region', { name: 'Versions' })
  await expect(versions).toContainText('2 annotations made under an older definition.')
  await expect(versions.locator('ins')).toContainText('Something that can be denied')
  await versions.getByRole('button', { name: 'Look at them' }).click()
  await expect(codebook(app)).toBeHidden()
  await expect(inspector(app)).toContainText('Made under an older definition of Claim.')
  await expect(inspector(app).getByRole('blockquote', { name: 'Passage' })).toHaveText(claim)

  await press(app, 'V')
  await expect(statusLine(app)).toHaveText('Kept as an example of Claim')
  await press(app, 'Shift+Y')
  await expect(inspector(app).getByRole('blockquote', { name: 'Passage' })).toContainText(
    'never pays for itself',
  )
  await press(app, 'Y')
  await expect(statusLine(app)).toHaveText('Still right. Nothing is left to look at')
  await expect(inspector(app)).not.toContainText('older definition')
  await press(app, 'R')
  await expect(statusLine(app)).toHaveText('Nothing was made under an older definition')
  await press(app, 'Control+Z')
  await expect(inspector(app)).toContainText('Made under an older definition of Claim.')

  await openCodebook(app)
  await expect(codebook(app).getByRole('listitem').filter({ hasText: claim })).toContainText(
    `“${claim}” (What the council says, paragraph 3)`,
  )
  await closeCodebook(app)

  // It is seen in the list as soon as a document is opened.
  await openDocument(app, statement.title)
  await openDocument(app, answer.title)
  await expect(inspector(app).getByRole('option')).toHaveText(/older definition.*never pays for itself/)
})

test('tags are merged and split after a look at what that changes', async ({ app }) => {
  await tag(app, claim)
  await tag(app, claim, 'Rebuttal')
  await tag(app, 'Noise will fall by half', 'Rebuttal')
  await openCodebook(app)
  await row(app, 'Claim').click()
  await row(app, 'Rebuttal').click({ modifiers: ['Control'] })
  await codebook(app).getByRole('button', { name: 'Merge them…' }).click()
  const merging = app.page.getByRole('dialog', { name: 'Merge 2 tags' })
  await expect(merging.getByRole('region', { name: 'What changes' })).toContainText(
    '2 annotations get the tag Claim.',
  )
  await expect(merging).toContainText('1 annotation of these is made one with another')
  await merging.getByRole('button', { name: 'Merge into Claim' }).click()
  await expect(row(app, 'Claim')).toHaveAccessibleName(/2 annotations$/)
  await expect(rows(app)).toHaveCount(2)

  await codebook(app).getByRole('button', { name: 'Split…' }).click()
  const splitting = app.page.getByRole('dialog', { name: 'Split Claim' })
  await expect(splitting.getByRole('application', { name: 'Annotation 1 of 2' })).toBeFocused()
  await expect(splitting).toContainText('Noise will fall by half')
  await press(app, '2')
  await expect(splitting.getByRole('application', { name: 'Annotation 2 of 2' })).toContainText(claim)
  await press(app, '0')
  await expect(splitting).toContainText('1 annotation will change. One step.')
  await splitting.getByRole('textbox', { name: 'Name of new tag 2' }).fill('Forecast')
  // At four times the size nothing is squeezed to a letter’s width.
  const { width, height } = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getBounds(),
  )
  await app.resize(320, 256)
  const nameField = splitting.getByRole('textbox', { name: 'Name of new tag 2' })
  await expect.poll(async () => (await nameField.boundingBox())!.width).toBeGreaterThan(120)
  await app.resize(width, height)
  await splitting.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(row(app, 'Forecast')).toHaveAccessibleName(/1 annotation$/)
  await expect(row(app, 'Claim')).toHaveAccessibleName(/1 annotation, 2 with those below$/)
  await codebook(app)
    .getByRole('button', { name: /^Undo: split tag Claim/ })
    .click()
  await expect(row(app, 'Forecast')).toBeHidden()
  await closeCodebook(app)
})

test('a deleted tag leaves its annotations to another, or takes them along, and comes back with them', async ({
  app,
}) => {
  await tag(app, claim)
  await clickWords(app, 'lose a garden')
  await openCodebook(app)
  await codebook(app).getByRole('button', { name: 'Delete tag…' }).click()
  const asks = app.page.getByRole('alertdialog', { name: 'Delete the tag Claim?' })
  await expect(asks).toContainText('1 annotation has this tag.')
  await asks.getByText('Give them another tag').click()
  await asks.getByRole('button', { name: 'Delete tag' }).click()
  await expect(asks).toBeHidden()
  await closeCodebook(app)
  await expect(tagOf(app)).toHaveText('Rebuttal')
  await expect(tagBar(app).getByRole('button', { name: 'Claim' })).toBeHidden()

  await press(app, 'Control+Z')
  await expect(tagOf(app)).toHaveText('Claim')
  await openCodebook(app)
  await row(app, 'Claim').click()
  await press(app, 'Delete')
  await asks.getByText('Delete them, with their links').click()
  await asks.getByRole('button', { name: 'Delete tag' }).click()
  await closeCodebook(app)
  await expect(tagOf(app)).toBeHidden()
  await press(app, 'Control+Z')
  await clickWords(app, 'lose a garden')
  await expect(tagOf(app)).toHaveText('Claim')
})

test('link types are made, renamed and deleted, and links follow', async ({ app }) => {
  await link(app, await tag(app, 'Four gardens', 'Rebuttal'), 'rebuts', await tag(app, claim))
  await clickWords(app, 'lose a garden')
  await expect(links(app)).toContainText('… rebuts this')

  await openCodebook(app, 'Link types')
  await chooseType(app, 'rebuts')
  await fill(app, /^Name/, 'contradicts')
  await expect(codebook(app)).toContainText('Claim, Rebuttal contradicts Claim, Rebuttal')
  await codebook(app).getByRole('button', { name: 'New link type' }).click()
  await expect(field(app, /^Name/)).toHaveValue(/^link type/)
  await fill(app, /^Name/, 'echoes')
  await codebook(app).getByText('Symmetric').click()
  await closeCodebook(app)
  await expect(links(app)).toContainText('… contradicts this')

  await openCodebook(app, 'Link types')
  await chooseType(app, 'contradicts')
  await codebook(app).getByRole('button', { name: 'Delete link type…' }).click()
  const asks = app.page.getByRole('alertdialog')
  await expect(asks).toContainText('1 link has this type.')
  await asks.getByText('Give them another type').click()
  await asks.getByRole('button', { name: 'Give them another type' }).click()
  await app.page.getByRole('option', { name: 'echoes', exact: true }).click()
  await asks.getByRole('button', { name: 'Delete link type' }).click()
  await closeCodebook(app)
  await expect(links(app).getByRole('listitem')).toContainText(/^echoes/)
  await press(app, 'Control+Z')
  await expect(links(app)).toContainText('… contradicts this')
})

test('the codebook goes out as a table and comes in again, with a choice for what differs', async ({
  app,
}) => {
  const path = join(app.folder, `codebook ${Date.now()}.csv`)
  await openCodebook(app)
  await field(app, 'Definition').fill('Something asserted')
  await app.savesTo(path)
  await codebook(app).getByRole('button', { name: 'Export…' }).click()
  await app.page.getByRole('menuitem', { name: /^Table/ }).click()
  await app.page
    .getByRole('dialog', { name: 'Codebook exported' })
    .getByRole('button', { name: 'Done' })
    .click()
  const table = readFileSync(path, 'utf8')
  expect(table).toContain('Something asserted')
  writeFileSync(
    path,
    `${table.replace('Something asserted', 'Something denied')}new,Concession,,,none,,,,,,,\r\n`,
  )

  await app.chooses([path])
  await codebook(app).getByRole('button', { name: 'Import…' }).click()
  const importing = app.page.getByRole('dialog', { name: 'Import a codebook' })
  await expect(importing).toContainText('1 new, 1 differing, 2 the same')
  await expect(importing.getByRole('region', { name: 'Differing' }).locator('ins')).toContainText('denied')
  await importing.getByRole('radio', { name: 'Take theirs' }).click()
  await importing.getByRole('button', { name: 'Import 2' }).click()
  await expect(row(app, 'Concession')).toBeVisible()
  await expect(field(app, 'Definition')).toHaveValue('Something denied')
  await press(app, 'Escape')
  await press(app, 'Control+B')
  await row(app, 'Claim').click()
  await press(app, 'Control+Z')
  await expect(row(app, 'Concession')).toBeHidden()
  await expect(field(app, 'Definition')).toHaveValue('Something asserted')
  await closeCodebook(app)
})

test('a codebook for other programs calls no two tags the same, and says so once it is written', async ({
  app,
}) => {
  await openCodebook(app)
  await row(app, 'Rebuttal').click()
  await fill(app, 'Name', 'Claim')
  await expect(statusLine(app)).toHaveText('Another tag is called Claim too')
  await app.savesTo(join(app.folder, `codebook ${Date.now()}.qdc`))
  await codebook(app).getByRole('button', { name: 'Export…' }).click()
  await app.page.getByRole('menuitem', { name: /^REFI-QDA/ }).click()
  const written = app.page.getByRole('dialog', { name: 'Codebook exported' })
  await expect(written).toContainText(
    '“Claim” is called “Claim (2)” there: no two codes may be called the same.',
  )
  await written.getByRole('button', { name: 'Done' }).click()
  await press(app, 'Control+Z')
  await expect(row(app, 'Rebuttal')).toBeVisible()
  await closeCodebook(app)
})

test('tags are looked at one after the other by mouse, and an attribute is named without losing the keyboard', async ({
  app,
}) => {
  await openCodebook(app)
  for (const name of ['Rebuttal', 'Premise', 'Claim', 'Rebuttal']) {
    const { x, y, height } = (await row(app, name).boundingBox())!
    await app.page.mouse.click(x + 60, y + height / 2)
    await expect(field(app, 'Name')).toHaveValue(name)
    // What is painted can be hit; the window was once blank here.
    const hit = await app.page.evaluate(() => document.elementFromPoint(600, 400)?.closest('[role="dialog"]'))
    expect(hit, name).not.toBeNull()
  }
  await codebook(app).getByRole('button', { name: 'New attribute' }).click()
  await app.page.keyboard.type('force')
  // From the name by its kind to its choices; the button that removes it comes after all of them.
  await press(app, 'Tab')
  await expect(codebook(app).getByRole('button', { name: /Kind/ })).toBeFocused()
  await press(app, 'Tab')
  await expect(field(app, 'Choices, separated by commas')).toBeFocused()
  const attributes = async () => (await app.request('tag.list', undefined))[1]?.attributes
  await expect(codebook(app)).toContainText('Not kept yet: it needs at least one choice.')
  expect(await attributes()).toEqual([])
  await app.page.keyboard.type('weak, strong')
  await codebook(app).getByText('Required', { exact: true }).click()
  await expect.poll(attributes).toMatchObject([{ name: 'force', values: ['weak', 'strong'], required: true }])
  await closeCodebook(app)
})
