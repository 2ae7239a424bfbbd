import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect, test } from './app.ts'
import { quotesThatFit, readLines } from './dataset.ts'
import { goToDocument, look, press, tabTo } from './keyboard.ts'
import { documentRow, inspector, statusLine, textOf } from './reading.ts'
import { importLaidOut } from './seeding.ts'

/** Real statements and counter-statements, which lie beside the checkout where there are any; they are no part of it. */
const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'diplomacy')
const texts = existsSync(corpus) ? readdirSync(corpus).map((name) => join(corpus, name)) : []

const tray = (app: App) => app.page.getByRole('region', { name: 'Pending link' })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' })
const list = (app: App) => app.page.getByRole('listbox', { name: 'Documents' })
const saved = (app: App) => expect(app.page.getByText('Saved', { exact: true })).toBeVisible()

/** Selects the sentence after so many others and tags it. Returns its words. */
async function tagSentence(app: App, before: number, key: string, name: string): Promise<string> {
  await press(app, 'Control+Home', ...Array<string>(before).fill('Alt+ArrowDown'), 'Shift+Alt+ArrowDown')
  await expect(app.page.getByText(/^\d+ words? selected$/)).toBeVisible()
  const { selected } = await look(app)
  await press(app, key)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(selected)
  await expect(statusLine(app)).toHaveText(new RegExp(`^Tagged as ${name}, \\d+ words?$`))
  return selected
}

/** Presses L at the annotation after the beginning of a document, and the letter of the type. */
async function endLinkAtFirst(app: App, title: string, letter: string): Promise<void> {
  await goToDocument(app, title)
  await press(app, 'Control+Home', ']')
  await expect(inspector(app).getByRole('button', { name: /^End the link here/ })).toBeVisible()
  await press(app, 'l')
  await expect(app.page.getByRole('dialog', { name: 'What does the first do to the second?' })).toBeVisible()
  await press(app, letter)
  await expect(tray(app)).toBeHidden()
}

test('five real texts are tagged, linked and exported by keyboard, through a restart and a kill', async ({
  app,
}) => {
  test.skip(texts.length === 0, 'the texts of ../shared/corpus/diplomacy are not there')

  await app.savesTo(join(app.folder, 'Diplomacy.rejoinder'))
  await press(app, 'Control+N')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
  await app.chooses(texts)
  await press(app, 'Control+I')
  await importLaidOut(app)
  await expect(list(app).getByRole('option')).toHaveCount(texts.length)
  await expect(textOf(app)).toBeFocused()
  const titles = (await app.request('document.list', undefined)).map(({ title }) => title)
  const [first, second, third] = titles as [string, string, string]

  const deterrence = await tagSentence(app, 5, '1', 'Claim')
  await tagSentence(app, 8, '2', 'Rebuttal')
  await goToDocument(app, second)
  const condemnation = await tagSentence(app, 4, '1', 'Claim')
  await goToDocument(app, third)
  const survey = await tagSentence(app, 12, '2', 'Rebuttal')

  await press(app, 'l')
  await endLinkAtFirst(app, second, 'r')
  await expect(statusLine(app)).toHaveText('Linked: rebuts')
  await expect(links(app).getByRole('listitem')).toContainText('… rebuts this')
  await expect(links(app).getByRole('listitem')).toContainText(survey)

  await goToDocument(app, first)
  await press(app, 'Control+Home', ']')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(deterrence)
  await press(app, 'l')
  await expect(tray(app)).toContainText(deterrence)
  await saved(app)
  await app.restart()
  await expect(tray(app)).toContainText(deterrence)
  await endLinkAtFirst(app, third, 'c')
  await expect(links(app).getByRole('listitem')).toHaveCount(2)
  await expect(links(app).getByRole('listitem').filter({ hasText: 'counter-claim of' })).toContainText(
    deterrence,
  )
  await saved(app)
  await expect(documentRow(app, first)).toContainText('1 claim passage, with a counter')
  const shown = await list(app).getByRole('option').allTextContents()

  await app.kill()
  await app.restart()
  await expect(app.page.getByText('What was shown as saved is there')).toBeVisible()
  await expect(list(app).getByRole('option')).toHaveText(shown)
  await goToDocument(app, second)
  await press(app, 'Control+Home', ']')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(condemnation)
  await expect(links(app).getByRole('listitem')).toContainText(survey)

  const target = join(app.folder, 'diplomacy.jsonl')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await tabTo(app, app.page.getByRole('button', { name: 'Export…' }))
  await press(app, 'Enter')
  await expect(app.page.getByRole('dialog', { name: 'Dataset written' })).toBeVisible()

  expect(quotesThatFit(target)).toHaveLength(4)
  expect(readLines<{ linkType: string }>(target, 'link').map(({ linkType }) => linkType)).toEqual([
    'rebuts',
    'counter-claim',
  ])
  const exported = readLines<{ text: string }>(target, 'document').map(({ text }) => text)
  expect(exported.sort()).toEqual(texts.map((path) => readFileSync(path, 'utf8')).sort())
})
