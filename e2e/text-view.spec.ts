import { type App, expect } from './app.ts'
import { press, selectByKeys } from './keyboard.ts'
import { clickWords, inspector, openDocument, pane, settled, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const tagsHere = (app: App) => app.page.getByRole('grid', { name: 'Tags in this text' })
const rowsOf = (app: App) => tagsHere(app).getByRole('row')
const nameIn = (app: App, row: number) => rowsOf(app).nth(row).getByRole('rowheader')
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
  await expect(rowsOf(app)).toHaveText([/^Claim2/, /^Rebuttal1/, /^Premise1/])
  await press(app, 'ArrowDown', 'ArrowDown', 'Space')
  await expect(statusLine(app)).toHaveText('Premise is dimmed')
  await press(app, 'Space')
  await expect(nameIn(app, 2)).toHaveAccessibleName('Premise, hidden, 1 annotation')
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
  await press(app, '[')
  await expect(statusLine(app)).toHaveText('No other annotation in this text')

  // They are hidden at the next start too, and brought back by the mouse.
  const path = (await app.request('project.info', undefined)).path
  await app.request('app.closeProject', undefined)
  await app.open(path)
  await expect(app.page.getByText('2 tags are hidden: 3 annotations here')).toBeVisible()
  await pane(app, 'left').getByRole('button', { name: '2 hidden' }).click()
  await rowsOf(app).nth(2).getByTitle('Show Premise').click()
  await expect(nameIn(app, 2)).toHaveAccessibleName('Premise, shown, 1 annotation')
  await rowsOf(app).nth(0).getByRole('gridcell', { name: 'Only Claim' }).click()
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

test('what is copied is exactly the text, however far it goes past the screen', async ({ app }) => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, i) => `Paragraph ${i} has a few words, e\u0301tude and 👩‍👩‍👧.`,
  )
  const [id] = await importTexts(app, { 'long.txt': `\n${paragraphs.join('\n\n')}\n` })
  const { text } = await app.request('document.text', { id: id! })
  const { title } = (await app.request('document.list', undefined))[0]!
  await openDocument(app, title)
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
  const lines = (words: string) => words.replaceAll('\r\n', '\n')

  await textOf(app).click()
  await press(app, 'Control+A', 'Control+C')
  await expect.poll(async () => lines(await copied())).toBe(text)

  // From a click at the top to one with Shift at the end, past sections that were never laid out.
  await press(app, 'Control+Home')
  await clickWords(app, 'Paragraph 2 has')
  const last = textOf(app).getByText('Paragraph 399 has')
  const root = pane(app, 'left').locator('.document-view')
  // What comes into sight gets its own height, and the end is elsewhere then.
  await expect(async () => {
    await root.evaluate((root) => {
      root.scrollTop = root.scrollHeight
    })
    await settled(app)
    await expect(last).toBeInViewport({ timeout: 500 })
  }).toPass()
  const { x, y, height } = (await last.boundingBox())!
  await app.page.keyboard.down('Shift')
  await app.page.mouse.click(x + 1, y + height / 2)
  await app.page.keyboard.up('Shift')
  await press(app, 'Control+C')
  await expect
    .poll(async () => lines(await copied()))
    .toBe(text.slice(text.indexOf('Paragraph 2 has'), text.indexOf('Paragraph 399 has')))
})

test('a screen reader hears in the text where annotations begin and end', async ({ app }) => {
  await importTexts(app, tramDispute)
  await link(
    app,
    await tag(app, 'Four gardens', 'Rebuttal'),
    'rebuts',
    await tag(app, 'Nobody will lose a home'),
  )
  await tag(app, 'lose a home, and nobody will lose', 'Premise')
  await openDocument(app, statement.title)
  const paragraph = textOf(app).getByRole('paragraph').filter({ hasText: 'Noise' })
  await expect(paragraph).toMatchAriaSnapshot(
    '- paragraph: Noise will fall by half. Nobody will lose a home, and nobody will lose a garden. We have measured twice.',
  )

  await press(app, 'Control+,')
  await app.page.getByText('Say annotations while reading').click()
  await press(app, 'Escape')
  await expect(paragraph).toMatchAriaSnapshot(`
    - paragraph:
      - text: Noise will fall by half.
      - mark: "[Claim, begin] Nobody will"
      - mark: "[Premise, begin] lose a home [Claim, end]"
      - mark: ", and nobody will lose [Premise, end]"
      - text: a garden. We have measured twice.
  `)

  // What is tagged, undone and hidden is heard at once.
  await openDocument(app, statement.title)
  await selectByKeys(app, 'We have measured')
  await press(app, '1')
  const made = textOf(app).locator('mark').filter({ hasText: 'We have measured' })
  await expect(made).toMatchAriaSnapshot('- mark: "[Claim, unanswered, begin] We have measured [Claim, end]"')
  await press(app, 'Control+Z')
  await expect(made).toHaveCount(0)
  await press(app, 'h')
  await expect(textOf(app).locator('mark')).toHaveCount(0)
  await press(app, 'Shift+H')
  await expect(textOf(app).locator('mark')).toHaveCount(3)

  // Without being asked for they are there while a screen reader is known to run.
  await app.request('app.preferences', { sayAnnotations: false })
  await app.restart()
  await openDocument(app, statement.title)
  await expect(textOf(app).locator('mark')).toHaveCount(0)
  await app.electron.evaluate(({ app: electron }) => electron.emit('accessibility-support-changed', {}, true))
  await expect(textOf(app).locator('mark')).toHaveCount(3)
})

test('two tags of rebuttals are told apart by their lines, and neither is drawn as a misspelt word', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await app.request('tag.create', { name: 'Doubt', role: 'rebuttal' })
  await tag(app, 'Noise will fall', 'Rebuttal')
  await tag(app, 'We have measured twice', 'Doubt')
  await openDocument(app, statement.title)
  const linesOf = (words: string) => textOf(app).evaluate(linesUnder, words)
  await expect.poll(() => linesOf('Noise will fall')).toEqual(['double 1px'])
  await expect.poll(() => linesOf('We have measured twice')).toEqual(['solid 1px', 'dashed 1px'])
  await expect(pane(app, 'left').locator('.document-bar.two-strokes')).toHaveCount(1)
})

test('the bullets of a deep list are small signs of one size, whatever the font has', async ({ app }) => {
  await importTexts(app, { 'list.md': '# Points\n\n- one\n  - two\n    - three\n      - four' })
  await openDocument(app, 'Points')
  const bullets = () =>
    textOf(app).evaluate((text) =>
      [...text.querySelectorAll('.item')].map((item) => {
        const { width, height, fontSize } = getComputedStyle(item, '::before')
        return { width, height, fontSize, letters: getComputedStyle(item).fontSize }
      }),
    )
  const round = { width: '6px', height: '6px', fontSize: '0px', letters: '18px' }
  const square = { ...round, width: '5px', height: '5px' }
  await expect.poll(bullets).toEqual([round, round, square, round])
})

/** Runs in the page: the lines that are painted under these words, from the words down. */
function linesUnder(_text: Element, words: string): string[] {
  const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) as CSSStyleRule[]
  const lines = [...CSS.highlights].flatMap(([name, highlight]) => {
    const covers = [...highlight].some((range) => {
      const { startContainer: node, startOffset, endOffset } = range
      return node.textContent?.slice(startOffset, endOffset) === words
    })
    const style = rules.find((rule) => rule.selectorText.endsWith(`::highlight(${name})`))?.style
    return covers && style?.textDecorationLine === 'underline' ? [style] : []
  })
  const beyond = ({ textUnderlineOffset }: CSSStyleDeclaration) =>
    Number(/([\d.]+)px/.exec(textUnderlineOffset)?.[1] ?? 0)
  return lines
    .sort((a, b) => beyond(a) - beyond(b))
    .map(
      ({ textDecorationStyle, textDecorationThickness }) =>
        `${textDecorationStyle} ${textDecorationThickness}`,
    )
}
