import { type App, expect } from './app.ts'
import { press, selectByKeys } from './keyboard.ts'
import { clickWords, inspector, openDocument, statusLine } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const claim = 'nobody will lose a garden'
const codebook = (app: App) => app.page.getByRole('dialog', { name: 'Codebook' })
const tagBar = (app: App) => app.page.getByRole('toolbar', { name: 'Tags to give' })
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' })

async function openCodebook(app: App, tab: 'Tags' | 'Link types' = 'Tags'): Promise<void> {
  await press(app, 'Control+B')
  await codebook(app).getByRole('tab', { name: tab }).click()
}

const choose = (app: App, list: 'Tags' | 'Link types', name: string) =>
  codebook(app).getByRole('listbox', { name: list }).getByRole('option', { name }).click()

const field = (app: App, name: RegExp | string) => codebook(app).getByRole('textbox', { name }).first()

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

test('a tag that was just made is at hand by its key', async ({ app }) => {
  await openCodebook(app)
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  await expect(field(app, 'Name')).toHaveValue('New tag')
  await fill(app, 'Name', 'Concession')
  await fill(app, 'Key', '4')
  await codebook(app).getByRole('radio', { name: 'Violet' }).press('Space')
  await codebook(app).getByRole('textbox', { name: 'Definition' }).fill('Grants the other side a point')
  await closeCodebook(app)

  await expect(tagBar(app).getByRole('button', { name: 'Concession' })).toBeVisible()
  await selectByKeys(app, 'Noise will fall')
  await press(app, '4')
  await expect(statusLine(app)).toHaveText('Tagged as Concession, 3 words')
  await openCodebook(app)
  await choose(app, 'Tags', 'Concession')
  await expect(codebook(app).getByRole('textbox', { name: 'Definition' })).toHaveValue(
    'Grants the other side a point',
  )
  await expect(codebook(app).getByRole('radio', { name: 'Violet' })).toBeChecked()
  await closeCodebook(app)
})

test('a new name and colour reach the inspector and the tag bar at once', async ({ app }) => {
  await tag(app, claim)
  await clickWords(app, 'lose a garden')
  await expect(tagOf(app)).toHaveText('Claim')
  const color = () =>
    tagOf(app)
      .locator('.ui-tag-swatch')
      .evaluate((swatch) => getComputedStyle(swatch).backgroundColor)
  const before = await color()

  await openCodebook(app)
  await choose(app, 'Tags', 'Claim')
  await fill(app, 'Name', 'Assertion')
  await codebook(app).getByRole('radio', { name: 'Ochre' }).press('Space')
  await closeCodebook(app)
  await expect(tagOf(app)).toHaveText('Assertion')
  await expect.poll(color).not.toBe(before)
  await expect(tagBar(app).getByRole('button')).toHaveText([/Assertion/, /Rebuttal/, /Premise/, 'Codebook…'])
})

test('a key that another tag has moves to the tag it is given', async ({ app }) => {
  await openCodebook(app)
  await choose(app, 'Tags', 'Rebuttal')
  await fill(app, 'Key', '1')
  await closeCodebook(app)
  await selectByKeys(app, 'Noise will fall')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 3 words')
  await expect(tagBar(app).getByRole('button', { name: 'Claim' })).toHaveText('Claim')
})

test('a tag can be put under another', async ({ app }) => {
  await openCodebook(app)
  await choose(app, 'Tags', 'Premise')
  await codebook(app)
    .getByRole('button', { name: /Stands under/ })
    .click()
  await app.page.getByRole('option', { name: 'Claim', exact: true }).click()
  await expect(codebook(app).getByRole('listbox', { name: 'Tags' }).getByRole('option')).toHaveText([
    /Claim/,
    /Premise/,
    /Rebuttal/,
  ])
  await choose(app, 'Tags', 'Premise')
  await expect(codebook(app).getByRole('button', { name: /Stands under/ })).toContainText('Claim')
  await closeCodebook(app)
})

test('a deleted tag leaves its annotations to another, and comes back with them', async ({ app }) => {
  await tag(app, claim)
  await clickWords(app, 'lose a garden')
  await openCodebook(app)
  await choose(app, 'Tags', 'Claim')
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
  await expect(tagBar(app).getByRole('button', { name: 'Claim' })).toBeVisible()
})

test('a tag can be deleted with its annotations, and both come back', async ({ app }) => {
  await tag(app, claim)
  await clickWords(app, 'lose a garden')
  await expect(tagOf(app)).toBeVisible()
  await openCodebook(app)
  await choose(app, 'Tags', 'Claim')
  await codebook(app).getByRole('button', { name: 'Delete tag…' }).click()
  const asks = app.page.getByRole('alertdialog', { name: 'Delete the tag Claim?' })
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
  await choose(app, 'Link types', 'rebuts')
  await fill(app, /^Name/, 'contradicts')
  await codebook(app).getByRole('button', { name: 'New link type' }).click()
  await expect(field(app, /^Name/)).toHaveValue(/^link type/)
  await fill(app, /^Name/, 'echoes')
  await codebook(app).getByText('Symmetric').click()
  await closeCodebook(app)
  await expect(links(app)).toContainText('… contradicts this')

  await openCodebook(app, 'Link types')
  await choose(app, 'Link types', 'contradicts')
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
