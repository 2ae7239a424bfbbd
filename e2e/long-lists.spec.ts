import type { Locator } from '@playwright/test'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const numbers = Array.from({ length: 80 }, (_, i) => i + 1)

/** Waits until the keyboard is at the option of that name, as a screen reader is told while the field keeps the focus. */
const isAt = (field: Locator, name: string | RegExp) =>
  expect(async () => {
    const id = await field.getAttribute('aria-activedescendant', { timeout: 1000 })
    await expect(field.page().locator(`[role="option"][id="${id}"]`)).toHaveAccessibleName(name, {
      timeout: 300,
    })
  }).toPass()

test.beforeEach(({ app }) => importTexts(app, tramDispute))

test('one of many is chosen by typing a part of its name, with every step told to a screen reader', async ({
  app,
}) => {
  for (const number of numbers) await app.request('tag.create', { name: `Topic ${number}` })
  await press(app, 'Control+B')
  const codebook = app.page.getByRole('dialog', { name: 'Codebook' })
  await codebook.getByRole('tab', { name: 'Tags' }).click()
  await codebook.getByRole('row', { name: /^Claim,/ }).click()
  const button = codebook.getByRole('button', { name: /Stands under$/ })
  await expect(button).toHaveAccessibleName('No other tag Stands under')
  await expect(button).toHaveAttribute('aria-haspopup', 'dialog')
  await expect(button).toHaveAttribute('aria-expanded', 'false')

  await button.focus()
  await press(app, 'ArrowDown')
  const dialog = app.page.getByRole('dialog', { name: 'Stands under' })
  const field = dialog.getByRole('combobox', { name: 'Stands under' })
  const list = dialog.getByRole('listbox', { name: 'Stands under' })
  await expect(field).toBeFocused()
  await isAt(field, 'No other tag')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(numbers.length + 3))
  await app.page.keyboard.type('topic 7')
  await isAt(field, 'Topic 7')
  await expect(list.getByRole('option')).toHaveCount(17)
  await press(app, 'ArrowDown', 'ArrowDown')
  await isAt(field, 'Topic 27')
  await press(app, 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect(button).toHaveAccessibleName('Topic 27 Stands under')
  await expect(button).toBeFocused()

  // It begins at what is chosen; Escape closes it alone, and nothing fits what nothing is called.
  await press(app, 'Enter')
  await isAt(field, 'Topic 27')
  await app.page.keyboard.type('of no tag')
  await expect(dialog).toContainText('Nothing of that name.')
  await expect(field).not.toHaveAttribute('aria-activedescendant', /./)
  await press(app, 'Enter')
  await expect(field).toBeFocused()
  await press(app, 'Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(button).toHaveAccessibleName('Topic 27 Stands under')
})

const speaker = (app: App) => inspector(app).getByRole('combobox', { name: 'Speaker' })

test('a field that takes any words offers the first of many, and takes the one the arrows are at', async ({
  app,
}) => {
  for (const number of numbers)
    await app.request('speaker.create', {
      name: `Witness ${number}`,
      variants: number === 77 ? ['the ferryman'] : [],
    })
  await tag(app, 'Noise will fall by half')
  await openDocument(app, statement.title)
  await clickWords(app, 'Noise')
  await press(app, 's')
  await expect(speaker(app)).toBeFocused()
  await expect(speaker(app)).toHaveAttribute('aria-expanded', 'true')
  const list = app.page.getByRole('listbox', { name: 'Speaker' })
  await expect(list.getByRole('option')).toHaveCount(50)
  await expect(app.page.getByText('50 of 80: type to find others.')).toBeVisible()

  await app.page.keyboard.type('ness 7')
  await expect(list.getByRole('option')).toHaveCount(17)
  await press(app, 'ArrowDown', 'ArrowDown')
  await isAt(speaker(app), 'Witness 17')
  await press(app, 'Enter')
  await expect(speaker(app)).toHaveValue('Witness 17')
  await expect(speaker(app)).toHaveAttribute('aria-expanded', 'false')

  // By another name of theirs; and words that nobody is called stay what was typed.
  await speaker(app).press('Control+A')
  await app.page.keyboard.type('ferry')
  await expect(list.getByRole('option')).toHaveCount(1)
  await press(app, 'ArrowDown')
  await isAt(speaker(app), /^Witness 77/)
  await press(app, 'Enter')
  await expect(speaker(app)).toHaveValue('Witness 77')
  await speaker(app).press('Control+A')
  await app.page.keyboard.type('A passer-by')
  await expect(list).toHaveCount(0)
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await expect(speaker(app)).toHaveValue('A passer-by')
  await expect
    .poll(async () => (await app.request('speaker.list', undefined)).map(({ name }) => name))
    .toContain('A passer-by')
})
