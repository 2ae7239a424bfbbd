import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, documentRow, inspector, openDocument, pane, settled, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'

/** So long that it has to be scrolled. */
const report = (name: string) =>
  Array.from(
    { length: 80 },
    (_, i) => `The ${name} report, part ${i + 1} of 80: what was seen on that day.`,
  ).join('\n\n')

const left = 'The northern report'
const right = 'The southern report'
const quote = (app: App) => inspector(app).getByRole('blockquote')

test.beforeEach(async ({ app }) => {
  await importTexts(app, {
    'north.md': `# ${left}\n\n${report('northern')}`,
    'south.md': `# ${right}\n\n${report('southern')}`,
  })
  await openDocument(app, left)
  await documentRow(app, right).click({ modifiers: ['Alt'] })
  await expect(textOf(app, 'right')).toHaveAccessibleName(right)
  await settled(app)
})

test('each side scrolls by itself', async ({ app }) => {
  const part = (side: 'left' | 'right', name: string, number: number) =>
    textOf(app, side).getByText(`The ${name} report, part ${number} of`)
  await textOf(app, 'right').focus()
  await press(app, 'Control+End')
  await expect(part('right', 'southern', 80)).toBeInViewport()
  await expect(part('left', 'northern', 1)).toBeInViewport()

  await pane(app, 'left').hover()
  await app.page.mouse.wheel(0, 1500)
  await expect(part('left', 'northern', 1)).not.toBeInViewport()
  await expect(part('right', 'southern', 80)).toBeInViewport()
})

test('each side keeps an annotation of its own in focus', async ({ app }) => {
  await tag(app, 'The northern report, part 1 of 80')
  await tag(app, 'The southern report, part 1 of 80', 'Rebuttal')
  await clickWords(app, 'northern report, part 1 of', 'left')
  await expect(quote(app)).toHaveText('The northern report, part 1 of 80')
  await clickWords(app, 'southern report, part 1 of', 'right')
  await expect(quote(app)).toHaveText('The southern report, part 1 of 80')
  await press(app, 'Shift+F6')
  await expect(quote(app)).toHaveText('The northern report, part 1 of 80')
  await textOf(app, 'right').focus()
  await expect(quote(app)).toHaveText('The southern report, part 1 of 80')
})

test('F6 goes round the areas of the window, and Shift+F6 back', async ({ app }) => {
  const areas = ['documents', 'left', 'right', 'inspector'] as const
  const isIn = (name: string) =>
    expect
      .poll(() =>
        app.page.evaluate(() => {
          const focused = document.activeElement
          return focused?.closest<HTMLElement>('[data-area]')?.dataset.area ?? focused?.outerHTML
        }),
      )
      .toBe(name)
  await textOf(app, 'left').focus()
  for (const area of ['right', 'inspector', ...areas]) {
    await press(app, 'F6')
    await isIn(area)
  }
  for (const area of areas.toReversed().slice(1)) {
    await press(app, 'Shift+F6')
    await isIn(area)
  }
})

test('a link goes from one side to the other by keyboard', async ({ app }) => {
  await tag(app, 'The northern report, part 1 of 80')
  await tag(app, 'The southern report, part 1 of 80', 'Rebuttal')
  await textOf(app, 'right').focus()
  await press(app, ']')
  await expect(quote(app)).toHaveText('The southern report, part 1 of 80')
  await press(app, 'l', 'Shift+F6', ']')
  await expect(quote(app)).toHaveText('The northern report, part 1 of 80')
  await press(app, 'l')
  await expect(app.page.getByRole('dialog')).toBeVisible()
  await press(app, 'r')
  await expect(inspector(app).getByRole('listitem')).toContainText('… rebuts this')

  await press(app, 'Shift+Enter')
  await expect(textOf(app, 'right')).toBeFocused()
  await expect(quote(app)).toHaveText('The southern report, part 1 of 80')
  await expect(textOf(app, 'left')).toHaveAccessibleName(left)
})

test('Ctrl+\\ closes the other side, and opens it again', async ({ app }) => {
  await textOf(app, 'right').focus()
  await press(app, 'Control+\\')
  await expect(pane(app, 'right')).toBeHidden()
  await expect(textOf(app, 'left')).toHaveAccessibleName(right)
  await press(app, 'Control+\\')
  await expect(textOf(app, 'right')).toHaveAccessibleName(right)
})

test('both sides are there again after a restart, each at its place', async ({ app }) => {
  await textOf(app, 'right').focus()
  await press(app, 'Control+End')
  await expect(textOf(app, 'right').getByText('part 80 of')).toBeInViewport()
  await settled(app)
  await app.restart()
  await expect(textOf(app, 'left')).toHaveAccessibleName(left)
  await expect(textOf(app, 'right')).toHaveAccessibleName(right)
  await expect(textOf(app, 'right').getByText('part 80 of')).toBeInViewport()
  await expect(textOf(app, 'left').getByText('part 1 of')).toBeInViewport()
})

test('after a restart the keyboard is in the text again, and its row in sight in the list', async ({
  app,
}) => {
  const many = [...'ABCDEFGHIJKLMN'].map((letter) => [`${letter}.md`, `# Paper ${letter}\n\nWhat they say.`])
  await importTexts(app, Object.fromEntries(many))
  // The line below the list, which comes a little later, takes nothing of the row.
  await tag(app, 'What they say.')
  await openDocument(app, 'Paper N', 'right')
  await settled(app)
  await app.restart()
  await expect(textOf(app, 'right')).toBeFocused()
  // Less than half a pixel may be lost, where the list ends between two.
  await expect(documentRow(app, 'Paper N')).toBeInViewport({ ratio: 0.98 })
})

test('the day of a document is seen in its head, however much else is known of it', async ({ app }) => {
  for (const { id } of await app.request('document.list', undefined)) {
    const metadata = {
      date: '2021-05-05',
      author: 'The harbour board',
      outlet: 'Proceedings of the board, supplement',
    }
    await app.request('document.update', { id, change: { metadata } })
  }
  for (const side of ['left', 'right'] as const) {
    const source = pane(app, side).locator('.pane-source')
    await expect(source).toContainText('5 May 2021')
    const isSeen = await source.evaluate((element) => {
      const range = document.createRange()
      const words = element.firstChild as Text
      const start = words.data.indexOf('5 May 2021')
      range.setStart(words, start)
      range.setEnd(words, start + '5 May 2021'.length)
      return range.getBoundingClientRect().right <= element.getBoundingClientRect().right
    })
    expect(isSeen).toBe(true)
  }
})
