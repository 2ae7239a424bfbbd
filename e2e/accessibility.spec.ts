import { commands } from '../preload/contract/commands/index.ts'
import { type App, expect } from './app.ts'
import { barriers, expectNoBarrier } from './barriers.ts'
import { press, selectByKeys } from './keyboard.ts'
import { clickWords, documentRow, inspector, openDocument, settled, textOf } from './reading.ts'
import { importTexts, tag, tagParts } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'
import { throughTheDialogs } from './walk-dialogs.ts'
import { throughTheLists } from './walk-lists.ts'
import { throughTheWindow } from './walk-window.ts'
import { claim, closeDialog, command, focusClaim, seed } from './walking.ts'

const dialog = (app: App) => app.page.getByRole('dialog')

test.describe.configure({ timeout: 300_000 })

test('nothing in the window keeps anybody out', ({ app }) => expectNoBarrier(app, throughTheWindow))

test('nothing in a dialog keeps anybody out', ({ app }) => expectNoBarrier(app, throughTheDialogs))

test('nothing in what is kept, merged and written keeps anybody out', ({ app }) =>
  expectNoBarrier(app, throughTheLists))

test('every theme can be read, in high contrast all the better', async ({ app }) => {
  await seed(app)
  await focusClaim(app)
  await press(app, 'Control+R')
  await settled(app)
  for (const theme of ['sepia', 'contrast-light', 'contrast-dark']) {
    await app.page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await settled(app)
    const rules = theme === 'sepia' ? ['color-contrast'] : ['color-contrast', 'color-contrast-enhanced']
    expect.soft(await barriers(app, rules), theme).toEqual([])
  }
  await app.page.evaluate(() => delete document.documentElement.dataset.theme)
})

test('forced colours tell what is chosen and keep the colours of tags; less motion moves nothing', async ({
  app,
}) => {
  await seed(app)
  await focusClaim(app)
  await app.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const system = await app.page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText'
    const { backgroundColor, color } = getComputedStyle(probe)
    probe.remove()
    return { backgroundColor, color }
  })
  const look = (element: Element) => {
    const { backgroundColor, color } = getComputedStyle(element)
    return { backgroundColor, color }
  }
  const open = await documentRow(app, statement.title).evaluate(look)
  const other = await documentRow(app, answer.title).evaluate(look)
  expect(open).toEqual(system)
  expect(other).not.toEqual(system)
  const swatches = app.page.getByRole('toolbar', { name: 'Tags to give' }).locator('.ui-tag-swatch')
  const colors = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  expect(new Set(colors).size).toBe(colors.length)

  await press(app, 'Control+K')
  await expect(dialog(app).getByRole('option', { selected: true })).toBeVisible()
  expect(await dialog(app).getByRole('option', { selected: true }).evaluate(look)).toEqual(system)
  await press(app, 'Escape')
  const moving = await app.page.evaluate(
    () =>
      [...document.querySelectorAll('body *')]
        .map((element) => getComputedStyle(element))
        .filter(({ animationDuration, transitionDuration }) =>
          `${animationDuration}, ${transitionDuration}`
            .split(', ')
            .some((time) => Number.parseFloat(time) > 0.001),
        ).length,
  )
  expect(moving).toBe(0)
  await app.page.emulateMedia({ forcedColors: null, reducedMotion: null })
})

test('in forced colours overlapping annotations keep a line each, and what is marked or found is told from them', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, 'Nobody will lose a home, and nobody will lose a garden')
  await tag(app, 'lose a home, and nobody', 'Rebuttal')
  await tag(app, 'a home', 'Premise')
  await app.page.emulateMedia({ forcedColors: 'active' })
  await openDocument(app, statement.title)
  const painted = () =>
    textOf(app).evaluate((text) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.cssText = 'forced-color-adjust: none; color: CanvasText; border-color: Highlight'
      const { color, borderTopColor } = getComputedStyle(probe)
      const system: Record<string, string> = { [color]: 'CanvasText', [borderTopColor]: 'Highlight' }
      probe.remove()
      const lines: string[] = []
      const grounds: string[] = []
      for (const [name, passages] of CSS.highlights) {
        const style = getComputedStyle(text, `::highlight(${name})`)
        const line = `${style.textDecorationLine} ${style.textDecorationStyle} ${system[style.textDecorationColor]}`
        if (passages.size > 0 && style.textDecorationLine !== 'none')
          lines.push(`${line} ${style.textUnderlineOffset}`)
        if (passages.size > 0 && !/, 0\)$/.test(style.backgroundColor)) grounds.push(name)
      }
      return { lines, grounds, letters: system[getComputedStyle(text).color] }
    })
  await expect.poll(async () => (await painted()).lines.length).toBe(3)
  const { lines, grounds, letters } = await painted()
  expect(letters).toBe('CanvasText')
  for (const style of ['solid', 'double', 'dashed'])
    expect(lines).toContainEqual(expect.stringContaining(`underline ${style} CanvasText`))
  expect(new Set(lines.map((line) => line.split('CanvasText')[1])).size).toBe(3)
  expect(grounds).toEqual([])

  await clickWords(app, 'a home')
  await expect(inspector(app)).toContainText('Premise')
  await expect.poll(async () => (await painted()).grounds.length).toBe(1)
  expect((await painted()).lines).toContainEqual(expect.stringContaining('overline solid Highlight'))
  await app.page.emulateMedia({ forcedColors: null })
})

test('every command is in the menu', async ({ app }) => {
  const missing = await app.electron.evaluate(
    ({ Menu }, ids) => ids.filter((id) => !Menu.getApplicationMenu()?.getMenuItemById(id)),
    Object.keys(commands),
  )
  expect(missing).toEqual([])
})

test('the palette does what the keys do, and opens a document by its title', async ({ app }) => {
  await seed(app)
  await selectByKeys(app, 'The work begins')
  await command(app, 'Tag as Premise')
  await expect(inspector(app).getByRole('blockquote')).toHaveText('The work begins')
  await command(app, 'Undo')
  await expect(inspector(app).getByRole('blockquote')).toBeHidden()
  await command(app, 'neighbours answer')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
})

test('every view says what it is, to the eye and as its heading', async ({ app }) => {
  await importTexts(app, tramDispute)
  await tag(app, 'nobody will lose a garden')
  const views = {
    'Alt+1': 'Overview',
    'Alt+2': 'Claims nobody answers',
    'Alt+3': 'Claims',
    'Alt+4': 'Confrontation',
    'Alt+5': 'Time',
    'Alt+6': 'All claims',
    'Alt+7': 'Speakers',
    'Alt+8': 'Attacks on itself',
    'Alt+9': 'Copies',
    'Control+Alt+F': 'Search',
    'Control+Shift+D': 'Table of documents',
  }
  for (const [key, name] of Object.entries(views)) {
    await press(app, key)
    const heading = app.page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(name)
    expect((await heading.boundingBox())?.height, `${name} can be seen`).toBeGreaterThan(10)
  }
})

test('a screen reader finds the text by its blocks and the annotations in a list', async ({ app }) => {
  await seed(app)
  await expect(textOf(app)).toMatchAriaSnapshot(`
    - textbox "${statement.title}":
      - heading "${statement.title}" [level=1]
      - paragraph: The tram pays for itself within nine years. Every survey we know says so.
      - paragraph: Noise will fall by half. Nobody will lose a home, and nobody will lose a garden. We have measured twice.
      - paragraph: The work begins in May.
  `)
  await expect(inspector(app)).toMatchAriaSnapshot(`
    - complementary "Annotation":
      - heading "Annotations 2" [level=2]
      - listbox "Annotations":
        - option "Claim Noise will fall by half. Nobody will lose a home"
        - option "Claim ${claim}"
  `)
})

test('what happens in a dialog is read out there, and what a control tells itself is not said once more', async ({
  app,
}) => {
  // What is inert behind a dialog is not read out.
  const heard = (words: string) =>
    app.page.locator('[role="status"]:not([inert] *)').filter({ hasText: words })
  await seed(app)
  await press(app, 'Control+B')
  await dialog(app)
    .getByRole('row', { name: /^Claim/ })
    .click()
  await press(app, 'Alt+ArrowUp')
  await expect(heard('It cannot go further')).toHaveCount(1)
  await closeDialog(app)

  await press(app, 'Control+,')
  const size = dialog(app).getByRole('spinbutton', { name: 'Whole window' })
  await size.focus()
  for (const percent of ['110 %', '125 %']) {
    await press(app, 'ArrowUp')
    await expect(size).toHaveAttribute('aria-valuetext', percent)
  }
  expect(await heard('Window at').count()).toBe(0)
  await closeDialog(app)
  await command(app, 'Whole window at 100 %')
  await expect(heard('Window at 100 %')).toHaveCount(1)
})

test('a screen reader hears annotations in a table, in two parts and from right to left', async ({ app }) => {
  await importTexts(app, {
    'carts.md':
      '# Carts counted\n\n| Month | Carts | Remarks |\n|---|---|---|\n| May | 1,204 | By hand at the gate |\n\nSo much for the carts, they said, and nothing of the trams.\n',
    'hebrew.md': '# דברי השכנים\n\nהרכבת הקלה משתלמת בתוך תשע שנים. The tram line 5 לא.\n',
  })
  await tag(app, 'By hand')
  await tag(app, '1,204', 'Premise')
  await tagParts(app, 'So much', 'of the trams')
  await tagParts(app, 'משתלמת בתוך', 'tram line 5')
  const switchSaying = async () => {
    await press(app, 'Control+,')
    await dialog(app).getByText('Say annotations while reading').click()
    await closeDialog(app)
  }
  await switchSaying()
  await openDocument(app, 'Carts counted')
  await expect(textOf(app)).toMatchAriaSnapshot(`
    - textbox "Carts counted":
      - heading "Carts counted" [level=1]
      - table:
        - rowgroup:
          - row "Month Carts Remarks"
          - row:
            - cell "May"
            - cell "[Premise, begin] 1,204 [Premise, end]":
              - mark: "[Premise, begin] 1,204 [Premise, end]"
            - cell "[Claim, unanswered, begin] By hand [Claim, end] at the gate":
              - mark: "[Claim, unanswered, begin] By hand [Claim, end]"
              - text: at the gate
      - paragraph:
        - mark: "[Claim, unanswered, part 1 of 2, begin] So much [Claim, end]"
        - text: for the carts, they said, and nothing
        - mark: "[Claim, unanswered, part 2 of 2, begin] of the trams [Claim, end]"
        - text: .
  `)
  await openDocument(app, 'דברי השכנים')
  await expect(textOf(app)).toMatchAriaSnapshot(`
    - textbox "דברי השכנים":
      - heading "דברי השכנים" [level=1]
      - paragraph:
        - text: הרכבת הקלה
        - mark: "[Claim, unanswered, part 1 of 2, begin] משתלמת בתוך [Claim, end]"
        - text: תשע שנים. The
        - mark: "[Claim, unanswered, part 2 of 2, begin] tram line 5 [Claim, end]"
        - text: לא.
  `)
  await expect(inspector(app).getByRole('listbox')).toMatchAriaSnapshot(`
    - listbox "Annotations":
      - option "Claim משתלמת בתוך … tram line 5"
  `)
  await switchSaying()
  await expect(textOf(app).locator('mark')).toHaveCount(0)
})
