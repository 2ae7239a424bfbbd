import { type App, expect } from './app.ts'
import { look, press } from './keyboard.ts'
import { documentRow, inspector, openDocument, settled, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const caret = async (app: App) => (await look(app)).caret

test('keys go to the next of a tag, without a link, unanswered or to be filled in, and on into the next document', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const tram = await tag(app, 'The tram pays for itself')
  await tag(app, 'We have measured twice', 'Premise')
  await tag(app, 'Noise will fall by half')
  const costs = await tag(app, 'The surveys counted no costs', 'Rebuttal')
  await tag(app, 'Four gardens stand')
  await link(app, costs, 'rebuts', tram)
  const [claim] = await app.request('tag.list', undefined)
  const attributes = [{ name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: true }]
  await app.request('tag.update', { id: claim!.id, change: { attributes } })
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await press(app, 'Control+Home', ']')
  await expect(quote(app)).toHaveText('The tram pays for itself')

  await press(app, '}')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await expect(statusLine(app)).toHaveText('Claim, 2 of 3: “Noise will fall by half”')
  await press(app, '}')
  await expect(statusLine(app)).toHaveText(
    'Round from the beginning: Claim, 1 of 3: “The tram pays for itself”',
  )
  await press(app, 'u')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await press(app, 'u')
  await expect(quote(app)).toHaveText('We have measured twice')
  await press(app, '}')
  await expect(statusLine(app)).toHaveText('No other Premise in this text')
  await press(app, 'm')
  await expect(statusLine(app)).toHaveText(
    'Round from the beginning: Claim, 1 of 3: “The tram pays for itself”, still to fill in: certainty',
  )
  await press(app, 'q')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await press(app, 'q')
  await expect(statusLine(app)).toHaveText('No other unanswered claim in this text')
  await expect(app.page.getByRole('region', { name: 'Further on' })).toContainText(
    `The next unanswered claim is in ${answer.title}`,
  )
  await press(app, 'Alt+PageDown')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await expect(quote(app)).toHaveText('Four gardens stand')
  await press(app, 'Alt+ArrowLeft')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await expect(quote(app)).toHaveText('Noise will fall by half')
})

test('a place is gone to by line, page, share or offset, seen while it is typed, and left again', async ({
  app,
}) => {
  const paragraphs = Array.from({ length: 200 }, (_, i) => `Paragraph ${i + 1} is about trams and noise.`)
  await importTexts(app, { 'long.txt': `Long\n\n${paragraphs.join('\n\n')}`, ...tramDispute })
  await openDocument(app, 'Long')
  await textOf(app).focus()
  const field = app.page.getByRole('textbox', { name: 'Go to a place in the text' })
  await press(app, 'Control+L')
  await expect(field).toBeFocused()
  await field.fill('page 3')
  await expect(app.page.getByText('This text has no pages.')).toBeVisible()
  await field.fill('201')
  await expect(app.page.getByText(/^Line 201 of 401/)).toContainText('Paragraph 100 is about trams')
  await expect(textOf(app).getByText('Paragraph 100 is')).toBeInViewport()
  await press(app, 'Escape')
  await expect(textOf(app).getByText('Paragraph 1 is')).toBeInViewport()

  await press(app, 'Control+L')
  await field.fill('50%')
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await expect(statusLine(app)).toHaveText(/^Line \d+ of 401, 50 %/)
  await settled(app)
  const middle = await caret(app)
  expect(middle).toBeGreaterThan(3000)

  // Where one was, across documents and a restart.
  await press(app, 'Control+PageDown')
  await expect(textOf(app)).not.toHaveAccessibleName('Long')
  await press(app, 'Alt+ArrowLeft')
  await expect(textOf(app)).toHaveAccessibleName('Long')
  await expect.poll(() => caret(app)).toBe(middle)
  await press(app, 'Alt+ArrowLeft')
  await expect.poll(() => caret(app)).toBe(0)
  await press(app, 'Alt+ArrowRight')
  await expect.poll(() => caret(app)).toBe(middle)
  await documentRow(app, statement.title).click()
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await openDocument(app, 'Long')
  await expect.poll(() => caret(app)).toBe(middle)
  await expect(textOf(app).getByText('Paragraph 100 is')).toBeInViewport()
})

test('the trail leads back to what was read, from annotations, the rail and the end of a text', async ({
  app,
}) => {
  const paragraphs = Array.from({ length: 300 }, (_, i) => `Paragraph ${i + 1} is about trams and noise.`)
  await importTexts(app, { 'long.txt': `Long\n\n${paragraphs.join('\n\n')}` })
  for (const words of ['Paragraph 10 is', 'Paragraph 150 is', 'Paragraph 250 is']) await tag(app, words)
  await openDocument(app, 'Long')
  await textOf(app).focus()
  await press(app, 'Control+Home')
  // Read on by the wheel; the caret stays behind.
  const read = textOf(app).getByText('Paragraph 60 is')
  await textOf(app).hover({ position: { x: 300, y: 200 } })
  await expect(async () => {
    await app.page.mouse.wheel(0, 400)
    await expect(read).toBeInViewport({ timeout: 300 })
  }).toPass()
  await press(app, ']', ']')
  await expect(quote(app)).toHaveText('Paragraph 150 is')
  await expect(read).not.toBeInViewport()
  await press(app, 'Alt+ArrowLeft')
  await expect(read).toBeInViewport()
  await expect.poll(() => caret(app)).toBe(0)
  await press(app, 'Alt+ArrowRight')
  await expect(quote(app)).toHaveText('Paragraph 150 is')
  await expect(read).not.toBeInViewport()
  await press(app, 'Alt+ArrowLeft')
  await expect(statusLine(app)).toHaveText('Back in Long')
  await expect(read).toBeInViewport()

  await press(app, 'Control+End')
  await expect(textOf(app).getByText('Paragraph 300 is')).toBeInViewport()
  await press(app, 'Alt+ArrowLeft')
  await expect(read).toBeInViewport()
  const rail = (await app.page.locator('.document-rail').boundingBox())!
  await app.page.mouse.click(rail.x + rail.width / 2, rail.y + rail.height - 4)
  await expect(textOf(app).getByText('Paragraph 300 is')).toBeInViewport()
  await textOf(app).focus()
  await press(app, 'Alt+ArrowLeft')
  await expect(statusLine(app)).toHaveText('Back in Long')
  await expect(read).toBeInViewport()
})

test('the trail leads back to the caret and the annotation in focus as they were left, and to none where none was', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, 'The tram pays for itself')
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await press(app, 'Control+Home')
  const inFocus = inspector(app).getByRole('blockquote')
  await press(app, ']')
  await expect(inFocus).toHaveText('The tram pays for itself')
  await press(app, 'Alt+ArrowLeft')
  await expect(inFocus, 'none was in focus there').toHaveCount(0)
  await press(app, 'Alt+ArrowRight')
  await expect(inFocus).toHaveText('The tram pays for itself')
  await expect(statusLine(app)).toHaveText(`Forward in ${statement.title}`)
  const start = await caret(app)
  for (const step of [1, 2, 3]) {
    await press(app, 'ArrowRight')
    await expect.poll(() => caret(app)).toBe(start + step)
  }

  await press(app, 'Control+PageDown')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await press(app, 'Alt+ArrowLeft')
  await expect(statusLine(app)).toHaveText(`Back in ${statement.title}`)
  await expect(inFocus).toHaveText('The tram pays for itself')
  expect(await caret(app)).toBe(start + 3)
})

test('the outline shows the headings with their annotations, follows the reading and leads there', async ({
  app,
}) => {
  const chapter = (n: number) =>
    `# Chapter ${n}\n\n${`The tram of chapter ${n} pays for itself. `.repeat(40)}\n\n## Costs ${n}\n\n${'Noise falls by half. '.repeat(90)}`
  await importTexts(app, { 'book.md': [1, 2, 3, 4].map(chapter).join('\n\n') })
  await openDocument(app, 'Chapter 1')
  await tag(app, 'The tram of chapter 3')
  await tag(app, 'Noise falls')
  await press(app, 'Control+Shift+O')
  const tree = app.page.getByRole('tree', { name: 'Headings' })
  await expect(tree).toBeFocused()
  await expect(tree.getByRole('treeitem')).toHaveText([
    'Chapter 11 annotation',
    'Costs 11 annotation',
    'Chapter 2',
    'Costs 2',
    'Chapter 31 annotation',
    'Costs 3',
    'Chapter 4',
    'Costs 4',
  ])
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('Chapter 1')

  await press(app, 'ArrowLeft')
  await expect(tree.getByRole('treeitem')).toHaveCount(7)
  await press(app, 'ArrowRight')
  await expect(tree.getByRole('treeitem')).toHaveCount(8)
  await app.page.getByRole('searchbox', { name: 'Filter the outline' }).fill('costs 3')
  await expect(tree.getByRole('treeitem')).toHaveText(['Costs 3'])
  await tree.getByRole('treeitem').click()
  await expect(textOf(app)).toBeFocused()
  await expect(textOf(app).getByRole('heading', { name: 'Costs 3' })).toBeInViewport()
  await expect(statusLine(app)).toHaveText('Costs 3')
  await app.page.getByRole('searchbox', { name: 'Filter the outline' }).fill('')
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveText('Costs 3')
  await textOf(app).focus()
  await press(app, 'Control+Home')
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('Chapter 1')
})
