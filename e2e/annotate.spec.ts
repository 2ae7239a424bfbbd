import { expect } from './app.ts'
import { press, selectByKeys } from './keyboard.ts'
import { inspector, openDocument, statusLine } from './reading.ts'
import { importTexts } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('one key tags what is selected, and the status line says what and how much', async ({ app }) => {
  await selectByKeys(app, 'Noise will fall')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 3 words')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('Noise will fall')
})
