import { type App, expect } from './app.ts'
import { cards, claim, openDispute, pointOf, rebuttal } from './dispute-in-margin.ts'
import { press } from './keyboard.ts'
import { clickWords, openDocument, pane, settled, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement } from './tram-dispute.ts'

const margin = (app: App) => pane(app, 'left').getByRole('group', { name: 'Margin' })

test.beforeEach(({ app }) => openDispute(app))

test('notes and links stand beside their passages, and go with what the person chooses to see', async ({
  app,
}) => {
  const noted = await tag(app, 'Noise will fall by half', 'Premise')
  await app.request('annotation.update', { id: noted, change: { note: 'Measured on a Sunday.' } })
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', await tag(app, claim))
  await tag(app, 'The work begins in May')
  await openDocument(app, statement.title)

  await expect(cards(app)).toHaveCount(2)
  await expect(cards(app).first()).toContainText('Measured on a Sunday.')
  await expect(cards(app).last()).toContainText(`… rebuts this ${rebuttal}`)
  await expect(cards(app).last()).toContainText(`${answer.title} · 12 Mar 2024`)

  // The card in focus stands exactly at the first line of its passage.
  await clickWords(app, claim)
  await expect(cards(app).last()).toHaveAttribute('data-focused', 'true')
  await expect
    .poll(async () => {
      const card = (await cards(app).last().boundingBox())!
      return Math.abs(card.y + 15 - (await pointOf(app, claim)).y)
    })
    .toBeLessThan(1.5)
  const [first, last] = [await cards(app).first().boundingBox(), await cards(app).last().boundingBox()]
  expect(first!.y + first!.height).toBeLessThanOrEqual(last!.y)

  await app.request('annotation.delete', { ids: [noted] })
  await expect(cards(app)).toHaveCount(1)
  await press(app, 'Control+Shift+M')
  await expect(margin(app)).toBeHidden()
  await app.restart()
  await settled(app)
  await expect(margin(app)).toBeHidden()
  await textOf(app).focus()
  await press(app, 'Control+Shift+M')
  await expect(cards(app)).toHaveCount(1)
})

test('by key to a card, a note written and taken back, the link followed, and back to the text', async ({
  app,
}) => {
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', await tag(app, claim))
  await tag(app, 'The work begins in May')
  await openDocument(app, statement.title)
  await expect(cards(app)).toHaveCount(1)
  await textOf(app).focus()
  await press(app, 'Control+Home', ']')
  await expect(cards(app).first()).toHaveAttribute('data-focused', 'true')

  await press(app, 'c')
  await expect(cards(app).first()).toBeFocused()
  await press(app, 'n')
  const field = cards(app).getByRole('textbox', { name: 'Note' })
  await expect(field).toBeFocused()
  await app.page.keyboard.type('Ask the land registry.')
  await press(app, 'Escape')
  await expect(cards(app).first()).toBeFocused()
  await expect(cards(app).first()).toContainText('Ask the land registry.')
  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: edit note')
  await expect(cards(app).first()).not.toContainText('Ask the land registry.')

  await press(app, 'c', 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await press(app, 'Alt+ArrowLeft')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)

  // An annotation without a card gets one by writing on it.
  await expect(textOf(app)).toBeFocused()
  await press(app, ']', 'c')
  await expect(field).toBeFocused()
  await app.page.keyboard.type('Of which year?')
  await press(app, 'Escape', 'ArrowUp')
  await expect(cards(app).first()).toBeFocused()
  await press(app, 'ArrowDown')
  await expect(cards(app).last()).toBeFocused()
  await expect(cards(app).last()).toContainText('Of which year?')
  await press(app, 'Escape')
  await expect(textOf(app)).toBeFocused()
})

test('on a small screen cards are narrow, the one in focus stays while its passage does, a button chooses what they say', async ({
  app,
}) => {
  const paragraphs = Array.from(
    { length: 24 },
    (_, i) => `Paragraph ${i}. ${'They counted again. '.repeat(20)}`,
  )
  await importTexts(app, {
    'counts.txt': paragraphs.join('\n\n'),
    'קול.txt': 'עצירת הקו תפגע בסוחרים. הם אמרו זאת.',
  })
  const documents = await app.request('document.list', undefined)
  const counts = documents.find(({ title }) => title === 'counts')!
  const { text } = await app.request('document.text', { id: counts.id })
  const tagId = (await app.request('tag.list', undefined))[0]!.id
  const noteOn = async (spans: { start: number; end: number }[], note: string) => {
    const { id } = await app.request('annotation.create', { documentId: counts.id, tagId, spans })
    await app.request('annotation.update', { id, change: { note } })
  }
  await noteOn([{ start: 5, end: text.indexOf('Paragraph 20') }], 'All of it is one argument.')
  for (const n of [8, 9, 10, 11]) {
    const start = text.indexOf(`Paragraph ${n}.`)
    await noteOn([{ start, end: start + 9 }], `On paragraph ${n}.`)
  }
  await app.resize(1280, 860)
  await openDocument(app, 'counts')
  await textOf(app).focus()
  await press(app, 'Control+Home', ']')
  const long = cards(app).filter({ hasText: 'All of it' })
  await expect(long).toHaveAttribute('data-focused', 'true')
  await settled(app)

  // Its first line is far above; its card stands at the top, and the others make room.
  await textOf(app).evaluate((shown, words) => {
    const paragraph = [...shown.querySelectorAll('p')].find((one) => one.textContent?.startsWith(words))
    paragraph!.scrollIntoView()
  }, 'Paragraph 9.')
  await expect(cards(app).filter({ hasText: 'On paragraph 9.' })).toBeVisible()
  const top = async () => (await textOf(app).locator('xpath=../..').boundingBox())!.y
  await expect.poll(async () => Math.abs((await long.boundingBox())!.y - (await top()) - 10)).toBeLessThan(2)
  await expect
    .poll(async () => {
      const [own, next] = [
        await long.boundingBox(),
        await cards(app).filter({ hasText: 'On paragraph 9.' }).boundingBox(),
      ]
      return next!.y - own!.y - own!.height
    })
    .toBeGreaterThan(0)

  await pane(app, 'left').getByRole('button', { name: 'Margin: notes and links' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Notes' }).click()
  await expect(cards(app)).toHaveCount(0)
  await pane(app, 'left').getByRole('button', { name: 'Margin: links' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Notes' }).click()
  await expect(long).toBeVisible()

  // Where lines end on the left, cards stand there.
  const other = documents.find(({ title }) => /[א-ת]/.test(title))!
  const noted = await tag(app, 'תפגע')
  await app.request('annotation.update', { id: noted, change: { note: 'למה?' } })
  await openDocument(app, other.title)
  await expect
    .poll(async () => {
      const [card, word] = [await cards(app).first().boundingBox(), await pointOf(app, 'תפגע')]
      return card!.x + card!.width < word.x
    })
    .toBe(true)

  // Its number lies over no word of a note that runs the other way.
  await app.request('annotation.update', {
    id: noted,
    change: { note: 'In English among Hebrew, over two lines.' },
  })
  await expect(cards(app).first()).toContainText('In English')
  const isApart = () =>
    cards(app)
      .first()
      .evaluate((card) => {
        const number = card.querySelector('.margin-card-number')!.getBoundingClientRect()
        const note = document.createRange()
        note.selectNodeContents(card.querySelector('.margin-note')!)
        return [...note.getClientRects()].every(
          (line) =>
            line.width === 0 ||
            line.right <= number.left ||
            line.left >= number.right ||
            line.top >= number.bottom - 3 ||
            line.bottom <= number.top,
        )
      })
  await expect.poll(isApart).toBe(true)
})

test('without room for cards a mark opens each over the text', async ({ app }) => {
  const noted = await tag(app, 'Noise will fall by half', 'Premise')
  await app.request('annotation.update', { id: noted, change: { note: 'Measured on a Sunday.' } })
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', await tag(app, claim))
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await press(app, 'Control+\\')
  const marks = margin(app).getByRole('button', { name: /^\d/ })
  await expect(marks).toHaveCount(2)
  await expect(cards(app)).toHaveCount(0)

  await marks.last().click()
  await expect(cards(app)).toContainText(rebuttal)
  await press(app, 'ArrowUp')
  await expect(cards(app)).toContainText('Measured on a Sunday.')
  await press(app, 'Escape')
  await expect(cards(app)).toHaveCount(0)
  await expect(textOf(app)).toBeFocused()
})

test('in a text of two directions every bar stands on one side, and the numbers of cards on the other', async ({
  app,
}) => {
  const hebrew = 'הרכבת הקלה אינה משתלמת לעולם'
  await importTexts(app, {
    'both.md': `# Both sides\n\nThe council says that the tram pays for itself.\n\n${hebrew}.\n\nSo much for both.`,
  })
  for (const words of ['the tram pays', hebrew]) {
    const id = await tag(app, words)
    await app.request('annotation.update', { id, change: { note: 'To be counted again.' } })
  }
  await openDocument(app, 'Both sides')
  await expect(cards(app)).toHaveCount(2)
  const bars = pane(app, 'left').locator('.document-bar')
  await expect(bars).toHaveCount(2)
  const [first, second] = await bars.all()
  expect((await second!.boundingBox())!.x).toBe((await first!.boundingBox())!.x)
  const number = pane(app, 'left').locator('.margin-mark').last()
  expect((await number.boundingBox())!.x).toBeGreaterThan((await second!.boundingBox())!.x + 300)
})

test('links have one number in the margin and without it, and none where only notes are shown', async ({
  app,
}) => {
  const noted = await tag(app, 'Noise will fall by half', 'Premise')
  await app.request('annotation.update', { id: noted, change: { note: 'Measured on a Sunday.' } })
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', await tag(app, claim))
  await openDocument(app, statement.title)
  const numbers = margin(app).locator('.margin-card-number')
  const signs = pane(app, 'left').locator('.document-link-sign:visible')
  await expect(numbers).toHaveText(['1', '2'])
  await expect(signs).toHaveCount(0)

  await textOf(app).focus()
  await press(app, 'Control+Shift+M')
  await expect(signs).toHaveText(['2'])
  await expect(signs).toHaveAttribute('title', 'Claim: 1 link')
  const first = await tag(app, 'nine years')
  await expect(signs).toHaveText(['3'])
  await app.request('annotation.delete', { ids: [first] })
  await expect(signs).toHaveText(['2'])
  await press(app, 'Control+Shift+M')

  await pane(app, 'left').getByRole('button', { name: 'Margin: notes and links' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Links' }).click()
  await expect(numbers).toHaveText(['1'])
  await expect(signs).toHaveCount(0)
  await pane(app, 'left').getByRole('button', { name: 'Margin: notes' }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Links' }).click()
})

test('a note that is cut is cut at its end, whichever way it runs', async ({ app }) => {
  const long = 'So many words that they never have room on a line, or on two of them, or on a third one. '
  const hebrew = 'עצירת הקו תפגע בסוחרים. הם אמרו זאת לכולם.'
  await importTexts(app, { 'קול.txt': hebrew })
  const opposite = 'עצירת הקו תפגע בסוחרים, הם אמרו זאת לכולם ולא נענו, ועוד מילים ועוד מילים ועוד מילים. '
  const notes: Record<string, string> = {
    'nine years': opposite,
    'survey we know': long,
    הקו: long,
    תפגע: opposite,
    אמרו: long,
  }
  for (const [words, note] of Object.entries(notes)) {
    const id = await tag(app, words)
    await app.request('annotation.update', { id, change: { note: note.repeat(2) } })
  }
  /** Where the first letter of each cut note stands from the sign that it goes on, in CSS pixels; over it below 0. */
  const apart = () =>
    cards(app).evaluateAll((shown) =>
      shown
        .filter((card) => card.hasAttribute('data-cut'))
        .map((card) => {
          const note = card.querySelector('.margin-note')!
          const letter = document.createRange()
          letter.setStart(note.firstChild!, 0)
          letter.setEnd(note.firstChild!, 1)
          const { left, right } = letter.getBoundingClientRect()
          const box = card.getBoundingClientRect()
          const sign = getComputedStyle(card, '::after')
          const from = box.left + card.clientLeft + Number.parseFloat(sign.left)
          return Math.max(left - (from + Number.parseFloat(sign.width)), from - right) > 20
        }),
    )
  for (const title of [statement.title, hebrew]) {
    await openDocument(app, title)
    await expect.poll(apart).toContain(true)
    await expect.poll(apart).not.toContain(false)
  }
})
