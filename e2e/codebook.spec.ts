import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { TagId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import { press, selectByKeys, tabTo } from './keyboard.ts'
import { clickWords, inspector, openDocument, statusLine } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const claim = 'nobody will lose a garden'
const codebook = (app: App) => app.page.getByRole('dialog', { name: 'Codebook' })
const tagBar = (app: App) => app.page.getByRole('toolbar', { name: 'Tags to give' })
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' })
const tree = (app: App) => codebook(app).getByRole('treegrid', { name: 'Tags' })
const row = (app: App, name: string) => tree(app).getByRole('row', { name: new RegExp(`^${name},`) })
const rows = (app: App) => tree(app).getByRole('row')

async function openCodebook(app: App, tab: 'Tags' | 'Link types' = 'Tags'): Promise<void> {
  await press(app, 'Control+B')
  await codebook(app).getByRole('tab', { name: tab }).click()
}

const chooseType = (app: App, name: string) =>
  codebook(app).getByRole('listbox', { name: 'Link types' }).getByRole('option', { name }).click()

const field = (app: App, name: RegExp | string) =>
  codebook(app).getByRole('textbox', { name, exact: true }).last()

async function fill(app: App, name: RegExp | string, words: string): Promise<void> {
  await field(app, name).fill(words)
  await press(app, 'Enter')
}

async function closeCodebook(app: App): Promise<void> {
  await codebook(app).getByRole('button', { name: 'Close' }).click()
  await expect(codebook(app)).toBeHidden()
}

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('the keyboard is in the tree of tags at once', async ({ app }) => {
  await press(app, 'Control+B')
  await expect(rows(app).first()).toBeFocused()
  await press(app, 'ArrowDown')
  await expect(rows(app).nth(1)).toBeFocused()
  await press(app, 'Escape')
  await expect(codebook(app)).toBeHidden()
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
  await press(app, 'Tab')
  await expect(field(app, 'Key')).toBeFocused()
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

test('keys mean the tag that was just made, and not the one whose row had the keyboard before', async ({
  app,
}) => {
  await openCodebook(app)
  await row(app, 'Claim').click()
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  await app.page.keyboard.type('Concession')
  await press(app, 'Enter')
  await expect(row(app, 'Concession')).toBeFocused()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Concession/, /Premise/])
  await expect(row(app, 'Concession')).toBeFocused()
  await press(app, 'F2')
  await app.page.keyboard.insertText('Offer')
  await press(app, 'Enter')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Offer/, /Premise/])
  await press(app, 'Shift+ArrowDown')
  await expect(codebook(app)).toContainText('Offer, Premise')
  await press(app, 'ArrowUp')
  await expect(row(app, 'Offer')).toBeFocused()
})

test('a screen reader is told where a tag stands, and the tree is walked, opened, chosen from and typed into by key', async ({
  app,
}) => {
  const made: Record<string, TagId> = {}
  for (const [name, above] of [
    ['Costs', ''],
    ['Building', 'Costs'],
    ['Rails', 'Building'],
    ['Upkeep', 'Costs'],
    ['Noise', ''],
  ] as const)
    made[name] = (await app.request('tag.create', { name, parentId: made[above] ?? null })).id
  await openCodebook(app)
  await expect(tree(app)).toHaveAttribute('aria-rowcount', '8')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-level', '2')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-posinset', '2')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-setsize', '2')
  await expect(row(app, 'Rails')).not.toHaveAttribute('aria-expanded', /./)

  await row(app, 'Claim').click()
  await app.page.keyboard.type('co')
  await expect(row(app, 'Costs')).toBeFocused()
  await expect(row(app, 'Costs')).toHaveAttribute('aria-selected', 'true')
  await expect(field(app, 'Name')).toHaveValue('Costs')
  await press(app, 'ArrowLeft')
  await expect(row(app, 'Costs')).toHaveAttribute('aria-expanded', 'false')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Premise/, /Costs/, /Noise/])
  await press(app, 'ArrowRight', 'ArrowRight')
  await expect(row(app, 'Building')).toBeFocused()
  await press(app, 'ArrowDown', 'ArrowLeft')
  await expect(row(app, 'Building'), 'from a tag to the one above it').toBeFocused()
  await press(app, 'End')
  await expect(row(app, 'Noise')).toBeFocused()
  await press(app, 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect(codebook(app)).toContainText('3 tags chosen')
  await expect(codebook(app)).toContainText('Rails, Upkeep, Noise')
  await press(app, 'Control+ArrowUp', 'Control+ArrowUp', 'Control+Space')
  await expect(codebook(app)).toContainText('Costs, Rails, Upkeep, Noise')
  await press(app, 'Home')
  await expect(field(app, 'Name')).toHaveValue('Claim')

  // By mouse, an arrow opens and closes, and leaves the keyboard and what is chosen where they are.
  await row(app, 'Rails').click()
  await row(app, 'Costs').getByRole('button', { name: 'Collapse Costs' }).click()
  await expect(row(app, 'Rails')).toBeHidden()
  await expect(row(app, 'Costs'), 'the row with the keyboard has gone').toBeFocused()
  await expect(field(app, 'Name')).toHaveValue('Rails')
  await row(app, 'Costs').getByRole('button', { name: 'Expand Costs' }).click()
  await expect(row(app, 'Rails')).toBeVisible()
  // Dropped between two tags, it stands between them; several that are chosen go together.
  await row(app, 'Noise').dragTo(row(app, 'Building'), { targetPosition: { x: 80, y: 3 } })
  await expect(rows(app)).toHaveText([
    /Claim/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Noise/,
    /Building/,
    /Rails/,
    /Upkeep/,
  ])
  await expect(row(app, 'Noise')).toHaveAttribute('aria-level', '2')
  await row(app, 'Noise').click()
  await row(app, 'Upkeep').click({ modifiers: ['Control'] })
  await row(app, 'Upkeep').dragTo(row(app, 'Claim'), { targetPosition: { x: 80, y: 27 } })
  await expect(rows(app)).toHaveText([
    /Claim/,
    /Noise/,
    /Upkeep/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Building/,
    /Rails/,
  ])
  // By key they go together too.
  await row(app, 'Upkeep').focus()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([
    /Noise/,
    /Upkeep/,
    /Claim/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Building/,
    /Rails/,
  ])
  await expect(row(app, 'Upkeep')).toBeFocused()
  await press(app, 'Alt+ArrowUp')
  await expect(statusLine(app)).toHaveText('They cannot go further')
  await row(app, 'Building').click({ modifiers: ['Control'] })
  await press(app, 'Alt+ArrowUp')
  await expect(statusLine(app)).toHaveText(
    'Only tags that stand under the same one can be moved together by key',
  )
  await row(app, 'Costs').click()
  await press(app, 'Delete')
  await expect(app.page.getByRole('alertdialog')).toContainText('1 tag below it takes its place.')
  await press(app, 'Escape')
  await row(app, 'Rails').dblclick()
  await app.page.keyboard.insertText('Tracks')
  await press(app, 'Enter')
  await expect(row(app, 'Tracks')).toBeFocused()
  await press(app, 'Tab', 'Shift+Tab')
  await expect(row(app, 'Tracks'), 'the tree is one stop of the Tab key').toBeFocused()
})

test('of a codebook of hundreds the row with the keyboard is in sight and has its name, however far it goes', async ({
  app,
}) => {
  const path = join(app.folder, 'large.csv')
  const names = Array.from({ length: 400 }, (_, index) => `Topic ${String(index).padStart(3, '0')}`)
  writeFileSync(path, `name\r\n${names.join('\r\n')}\r\n`)
  await openCodebook(app)
  await app.chooses([path])
  await codebook(app).getByRole('button', { name: 'Import…' }).click()
  const importing = app.page.getByRole('dialog', { name: 'Import a codebook' })
  await expect(importing).toContainText('400 new')
  await expect(importing.getByRole('listitem')).toHaveCount(100)
  await importing.getByRole('button', { name: 'Show 100 more of 300' }).click()
  await expect(importing.getByRole('listitem')).toHaveCount(200)
  await importing.getByRole('listitem').last().getByRole('radio', { name: 'Leave out' }).click()
  await importing.getByRole('button', { name: 'Import 399' }).click()
  await expect(importing).toBeHidden()
  await row(app, 'Claim').click()
  await press(app, 'Home')
  await expect(rows(app).first()).toBeFocused()
  expect(await rows(app).count(), 'what cannot be seen is not drawn').toBeLessThan(60)
  await press(app, 'End')
  await expect(row(app, 'Topic 399')).toBeFocused()
  await expect(row(app, 'Topic 399')).toBeInViewport()
  await expect(row(app, 'Topic 399')).toHaveAttribute('aria-rowindex', '402')
  await press(app, 'PageUp', 'F2')
  await app.page.keyboard.insertText('Here')
  await press(app, 'Enter')
  await expect(row(app, 'Here')).toBeFocused()
  await expect(row(app, 'Here')).toBeInViewport()
  // Scrolled away by the wheel, the row keeps the keyboard, and an arrow comes back to it.
  await tree(app).hover()
  await app.page.mouse.wheel(0, -20_000)
  await expect(row(app, 'Topic 000')).toBeInViewport()
  await expect(row(app, 'Here')).toBeFocused()
  await press(app, 'ArrowUp')
  await expect(row(app, 'Here')).toBeInViewport()
})

test('tags are moved by key and by mouse, renamed and taken back without leaving the codebook', async ({
  app,
}) => {
  await tag(app, claim)
  await openCodebook(app)
  await row(app, 'Premise').click()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Premise/, /Rebuttal/])
  await press(app, 'Alt+ArrowRight')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '2')
  await expect(row(app, 'Claim')).toHaveAccessibleName(/1 annotation, 1 with those below$/)
  await press(app, 'Alt+ArrowRight')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '2')

  await row(app, 'Rebuttal').dragTo(row(app, 'Premise'))
  await expect(row(app, 'Rebuttal')).toHaveAttribute('aria-level', '3')
  await row(app, 'Claim').dragTo(row(app, 'Rebuttal'))
  await expect(rows(app)).toHaveText([/Claim/, /Premise/, /Rebuttal/])

  await row(app, 'Claim').click()
  await press(app, 'F2')
  await app.page.keyboard.insertText('Assertion')
  await press(app, 'Enter')
  await expect(row(app, 'Assertion')).toBeFocused()
  await press(app, 'ArrowLeft')
  await expect(rows(app)).toHaveCount(1)
  await press(app, 'Control+Z')
  await expect(row(app, 'Claim')).toBeVisible()
  await press(app, 'ArrowRight')
  await press(app, 'Control+Z')
  await press(app, 'Control+Z')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '1')
  await closeCodebook(app)
  await expect(tagBar(app).getByRole('button')).toHaveText([/Claim/, /Premise/, /Rebuttal/, 'Codebook…'])
})

test('each step that moves a tag goes on from the one before, however fast they are pressed', async ({
  app,
}) => {
  for (const name of ['Testimony', 'Figure']) await app.request('tag.create', { name })
  await openCodebook(app)
  await row(app, 'Figure').click()
  await pressAtOnce(row(app, 'Figure'), 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Figure/, /Rebuttal/, /Premise/, /Testimony/])
  await pressAtOnce(row(app, 'Figure'), 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowDown')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Premise/, /Testimony/, /Figure/])
  await expect(row(app, 'Figure')).toHaveAttribute('aria-level', '1')
  await expect(statusLine(app)).toHaveText('Figure moved')
  await expect(row(app, 'Figure')).toBeFocused()
})

/** Arrows with Alt, all of them before the first of them is kept. */
const pressAtOnce = (at: Locator, ...keys: string[]): Promise<void> =>
  at.evaluate((element, pressed) => {
    for (const key of pressed)
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
      )
  }, keys)

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
  await codebook(app).getByRole('textbox', { name: 'Choices, separated by commas' }).click()
  const attributes = async () => (await app.request('tag.list', undefined))[1]?.attributes
  await expect(codebook(app)).toContainText('Not kept yet: it needs at least one choice.')
  expect(await attributes()).toEqual([])
  await app.page.keyboard.type('weak, strong')
  await codebook(app).getByText('Required', { exact: true }).click()
  await expect.poll(attributes).toMatchObject([{ name: 'force', values: ['weak', 'strong'], required: true }])
  await closeCodebook(app)
})
