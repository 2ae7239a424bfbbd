import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, pane, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
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

test('the rail tells where annotations lie, which claims are answered, and goes there exactly', async ({
  app,
}) => {
  const far = 'The last claim of this report stands here alone.'
  const filling = 'Nothing is claimed in this paragraph, and nothing is said against anything in it.'
  const source = `# Report\n\nIt begins with a claim.\n\n${`${filling}\n\n`.repeat(120)}${far}\n\n${`${filling}\n\n`.repeat(120)}`
  await importTexts(app, { ...tramDispute, 'report.md': source })
  await link(
    app,
    await tag(app, 'Four gardens', 'Rebuttal'),
    'rebuts',
    await tag(app, 'It begins with a claim'),
  )
  await tag(app, far)
  await openDocument(app, 'Report')

  const rail = pane(app, 'left').locator('.document-rail')
  const label = rail.locator('.document-rail-label')
  const { height } = (await rail.boundingBox())!
  // From the top down until the pointer meets what it tells of.
  const meet = async (words: string, from: number) => {
    for (let y = from; y < height; y += 4) {
      await rail.hover({ position: { x: 16, y } })
      if ((await label.isVisible()) && (await label.textContent()) === words) return y
    }
    throw new Error(`the rail does not tell of “${words}”`)
  }
  await expect(async () => expect(await meet('Claim 1', 0)).toBeLessThan(height / 10)).toPass()
  const at = await meet('Claim 1\n1 unanswered', 8)
  expect(at).toBeGreaterThan(height / 4)
  await rail.click({ position: { x: 16, y: at } })
  await expect(textOf(app).getByText(far)).toBeInViewport()

  // Dragged to its end it shows the end of the text, and what is hidden is not on it.
  await app.page.mouse.down()
  await app.page.mouse.move(0, 5000, { steps: 3 })
  await app.page.mouse.up()
  await expect(textOf(app).locator('p').last()).toBeInViewport()
  await press(app, 'Control+Home', 'h')
  await rail.hover({ position: { x: 16, y: at } })
  await expect(label).toBeHidden()
})
