import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { quotesThatFit, readLines } from './dataset.ts'
import { goToDocument, press, selectByKeys, tabTo } from './keyboard.ts'
import { inspector, settled, statusLine, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const dialog = (app: App, name: string | RegExp) => app.page.getByRole('dialog', { name })
const passage = (app: App) => inspector(app).getByRole('blockquote')
const parts = (app: App) => inspector(app).getByRole('region', { name: 'Parts' })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' })
const note = (app: App) => inspector(app).getByRole('textbox', { name: 'Note' })

/** Whoever cannot point is lost where the keyboard is nowhere. */
const expectKeyboard = (app: App) =>
  expect.poll(() => app.page.evaluate(() => document.activeElement !== document.body)).toBe(true)

test('an hour’s work in miniature, by keyboard alone', async ({ app }) => {
  const attributes = [{ name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: true }]
  const [claimTag] = await app.request('tag.list', undefined)
  await app.request('tag.update', { id: claimTag!.id, change: { attributes } })
  await app.chooses(writeTexts(app, tramDispute))
  await press(app, 'Control+I')
  await expect(textOf(app)).toBeFocused()
  await goToDocument(app, statement.title)

  // A claim with what is said of it.
  await selectByKeys(app, 'Noise will fall by half')
  await press(app, '1')
  await expect(inspector(app).getByRole('radio', { name: 'low', exact: true })).toBeFocused()
  await press(app, 'h')
  await expect(inspector(app).getByRole('radio', { name: 'high', exact: true })).toBeChecked()
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await press(app, 's')
  await app.page.keyboard.type('Mayor')
  await press(app, 'Enter', 'Escape')
  await textOf(app).press('n')
  await expect(note(app)).toBeFocused()
  await app.page.keyboard.type('Measured where?')
  await press(app, 'F1')
  await expect(dialog(app, 'Keyboard shortcuts')).toBeVisible()
  await press(app, 'Escape')
  await expect(note(app)).toBeFocused()
  await press(app, 'Escape')
  await expect(textOf(app)).toBeFocused()

  // A second part, gone to from the list of parts and taken out again; the keyboard stays where one is.
  await selectByKeys(app, 'We have measured twice')
  await press(app, 'a')
  await expect(statusLine(app)).toHaveText('Added, now 2 parts, 9 words')
  await expect(parts(app).getByRole('listitem')).toHaveText([/Noise will fall/, /We have measured twice/])
  await press(app, 'F6')
  await tabTo(app, parts(app).getByRole('button', { name: /We have measured twice/ }))
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await expect(statusLine(app)).toHaveText('Part 2 of 2, 4 words')
  await press(app, 'F6')
  await tabTo(app, parts(app).getByRole('button', { name: /We have measured twice/ }))
  await press(app, 'Delete')
  await expect(parts(app)).toHaveCount(0)
  await expect(passage(app)).toBeFocused()
  await expect(passage(app)).toHaveText('Noise will fall by half')

  // What speaks against it, in the other document.
  await goToDocument(app, answer.title)
  await selectByKeys(app, 'The noise was measured on a Sunday')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 7 words')
  await press(app, 'l', 'Alt+ArrowLeft')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await settled(app)
  await press(app, 'Control+Home', ']')
  await expect(passage(app)).toHaveText('Noise will fall by half')
  await press(app, 'l')
  await expect(dialog(app, /What does the first do/)).toBeVisible()
  await press(app, 'r')
  await expect(links(app).getByRole('listitem')).toContainText('… rebuts this')
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await press(app, 'Alt+ArrowLeft')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await expectKeyboard(app)

  // All hits of a word, in one step, and back.
  await press(app, 'Control+F')
  await app.page.keyboard.type('nobody')
  await tabTo(app, app.page.getByRole('button', { name: 'Tag all 2…' }))
  await press(app, 'Enter')
  await expect(dialog(app, /^Tag 2 passages/)).toBeVisible()
  await press(app, '3', 'Enter')
  await expect(app.page.getByText('Tagged 2 passages as Premise')).toBeVisible()
  await expectKeyboard(app)
  await textOf(app).press('Escape')
  await textOf(app).press('Control+Z')
  await expect(statusLine(app)).toContainText('Undone')

  const target = join(app.folder, 'hour.jsonl')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await tabTo(app, dialog(app, 'Export dataset').getByRole('button', { name: 'Export…' }))
  await press(app, 'Enter')
  await expect(dialog(app, 'Dataset written')).toBeVisible()
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  expect(quotesThatFit(target)).toHaveLength(2)
  expect(readLines<{ linkType: string }>(target, 'link')).toHaveLength(1)
  const [annotation] = readLines<{ note: string; attributes: unknown }>(target, 'annotation')
  expect(annotation).toMatchObject({ note: 'Measured where?', attributes: { certainty: 'high' } })
})
