import type { Locator } from '@playwright/test'
import { type App, expect, test } from './app.ts'
import { moveCaretTo, press, selectByKeys } from './keyboard.ts'
import { clickWords, inspector, openDocument, pane, settled, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const sentence =
  'The council has counted what passes over the bridge, and the merchants have counted what does not. '
const longTitle = 'A long quarrel'
const paragraphs = Array.from(
  { length: 60 },
  (_, i) => `Paragraph ${i + 1} begins here. ${sentence.repeat(6)}`,
)
const long = `# ${longTitle}\n\n${paragraphs.join('\n\n')}\n`

const settings = (app: App) => app.page.getByRole('dialog', { name: 'Reading settings' })
const documents = (app: App) => app.page.getByRole('listbox', { name: 'Documents' })
const more = (app: App, what: string) => settings(app).getByRole('button', { name: `${what}: more` })

/** The paragraph at the top of the window. */
const paragraphAtTop = (app: App) =>
  textOf(app).evaluate((text) => {
    const { top } = text.closest('.document-view')!.getBoundingClientRect()
    const first = [...text.querySelectorAll('.paragraph')].find(
      (one) => one.getBoundingClientRect().bottom > top + 1,
    )
    return first?.textContent?.slice(0, 20)
  })

/** Characters to a line, on average over the full lines of a paragraph. */
const charactersToALine = (app: App, words: string) =>
  textOf(app).evaluate((text, beginning) => {
    const paragraph = [...text.querySelectorAll('.paragraph')].find((one) =>
      one.textContent?.startsWith(beginning),
    )!
    const range = document.createRange()
    const tops: number[] = []
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < (node as Text).length; i++) {
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        tops.push(Math.round(range.getBoundingClientRect().top))
      }
    }
    const full = tops.filter((top) => top < Math.max(...tops))
    return full.length / new Set(full).size
  }, words)

const setting = (app: App) =>
  pane(app, 'left')
    .locator('.document-view')
    .evaluate((view) => {
      const { fontFamily, fontSize, lineHeight } = getComputedStyle(view)
      return { font: fontFamily.split(',')[0], size: fontSize, leading: lineHeight }
    })

/** In the page: what is wider than the window or has to be scrolled sideways. */
function cutOff(): string[] {
  const sideways = [...document.querySelectorAll<HTMLElement>('*')].filter(
    (one) =>
      one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX),
  )
  const beyond = [
    ...document.querySelectorAll<HTMLElement>('button, input, h1, h2, h3, p, label, [role="option"]'),
  ]
    .filter((one) => one.checkVisibility() && !one.closest('.ui-hidden, [data-react-aria-prevent-focus]'))
    .filter((one) => {
      const { left, right, width, height } = one.getBoundingClientRect()
      return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1)
    })
  return [...sideways, ...beyond].map((one) => `${one.className}: ${one.textContent?.slice(0, 40)}`)
}

test('a text is set as its reader likes, and the place in it stays', async ({ app }) => {
  await app.newProject('Comfort')
  await importTexts(app, { 'long.md': long, ...tramDispute })
  await openDocument(app, longTitle)
  // With room for lines as long as the setting says.
  await press(app, 'Control+2')
  await expect(inspector(app)).toBeHidden()
  await settled(app)
  expect(await charactersToALine(app, 'Paragraph 2 ')).toBeGreaterThan(62)
  expect(await charactersToALine(app, 'Paragraph 2 ')).toBeLessThan(70)
  await press(app, 'Control+2')
  await expect(inspector(app)).toBeVisible()

  await moveCaretTo(app, 'Paragraph 40 begins')
  await app.page.mouse.move(640, 500)
  await app.page.mouse.wheel(0, 120)
  await settled(app)
  const before = await paragraphAtTop(app)
  await press(app, 'Control+R')
  await expect(settings(app)).toBeVisible()
  await more(app, 'Line spacing').click()
  await expect(statusLine(app)).toHaveText('Line spacing 1.7')
  await settings(app).getByRole('spinbutton', { name: 'Size' }).focus()
  await press(app, 'ArrowUp', 'ArrowUp')
  await expect(settings(app).getByRole('spinbutton', { name: 'Size' })).toHaveText('22 px')
  await settled(app)
  expect(await paragraphAtTop(app)).toBe(before)

  await settings(app).getByText('Only for this text').click()
  await settings(app).getByRole('radio', { name: 'Dyslexic' }).click()
  await expect(statusLine(app)).toHaveText('Font: Dyslexic, for this text alone')
  await expect.poll(() => setting(app)).toMatchObject({ font: '"OpenDyslexic Even"', size: '22px' })
  await settled(app)
  expect(await paragraphAtTop(app)).toBe(before)
  await settings(app).getByRole('radio', { name: 'Sepia' }).click()
  await press(app, 'Escape')

  await openDocument(app, statement.title)
  expect(await setting(app)).toMatchObject({
    font: '"Source Serif 4 Variable"',
    size: '22px',
    leading: '37.4px',
  })
  await app.restart()
  await openDocument(app, longTitle)
  await expect.poll(() => setting(app)).toMatchObject({ font: '"OpenDyslexic Even"', size: '22px' })
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'sepia')

  await app.page.getByRole('button', { name: 'Reading settings, this text’s own' }).click()
  await settings(app).getByText('Only for this text').click()
  expect(await setting(app)).toMatchObject({ font: '"Source Serif 4 Variable"', size: '22px' })
})

test('focus mode leaves only the text, which is tagged as ever', async ({ app }) => {
  await app.newProject('Focus')
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
  await app.request('app.preferences', { dimOthers: true })
  await app.restart()
  await openDocument(app, statement.title)
  await selectByKeys(app, 'Noise will fall by half')
  await press(app, 'Control+.')
  await expect(statusLine(app)).toHaveText('Focus mode. Escape or Ctrl+. leaves')
  await expect(documents(app)).toBeHidden()
  await expect(inspector(app)).toBeHidden()

  const ink = (words: string) =>
    textOf(app)
      .getByText(words)
      .first()
      .evaluate((block) => getComputedStyle(block).color)
  expect(await ink('Noise will fall')).not.toBe(await ink('The tram pays'))
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 5 words')
  const [words, text] = [await statusLine(app).boundingBox(), await pane(app, 'left').boundingBox()]
  expect(text!.y + text!.height).toBeLessThanOrEqual(words!.y)
  await press(app, 'n')
  await expect(inspector(app).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await press(app, 'Escape', 'F6', 'F6')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'Escape')
  await expect(documents(app)).toBeVisible()
  await expect(inspector(app)).toBeVisible()
  await expect(textOf(app)).toBeFocused()
})

test('every key can be another one, and everything that shows it follows', async ({ app }) => {
  const accelerator = (id: string) =>
    app.electron.evaluate(
      ({ Menu }, command) => String(Menu.getApplicationMenu()?.getMenuItemById(command)?.accelerator ?? ''),
      id,
    )
  await app.newProject('Keys')
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
  await press(app, 'F1')
  const sheet = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await sheet.getByRole('button', { name: 'Change keys…' }).click()
  const note = sheet.getByRole('group', { name: '“Note”' })
  await note.getByRole('button', { name: 'Add a key' }).click()
  await press(app, 'F9')
  await expect(note).toContainText('F9')
  await note.getByRole('button', { name: 'Add a key' }).click()
  await press(app, 'Control+K')
  await expect(note).toContainText('Ctrl+K is the key of “Command palette”.')
  await note.getByRole('button', { name: 'Take it over' }).click()
  await expect(statusLine(app)).toHaveText('Ctrl K is a key of “Note” and no longer of “Command palette”')
  await note.getByRole('button', { name: 'Remove N from “Note”' }).click()
  await expect.poll(() => accelerator('annotation.note')).toBe('F9')
  await expect.poll(() => accelerator('app.palette')).toBe('')

  await sheet.getByRole('switch', { name: 'Single-key shortcuts' }).focus()
  await press(app, 'Space')
  await press(app, 'Escape')
  await expect(sheet).toBeHidden()
  const tagBar = app.page.getByRole('toolbar', { name: 'Tags to give' })
  await expect(tagBar.getByRole('button', { name: 'Claim Alt 1' })).toBeVisible()
  await expect.poll(() => accelerator('annotation.retag')).toBe('Alt+Shift+T')
  await selectByKeys(app, 'Noise will fall')
  await press(app, '1')
  await expect(app.page.getByText('3 words selected')).toBeVisible()
  await press(app, 'Alt+1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 3 words')
  await press(app, 'F9')
  await expect(inspector(app).getByRole('textbox', { name: 'Note' })).toBeFocused()

  await textOf(app).focus()
  await press(app, 'F1')
  await sheet.getByRole('button', { name: 'Change keys…' }).click()
  await sheet.getByRole('button', { name: 'Reset all keys' }).click()
  await press(app, 'Escape', 'Control+K')
  await expect(app.page.getByRole('combobox', { name: 'Command palette' })).toBeFocused()
})

test('in a narrow window the tags that have no room are counted, and a press away', async ({ app }) => {
  await app.newProject('Narrow')
  await importTexts(app, tramDispute)
  for (const name of ['Testimony', 'Figure', 'Appeal to the law']) await app.request('tag.create', { name })
  await openDocument(app, answer.title)
  const tagBar = app.page.getByRole('toolbar', { name: 'Tags to give' })
  const further = tagBar.getByRole('button', { name: /more tags?…/ })
  await expect(tagBar.getByRole('button', { name: 'Appeal to the law' })).toBeInViewport()
  await expect(further).toBeHidden()

  await app.resize(320, 480)
  await expect(further).toBeVisible()
  const inSight = await tagBar.evaluate(tagsInSight)
  expect(inSight).toBeGreaterThan(0)
  await expect(further).toHaveText(`+${6 - inSight}`)
  await expect(further).toHaveAccessibleName(`${6 - inSight} more tags…`)
  await further.press('Enter')
  await expect(app.page.getByRole('option', { name: /Appeal to the law/ })).toBeVisible()
})

/** Those of which no pixel is cut off. */
function tagsInSight(bar: HTMLElement): number {
  const row = bar.querySelector('.tag-bar-tags')!
  const { bottom } = row.getBoundingClientRect()
  return [...row.children].filter((tag) => tag.getBoundingClientRect().bottom <= bottom + 1).length
}

test('what stands further down in a panel gives the window itself nothing to scroll to', async ({ app }) => {
  await app.newProject('Low')
  await importTexts(app, tramDispute)
  await tag(app, 'The noise was measured on a Sunday')
  await app.resize(1024, 400)
  await openDocument(app, answer.title)
  await clickWords(app, 'measured on a Sunday')
  await expect(inspector(app).getByRole('blockquote')).toBeVisible()
  const beyond = await app.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect(beyond).toBe(0)
})

test('at 400 % everything fits one column', async ({ app }) => {
  await app.newProject('Zoom')
  await importTexts(app, tramDispute)
  const sized = (width: number, height: number) =>
    app.electron.evaluate(
      ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]!.setContentSize(wide!, high!),
      [width, height],
    )
  await sized(320, 256)
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(320)
  await expect(documents(app)).toBeHidden()
  await app.page.getByRole('button', { name: 'Documents', exact: true }).click()
  await openDocument(app, answer.title)
  await expect(documents(app)).toBeHidden()
  await clickWords(app, 'Four gardens')
  await press(app, 'Control+2')
  await expect(inspector(app)).toBeVisible()
  expect(await app.page.evaluate(cutOff), 'annotation').toEqual([])
  await press(app, 'Escape')
  await expect(inspector(app)).toBeHidden()
  for (const key of ['Control+R', 'Control+,', 'F1', 'Control+K', 'Control+B', 'Control+E', 'Control+D']) {
    await press(app, key)
    await expect(app.page.getByRole('dialog')).toBeVisible()
    expect(await app.page.evaluate(cutOff), key).toEqual([])
    await press(app, 'Escape')
    await expect(app.page.getByRole('dialog')).toBeHidden()
  }

  // Most of the height is the text’s, and what is said against a claim leaves the claim in sight.
  const heightOf = async (one: Locator) => (await one.boundingBox())!.height
  expect(await heightOf(pane(app, 'left').locator('.document-view'))).toBeGreaterThan(256 / 2)
  const target = await tag(app, 'Four gardens')
  await link(app, await tag(app, 'The surveys counted no costs', 'Rebuttal'), 'rebuts', target)
  await textOf(app).focus()
  await press(app, 'Control+Home', ']', ']')
  const counter = app.page.getByRole('tooltip', { name: 'Strongest counter' })
  await expect(counter).toBeVisible()
  const handle = pane(app, 'left').locator('.document-handle').first()
  await expect
    .poll(async () => {
      const [tip, end] = [(await counter.boundingBox())!, (await handle.boundingBox())!]
      return tip.y > end.y || tip.y + tip.height <= end.y + 12
    })
    .toBe(true)
  await press(app, 'Escape')
  await expect(counter).toBeHidden()

  // The table of documents: its bar fits, and the first column does not keep the window for itself.
  await press(app, 'Control+Shift+D')
  const done = app.page.getByRole('button', { name: 'Done' })
  await expect
    .poll(async () => (await done.boundingBox())!.x + (await done.boundingBox())!.width)
    .toBeLessThan(320)
  const table = app.page.getByRole('grid')
  await expect(table.getByRole('columnheader').first()).toBeInViewport()
  await press(app, 'End')
  await expect(table.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 })
  await expect(table.getByRole('columnheader').first()).not.toBeInViewport()
  await press(app, 'Home')
  await expect(table.getByRole('columnheader').first()).toBeInViewport()
  await press(app, 'Control+Shift+D')
  await expect(textOf(app)).toBeVisible()

  // The same by zooming a window of 1280 pixels.
  await sized(1280, 1024)
  const zooms = [1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]
  for (const zoom of zooms) {
    await press(app, 'Control+Alt+=')
    await expect(statusLine(app)).toHaveText(`Window at ${Math.round(zoom * 100)} %`)
  }
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(320)
  await settled(app)
  // What is said against a claim follows the text into its new place.
  await expect.poll(() => app.page.evaluate(cutOff)).toEqual([])
})
