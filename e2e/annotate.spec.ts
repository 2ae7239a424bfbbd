import { type App, expect } from './app.ts'
import { moveCaretTo, press, selectByKeys } from './keyboard.ts'
import { signalProject } from './project-process.ts'
import { clickWords, dragEnd, inspector, openDocument, selectWords, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('one key tags what is selected, and the status line says what and how much', async ({ app }) => {
  await selectByKeys(app, 'Noise will fall')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 3 words')
  await expect(quote(app)).toHaveText('Noise will fall')
})

test('a tag is seen before the project has it, and is gone again where it was not kept', async ({ app }) => {
  const strokes = () =>
    app.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))
  await tag(app, 'nine years')
  await expect.poll(strokes).toBe(1)
  const before = await strokes()
  await selectByKeys(app, 'Noise will fall')
  await signalProject(app, 'SIGSTOP')
  await press(app, '1')
  await expect.poll(strokes).toBeGreaterThan(before)
  await expect(statusLine(app)).not.toContainText('3 words')
  await signalProject(app, 'SIGCONT')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 3 words')
  await expect(app.page.getByText('Saved', { exact: true })).toBeVisible()

  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as Claim')
  await expect.poll(strokes).toBe(before)
  await selectByKeys(app, 'Noise will fall')
  await signalProject(app, 'SIGSTOP')
  await press(app, '1')
  await expect.poll(strokes).toBeGreaterThan(before)
  await signalProject(app, 'SIGKILL')
  await expect(app.page.getByText('had to be opened again').first()).toBeVisible()
  await expect.poll(strokes).toBe(before)
})

test('the tag bar tags what is selected with the mouse, and the text keeps the focus', async ({ app }) => {
  const rebuttal = app.page
    .getByRole('toolbar', { name: 'Tags to give' })
    .getByRole('button', { name: 'Rebuttal' })
  await selectWords(app, 'Nobody will lose a home')
  await rebuttal.click()
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 5 words')
  await expect(textOf(app)).toBeFocused()
})

test('T asks for the tag by name', async ({ app }) => {
  await selectByKeys(app, 'We have measured twice')
  await press(app, 't')
  await app.page.getByRole('combobox', { name: 'Tag the selection as' }).fill('prem')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('Tagged as Premise, 4 words')
  await expect(textOf(app)).toBeFocused()
})

test('annotations that lie over each other are each reached by clicking again, and by O', async ({ app }) => {
  const stacked = ['will fall', 'Noise will fall by half', 'Noise will fall by half. Nobody will lose a home']
  for (const words of stacked) await tag(app, words)
  for (const words of stacked.slice(0, 2)) {
    await clickWords(app, 'fall')
    await expect(quote(app)).toHaveText(words)
  }
  for (const words of [stacked[2]!, stacked[0]!, stacked[1]!]) {
    await press(app, 'o')
    await expect(quote(app)).toHaveText(words)
  }
})

test('the bracket keys go through the annotations in reading order, and the caret leaves and enters them', async ({
  app,
}) => {
  await tag(app, 'Nobody will lose a home')
  await tag(app, 'nine years')
  await press(app, 'Control+Home', ']')
  await expect(quote(app)).toHaveText('nine years')
  await press(app, ']')
  await expect(quote(app)).toHaveText('Nobody will lose a home')
  await press(app, ']')
  await expect(statusLine(app)).toHaveText('Round from the beginning: Claim, 1 of 2: “nine years”')
  await expect(quote(app)).toHaveText('nine years')
  await press(app, '[')
  await expect(quote(app)).toHaveText('Nobody will lose a home')

  // Moved out of it by key, the caret says what keys act on: nothing here, then the one it stands in.
  await press(app, 'Control+ArrowRight')
  await expect(quote(app)).toHaveText('Nobody will lose a home')
  await press(app, 'Control+End')
  await expect(quote(app)).toHaveCount(0)
  await press(app, 'Delete')
  await expect(statusLine(app)).toHaveText(
    'No annotation here. Put the caret into one, or press ] for the next',
  )
  await moveCaretTo(app, 'years')
  await press(app, 'n')
  await expect(quote(app)).toHaveText('nine years')
  await expect(inspector(app).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await press(app, 'Escape', 'Escape')
  await expect(quote(app)).toHaveCount(0)
  await press(app, 'Delete')
  await expect(statusLine(app)).toHaveText('Annotation deleted')
  await press(app, ']')
  await expect(quote(app)).toHaveText('Nobody will lose a home')
})

test('a tag is changed by name and from the list in the inspector', async ({ app }) => {
  await tag(app, 'Noise will fall by half')
  await clickWords(app, 'Noise')
  await expect(tagOf(app)).toHaveText(/Claim/)
  await press(app, 'Shift+T')
  await app.page.getByRole('combobox', { name: 'Change the tag to' }).fill('rebut')
  await press(app, 'Enter')
  await expect(tagOf(app)).toHaveText(/Rebuttal/)

  await tagOf(app).click()
  await app.page.getByRole('menuitemradio', { name: 'Premise' }).click()
  await expect(tagOf(app)).toHaveText(/Premise/)
  await expect(statusLine(app)).toHaveText('Now tagged as Premise')
})

test('a note, a speaker and an attribute are found again', async ({ app }) => {
  const [claim] = await app.request('tag.list', undefined)
  const certainty = { name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: false }
  await app.request('tag.update', { id: claim!.id, change: { attributes: [certainty] } })
  await tag(app, 'Noise will fall by half')
  await tag(app, 'Every survey we know says so')
  const note = inspector(app).getByRole('textbox', { name: 'Note' })
  const speaker = inspector(app).getByRole('combobox', { name: 'Speaker' })

  await clickWords(app, 'Noise')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await press(app, 'n')
  await expect(note).toBeFocused()
  await app.page.keyboard.type('By half of what?')
  await press(app, 'Escape', 's')
  await expect(speaker).toBeFocused()
  await app.page.keyboard.type('The council')
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await press(app, 's')
  await app.page.keyboard.type('Nobody')
  await press(app, 'Escape')
  await expect(textOf(app)).toBeFocused()
  await expect(speaker).toHaveValue('The council')
  await inspector(app).getByRole('radio', { name: 'high', exact: true }).click()

  await clickWords(app, 'Every survey')
  await expect(quote(app)).toHaveText('Every survey we know says so')
  await expect(note).toHaveValue('')
  await clickWords(app, 'Noise')
  await expect(note).toHaveValue('By half of what?')
  await expect(speaker).toHaveValue('The council')
  await expect(inspector(app).getByRole('radio', { name: 'high', exact: true })).toBeChecked()
})

test('the second mouse button offers what can be done at its place, and the menu key at the caret', async ({
  app,
}) => {
  const item = (name: string | RegExp) => app.page.getByRole('menuitem', { name })
  await tag(app, 'Noise will fall by half')
  await clickWords(app, 'Nobody', 'left', 'right')
  await expect(item('Change tag…')).toHaveCount(0)
  await item('Tag the sentence').hover()
  await item(/^Premise/).click()
  await expect(statusLine(app)).toHaveText('Tagged as Premise, 11 words')
  await expect(textOf(app)).toBeFocused()

  await clickWords(app, 'Noise', 'left', 'right')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await item('Note').click()
  await expect(inspector(app).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await app.page.keyboard.type('By half of what?')
  await press(app, 'Escape')
  await selectWords(app, 'We have measured twice')
  await clickWords(app, 'measured', 'left', 'right')
  await item('Add the selection to it').click()
  await expect(quote(app)).toHaveText('Noise will fall by half … We have measured twice')
  await clickWords(app, 'twice', 'left', 'right')
  await item('Change the passage').hover()
  await item('Split at the caret').click()
  await expect(statusLine(app)).toHaveText('Split into 2 annotations')

  await selectWords(app, 'The work begins')
  await clickWords(app, 'work begins', 'left', 'right')
  await item('Copy').click()
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('The work begins')

  await moveCaretTo(app, 'will fall')
  await press(app, 'Shift+F10')
  await expect(item('Tag the sentence')).toBeFocused()
  await item('Delete annotation').press('Enter')
  await expect(statusLine(app)).toHaveText('Annotation deleted')
  await expect(textOf(app)).toBeFocused()
})

test('Delete takes the annotation away and leaves the text', async ({ app }) => {
  await tag(app, 'Noise will fall by half')
  await clickWords(app, 'Noise')
  await expect(quote(app)).toBeVisible()
  await press(app, 'Delete')
  await expect(statusLine(app)).toHaveText('Annotation deleted')
  await expect(inspector(app)).toContainText('No annotations yet')
  await clickWords(app, 'Noise')
  await expect(inspector(app)).toContainText('No annotations yet')
  await expect(textOf(app)).toContainText('Noise will fall by half.')
})

test('quick keys meet the annotation that comes into focus, not the one before', async ({ app }) => {
  await tag(app, 'Noise will fall')
  await tag(app, 'by half')
  await clickWords(app, 'Noise')
  await expect(quote(app)).toHaveText('Noise will fall')
  // Both in one go, as two quick fingers do: the second comes before the answer to the first.
  await textOf(app).evaluate((text) => {
    for (const key of [']', 'Delete']) {
      text.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  })
  await expect(statusLine(app)).toHaveText('Annotation deleted')
  await expect(inspector(app).getByRole('option')).toHaveText([/Noise will fall/])
})

test('the ends are moved by key and kept with Enter', async ({ app }) => {
  await tag(app, 'will fall')
  await clickWords(app, 'fall')
  await expect(quote(app)).toHaveText('will fall')
  await press(app, 'e', 'Control+ArrowRight', 'Control+ArrowRight', 'Tab', 'Control+ArrowLeft', 'Enter')
  await expect(quote(app)).toHaveText('Noise will fall by half')
  await expect(statusLine(app)).toHaveText('Ends moved')
})

test('Escape leaves the ends as they were', async ({ app }) => {
  await tag(app, 'will fall')
  await clickWords(app, 'fall')
  await expect(quote(app)).toHaveText('will fall')
  await press(app, 'e', 'Control+ArrowRight')
  await expect(statusLine(app)).toHaveText('End: “will fall by”')
  await press(app, 'Escape')
  await expect(statusLine(app)).toHaveText('The ends are as they were.')
  await press(app, 'e')
  await expect(statusLine(app)).toHaveText(/End: “will fall”$/)
  await press(app, 'Escape')
})

test('it is said where an end can go no further, and no key ends the adjusting unsaid', async ({ app }) => {
  const last = 'The work begins in May.'
  await tag(app, last)
  await clickWords(app, 'work begins')
  await expect(quote(app)).toHaveText(last)
  await press(app, 'e', 'ArrowRight')
  await expect(statusLine(app)).toHaveText(`No further. End: “${last}”`)
  await press(app, 'Shift+ArrowDown')
  await expect(statusLine(app)).toHaveText(`No further. End: “${last}”`)
  await press(app, 'Home')
  await expect(statusLine(app)).toHaveText(/^Tab goes to the other end.* End: /)
  await press(app, 'Tab', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(statusLine(app)).toHaveText('The ends are as they were.')
  await expect(quote(app)).toHaveText(last)
})

test('an end is dragged to another word', async ({ app }) => {
  await tag(app, 'will fall')
  await clickWords(app, 'fall')
  await dragEnd(app, 'end', 'by half')
  await expect(quote(app)).toHaveText('will fall by half')
  await dragEnd(app, 'start', 'Noise')
  await expect(quote(app)).toHaveText('Noise will fall by half')
})

test('an annotation survives a restart', async ({ app }) => {
  await selectWords(app, 'Nobody will lose a home')
  await press(app, '2')
  await expect(quote(app)).toHaveText('Nobody will lose a home')

  await app.restart()

  await clickWords(app, 'lose a home')
  await expect(quote(app)).toHaveText('Nobody will lose a home')
  await expect(tagOf(app)).toHaveText(/Rebuttal/)
})
