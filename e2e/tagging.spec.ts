import { type App, expect } from './app.ts'
import { moveCaretTo, press, selectByKeys } from './keyboard.ts'
import { inspector, openDocument, settled, statusLine, textOf } from './reading.ts'
import { importTexts } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })
const tagBar = (app: App) => app.page.getByRole('toolbar', { name: 'Tags to give' })

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('without a selection a key takes the sentence, another key tags it also, and a full stop tags again', async ({
  app,
}) => {
  await moveCaretTo(app, 'garden. We')
  await expect(tagBar(app)).toContainText('Tag the sentence')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 11 words')
  await expect(quote(app)).toHaveText('Nobody will lose a home, and nobody will lose a garden.')

  await expect(tagBar(app)).toContainText('Tag it also as')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('Also tagged as Rebuttal, 11 words')
  await expect(quote(app)).toHaveText('Nobody will lose a home, and nobody will lose a garden.')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('This passage is tagged as Rebuttal already.')

  await press(app, 'Control+End')
  await expect(tagBar(app)).toContainText('Tag the sentence')
  await press(app, '.')
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 5 words')
  await expect(quote(app)).toHaveText('The work begins in May.')

  await press(app, 'Control+Z', 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as Rebuttal')
  await expect(inspector(app).getByRole('option')).toHaveText([/Claim/])
})

test('what a key takes is a person’s choice, in the language of the document', async ({ app }) => {
  const [id] = await importTexts(app, {
    'zh.txt': '我们认为这条电车线路在九年之内就能收回成本。这不是真的。',
  })
  await app.request('document.update', { id: id!, change: { title: 'Tram', metadata: { language: 'zh' } } })
  await app.page.keyboard.press('Control+,')
  const preferences = app.page.getByRole('dialog', { name: 'Preferences' })
  await preferences.getByRole('radio', { name: 'Word' }).click()
  await press(app, 'Escape')
  await openDocument(app, 'Tram')
  await textOf(app).click()
  await press(app, 'Control+Home')
  await expect(tagBar(app)).toContainText('Tag the word')
  await press(app, '1')
  await expect(quote(app)).toHaveText('我们')

  await app.request('app.preferences', { tagUnit: 'sentence' })
})

test('a new tag is made by typing its name, or from the words selected, in one step', async ({ app }) => {
  await moveCaretTo(app, 'The work')
  await press(app, 't')
  await app.page.getByRole('combobox', { name: 'Tag the sentence as' }).fill('Timing')
  const offered = app.page.getByRole('listbox', { name: 'Tag the sentence as' }).getByRole('option')
  await expect(offered).toHaveText(['New tag “Timing”'])
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('Tagged as Timing, a new tag, 5 words')
  await expect(textOf(app)).toBeFocused()
  await expect(tagBar(app)).toContainText('Timing')

  await selectByKeys(app, 'lose a home')
  await press(app, 'i')
  await expect(statusLine(app)).toHaveText('Tagged as lose a home, a new tag, 3 words')
  await expect(tagOf(app)).toHaveText(/lose a home/)
  await settled(app)

  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as lose a home, a new tag')
  await expect(tagBar(app)).not.toContainText('lose a home')
  await press(app, 'Control+Z')
  await expect(tagBar(app)).not.toContainText('Timing')
})
