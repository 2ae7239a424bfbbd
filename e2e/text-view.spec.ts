import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, pane, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const tagsHere = (app: App) => app.page.getByRole('listbox', { name: 'Tags in this text' })
const rowsOf = (app: App) => tagsHere(app).getByRole('option')
const listed = (app: App) => inspector(app).getByRole('option')

test('tags are dimmed and hidden by key and by mouse, told for as long as they are, and kept', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, 'nine years', 'Claim')
  await tag(app, 'Every survey we know', 'Premise')
  await tag(app, 'Noise will fall', 'Claim')
  await tag(app, 'We have measured twice', 'Rebuttal')
  await openDocument(app, statement.title)
  await expect(listed(app)).toHaveCount(4)

  await press(app, 'Control+Shift+H')
  await expect(tagsHere(app)).toBeFocused()
  await expect(rowsOf(app)).toHaveText([/Claim2/, /Rebuttal1/, /Premise1/])
  await press(app, 'ArrowDown', 'ArrowDown', 'Space')
  await expect(statusLine(app)).toHaveText('Premise is dimmed')
  await press(app, 'Space')
  await expect(rowsOf(app).nth(2)).toHaveAccessibleName('Premise, hidden, 1 annotation')
  await press(app, 'Escape')
  await expect(app.page.getByText('Premise is hidden: 1 annotation here')).toBeVisible()
  await expect(listed(app)).toHaveCount(3)
  await expect(textOf(app)).toBeFocused()

  // What is hidden is passed over by keys and by the mouse.
  await press(app, 'Control+Home', ']', ']')
  await expect(quote(app)).toHaveText('Noise will fall')
  await clickWords(app, 'survey')
  await expect(listed(app)).toHaveCount(3)

  // The others of the annotation in focus: dimmed, hidden, shown.
  await clickWords(app, 'measured')
  await expect(quote(app)).toHaveText('We have measured twice')
  await press(app, 'h')
  await expect(statusLine(app)).toHaveText('Only Rebuttal is shown, the others are dimmed')
  await press(app, 'h')
  await expect(pane(app, 'left').getByRole('button', { name: '2 hidden' })).toBeVisible()
  await press(app, 'Control+Home', '[')
  await expect(statusLine(app)).toHaveText('No annotation above')

  // They are hidden at the next start too, and brought back by the mouse.
  const path = (await app.request('project.info', undefined)).path
  await app.request('app.closeProject', undefined)
  await app.open(path)
  await expect(app.page.getByText('2 tags are hidden: 3 annotations here')).toBeVisible()
  await pane(app, 'left').getByRole('button', { name: '2 hidden' }).click()
  await rowsOf(app).nth(2).getByTitle('Show Premise').click()
  await expect(rowsOf(app).nth(2)).toHaveAccessibleName('Premise, shown, 1 annotation')
  await rowsOf(app).nth(0).getByText('Only', { exact: true }).click()
  await expect(statusLine(app)).toHaveText('Only Claim is shown, the others are hidden')
  await press(app, 'a', 'Escape')
  await expect(listed(app)).toHaveCount(4)
  await expect(app.page.getByText(/hidden: /)).toHaveCount(0)
})
