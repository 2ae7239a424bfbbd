import { expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importLaidOut, importTexts, link, tag, writeTexts } from './seeding.ts'
import { test } from './story.ts'
import { wireCopies } from './wire-copies.ts'

test('copies are told of after an import, compared, and annotations carried over one by one by key', async ({
  app,
}) => {
  await app.chooses(writeTexts(app, wireCopies))
  await press(app, 'Control+I')
  await importLaidOut(app)
  const messages = app.page.getByRole('region', { name: 'Messages' })
  const told = messages.getByText('passages of these documents stand in other documents too')
  await expect(told).toBeVisible()
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
  await expect(told).toHaveCount(0, { timeout: 2000 })
  await press(app, 'Control+Shift+Z')
  await tag(app, 'Nobody will lose a garden')
  const cost = await tag(app, 'the tram line will cost 412 million crowns')
  await app.request('annotation.update', { id: cost, change: { note: 'Ask for the bill.' } })

  await openDocument(app, 'Agency report')
  await expect(app.page.getByTitle(/^Stands also in \d documents$/).first()).toBeVisible()
  await clickWords(app, 'lose a garden')
  await expect(inspector(app).getByRole('button', { name: 'Stands also in 2 documents' })).toBeVisible()
  await textOf(app).focus()
  await press(app, 'Shift+S')
  const card = app.page.getByRole('article', { name: 'Stands in 3 documents' })
  const gazette = card.getByRole('listitem').filter({ hasText: 'Morning Gazette' })
  await expect(gazette).toContainText('a number differs')
  await expect(gazette).toContainText('a denial differs')
  await expect(gazette.locator('[data-sign]')).toHaveText([/412$/, /421$/, /not$/])

  const groups = app.page.getByRole('listbox', { name: 'Passages in several documents' })
  await expect(groups).toBeFocused()
  const offers = card.getByRole('listbox', { name: 'Annotations to carry over' })
  await expect(offers.getByRole('option')).toHaveCount(4)
  await press(app, 'Enter')
  await expect(offers).toBeFocused()
  await expect(offers.getByRole('option').first()).toContainText('Doubtful: 7 of its 8 words stand there')
  await press(app, 'a')
  await expect(statusLine(app)).toHaveText('Carried over: Claim with its note')
  await expect(offers.getByRole('option')).toHaveCount(3)
  await press(app, 'd')
  await expect(statusLine(app)).toHaveText('Dismissed')
  await expect(offers.getByRole('option').last()).toContainText('Dismissed')

  await press(app, 'Control+z', 'Control+z')
  await expect(offers.getByRole('option')).toHaveCount(4)
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName('Morning Gazette')
  await press(app, 'Alt+9')
  await expect(offers).toBeFocused()
})

test('a passage that quotes another is compared with it word by word, from its link', async ({ app }) => {
  await importTexts(app, wireCopies)
  const said = await tag(app, 'the tram line will cost 412 million crowns and open in the spring of 2027')
  const quoted = await tag(
    app,
    'the mayor said that the line “will cost 412 million crowns and open in the autumn of 2027”',
  )
  await link(app, quoted, 'restates', said)
  await openDocument(app, 'Radio talk')
  await clickWords(app, 'autumn of')
  await expect(inspector(app).getByRole('listitem')).toHaveCount(1)
  await textOf(app).focus()
  await press(app, 'Shift+C')
  const dialog = app.page.getByRole('dialog', { name: 'Compare word by word' })
  await expect(dialog).toContainText('Words changed')
  await expect(dialog).toContainText('Only what stands between its quotation marks is compared.')
  await expect(dialog.locator('del').last()).toHaveText(/spring$/)
  await expect(dialog.locator('ins')).toHaveText(/autumn$/)
  await dialog.getByRole('button', { name: 'The other way round' }).click()
  await expect(dialog.locator('ins').first()).toHaveText(/tram$/)
})
