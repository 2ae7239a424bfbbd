import { type App, expect } from './app.ts'
import { cards, claim, openDispute, pointOf, rebuttal } from './dispute-in-margin.ts'
import { press } from './keyboard.ts'
import { inspector, openDocument, settled, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement } from './tram-dispute.ts'

const tip = (app: App) => app.page.getByRole('tooltip', { name: 'Strongest counter' })

test.beforeEach(({ app }) => openDispute(app))

test('a claim says what speaks against it most strongly, on hover and in focus', async ({ app }) => {
  const target = await tag(app, claim)
  await link(app, await tag(app, 'The noise was measured on a Sunday', 'Rebuttal'), 'undermines', target)
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', target)
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await settled(app)
  await expect(tip(app)).toBeHidden()

  const { x, y } = await pointOf(app, claim)
  await app.page.mouse.move(x, y)
  await expect(tip(app)).toContainText(rebuttal)
  await expect(tip(app)).toContainText(`${answer.title} · 12 Mar 2024`)
  await expect(tip(app)).toContainText('Strongest counter of 2')
  await tip(app).hover()
  await expect(tip(app)).toContainText(rebuttal)
  await press(app, 'Escape')
  await expect(tip(app)).toBeHidden()

  await app.page.mouse.move(2, 2)
  await press(app, 'Control+Shift+M', 'Control+Home', ']')
  await expect(tip(app)).toContainText(rebuttal)
  await press(app, 'Escape')
  await expect(tip(app)).toBeHidden()
  await press(app, 'Control+Shift+M')
})

test('what is said against one claim goes when the next passage has the focus, wherever the pointer rests', async ({
  app,
}) => {
  const target = await tag(app, 'The tram pays for itself')
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', target)
  await tag(app, 'Noise will fall by half', 'Premise')
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await press(app, 'Control+Shift+M', 'Control+Home', ']')
  await expect(tip(app)).toContainText(rebuttal)
  const { x, y, width, height } = (await tip(app).boundingBox())!
  await press(app, 'Escape', 'Control+Home')
  await expect(inspector(app).getByRole('blockquote')).toHaveCount(0)
  await expect(tip(app)).toBeHidden()

  await app.page.mouse.move(x + width / 2, y + height - 12)
  await press(app, ']')
  await expect(tip(app)).toContainText(rebuttal)
  await press(app, ']')
  await expect(inspector(app)).toContainText('Noise will fall by half')
  await expect(tip(app)).toBeHidden()

  // Nor where the pointer rests on the claim itself.
  await press(app, '[')
  await expect(tip(app)).toContainText(rebuttal)
  const own = await pointOf(app, 'The tram pays for itself')
  await app.page.mouse.move(own.x, own.y)
  await app.page.mouse.move(own.x + 3, own.y)
  await expect(tip(app)).toContainText(rebuttal)
  await press(app, ']')
  await expect(inspector(app)).toContainText('Noise will fall by half')
  await expect(tip(app)).toBeHidden()

  // Nor does it stay where the pointer has gone onto it.
  await press(app, '[')
  await tip(app).hover({ position: { x: 9, y: 9 } })
  await tip(app).hover()
  await expect(tip(app)).toContainText(rebuttal)
  await press(app, ']')
  await expect(inspector(app)).toContainText('Noise will fall by half')
  await expect(tip(app)).toBeHidden()
  await app.page.mouse.move(2, 2)
  await press(app, 'Control+Shift+M')
})

test('a claim that comes under a pointer at rest is not pointed at', async ({ app }) => {
  const others = Array.from({ length: 40 }, (_, n) => `Paragraph ${n} says little.`)
  await importTexts(app, {
    'long.md': ['# Long', ...others, 'The claim stands here.', ...others].join('\n\n'),
  })
  const target = await tag(app, 'The claim stands here.')
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', target)
  await openDocument(app, 'Long')
  await settled(app)
  const { x, y } = await pointOf(app, 'Paragraph 5 says')
  await app.page.mouse.move(x - 3, y)
  await app.page.mouse.move(x, y)

  const root = textOf(app).locator('xpath=../..')
  const below = (await pointOf(app, 'The claim stands')).y - y
  // What Chromium tells when something else has come under the pointer.
  await root.evaluate((element, by) => {
    const comeUnder = ({ clientX, clientY, screenX, screenY }: MouseEvent) =>
      requestAnimationFrame(() => {
        element.scrollBy(0, by)
        const place = { clientX, clientY, screenX, screenY, bubbles: true }
        element.dispatchEvent(new MouseEvent('mousemove', place))
      })
    window.addEventListener('mousemove', comeUnder, { once: true })
  }, below)
  await app.page.mouse.move(x - 1, y)
  await expect(root).toHaveAttribute('data-over')
  await expect(cards(app)).toHaveAttribute('data-pointed', 'false')
  await app.page.mouse.move(x + 1, y)
  await expect(cards(app)).toHaveAttribute('data-pointed', 'true')
  await expect(tip(app)).toContainText(rebuttal)
  await app.page.mouse.move(2, 2)
})
