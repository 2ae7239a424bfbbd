import { type App, expect } from './app.ts'
import { look, moveCaretTo, press, selectByKeys } from './keyboard.ts'
import { inspector, openDocument, settled, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const quote = (app: App) => inspector(app).getByRole('blockquote')
const tagOf = (app: App) => inspector(app).getByRole('button', { name: /^Tag: / })
const tagBar = (app: App) => app.page.getByRole('toolbar', { name: 'Tags to give' })

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('without a selection a key takes the sentence, another key tags it also, and a full stop tags again', async ({
  app,
}) => {
  await textOf(app).focus()
  await press(app, '.')
  await expect(statusLine(app)).toHaveText('No tag has been given since the project was opened')
  await moveCaretTo(app, 'garden. We')
  await expect(tagBar(app)).toContainText('Tag the sentence')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 11 words')
  await expect(quote(app)).toHaveText('Nobody will lose a home, and nobody will lose a garden.')

  await expect(tagBar(app)).toContainText('Tag it also as')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('Also tagged as Rebuttal, 11 words')
  await expect(quote(app)).toHaveText('Nobody will lose a home, and nobody will lose a garden.')
  await press(app, '2')
  await expect(statusLine(app)).toHaveText('This passage is tagged as Rebuttal already.')

  await press(app, 'Control+End')
  await expect(tagBar(app)).toContainText('Tag the sentence')
  await press(app, '.')
  await expect(statusLine(app)).toHaveText('Tagged as Rebuttal, 5 words')
  await expect(quote(app)).toHaveText('The work begins in May.')

  await press(app, 'Control+Z', 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as Rebuttal')
  await expect(inspector(app).getByRole('option')).toHaveText([/Claim/])
})

test('what a key takes is a person’s choice, in the language of the document', async ({ app }) => {
  // In Greek a semicolon ends a question.
  const [id] = await importTexts(app, { 'Greek.txt': 'Πού πάει το τραμ; Δεν ξέρω. Ναι.\n' })
  await app.request('document.update', { id: id!, change: { title: 'Greek', metadata: { language: 'en' } } })
  await openDocument(app, 'Greek')
  await textOf(app).focus()
  await press(app, 'Control+Home', '1')
  await expect(quote(app)).toHaveText('Πού πάει το τραμ; Δεν ξέρω.')
  await app.request('document.update', { id: id!, change: { metadata: { language: 'el' } } })
  await expect(textOf(app)).toHaveAttribute('lang', 'el')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'Delete')
  await expect(statusLine(app)).toHaveText('Annotation deleted')
  await press(app, '2')
  await expect(quote(app)).toHaveText('Πού πάει το τραμ;')

  await press(app, 'Control+,')
  const preferences = app.page.getByRole('dialog', { name: 'Preferences' })
  await preferences.getByRole('radio', { name: 'Word' }).click()
  await press(app, 'Escape')
  await moveCaretTo(app, 'Ναι')
  await expect(tagBar(app)).toContainText('Tag the word')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 1 word')
  await app.request('app.preferences', { tagUnit: 'sentence' })
})

test('a new tag is made by typing its name, or from the words selected, in one step', async ({ app }) => {
  await moveCaretTo(app, 'The work')
  await press(app, 't')
  await app.page.getByRole('combobox', { name: 'Tag the sentence as' }).fill('Timing')
  const offered = app.page.getByRole('listbox', { name: 'Tag the sentence as' }).getByRole('option')
  await expect(offered).toHaveText(['New tag “Timing”'])
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('Tagged as Timing, a new tag, 5 words')
  await expect(textOf(app)).toBeFocused()
  await expect(tagBar(app)).toContainText('Timing')

  await selectByKeys(app, 'lose a home')
  await press(app, 'i')
  await expect(statusLine(app)).toHaveText('Tagged as lose a home, a new tag, 3 words')
  await expect(tagOf(app)).toHaveText(/lose a home/)
  await settled(app)

  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: tag as lose a home, a new tag')
  await expect(tagBar(app)).not.toContainText('lose a home')
  await press(app, 'Control+Z')
  await expect(tagBar(app)).not.toContainText('Timing')
})

test('parts are added and taken out, annotations split, joined and moved, each by a key', async ({ app }) => {
  await selectByKeys(app, 'Noise will fall')
  await press(app, '1')
  await expect(quote(app)).toHaveText('Noise will fall')
  await selectByKeys(app, 'We have measured twice.')
  await press(app, 'a')
  await expect(statusLine(app)).toHaveText('Added, now 2 parts, 7 words')
  await expect(app.page.getByText(/words? selected/)).toHaveCount(0)
  await expect(quote(app)).toHaveText('Noise will fall … We have measured twice.')
  await selectByKeys(app, 'Noise')
  await press(app, 'Shift+A')
  await expect(quote(app)).toHaveText('will fall … We have measured twice.')

  // Between its parts it falls into two, and J makes it whole again.
  await moveCaretTo(app, 'Nobody')
  await press(app, 'x')
  await expect(statusLine(app)).toHaveText('Split into 2 annotations')
  await expect(quote(app)).toHaveText('will fall')
  await press(app, 'j')
  await expect(statusLine(app)).toHaveText('Joined, 2 parts')
  await expect(quote(app)).toHaveText('will fall … We have measured twice.')
  await press(app, 'j')
  await expect(statusLine(app)).toHaveText('No annotation of this tag below')
  await press(app, 'Shift+X')
  await expect(statusLine(app)).toHaveText('Split into 2 annotations')
  await press(app, 'j')
  await expect(quote(app)).toHaveText('will fall … We have measured twice.')

  await moveCaretTo(app, 'The tram')
  await press(app, 'Shift+E')
  await expect(statusLine(app)).toHaveText('Moved, now 8 words')
  await expect(quote(app)).toHaveText('The tram pays for itself within nine years.')
  await selectByKeys(app, 'Every survey we know says so.')
  await press(app, 'a')
  await expect(quote(app)).toHaveText(
    'The tram pays for itself within nine years. Every survey we know says so.',
  )
  await press(app, 'Shift+X')
  await expect(statusLine(app)).toHaveText('Split into 2 annotations')
  await expect(quote(app)).toHaveText('The tram pays for itself within nine years.')

  await press(app, 'e', 'Shift+ArrowDown', 'Enter')
  await expect(quote(app)).toHaveText('Every survey we know says so.')
})

test('what a tag requires is asked for at once and answered by key, and nothing is lost with another tag', async ({
  app,
}) => {
  await defineAttributes(app)
  const field = (name: RegExp) => inspector(app).getByRole('radiogroup', { name })
  const checked = inspector(app).getByRole('radio', { checked: true })

  await moveCaretTo(app, 'Every survey')
  await press(app, '1')
  await expect(field(/^certainty needed/).getByRole('radio', { name: 'low', exact: true })).toBeFocused()
  await press(app, 'h', 'Enter')
  await expect(field(/^quoted needed/).getByRole('radio', { name: 'Yes' })).toBeFocused()
  await press(app, 'n')
  await expect(checked).toHaveText([/high/, /No/])
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  expect((await look(app)).caret).toBe(await offsetOf(app, 'Every survey'))

  // G opens it again; a number, words, and confidence are reached by Tab, and Escape goes back to the same caret.
  await press(app, 'g')
  await expect(field(/^certainty/).getByRole('radio', { name: 'high', exact: true })).toBeFocused()
  await press(app, 'Tab', 'Tab')
  await expect(inspector(app).getByRole('textbox', { name: 'weight' })).toBeFocused()
  await app.page.keyboard.type('2,5')
  await press(app, 'Tab')
  await app.page.keyboard.type('their report')
  await press(app, 'Tab', '3')
  await expect(checked).toHaveText([/high/, /No/, /High/])
  await press(app, 'Escape')
  expect((await look(app)).caret).toBe(await offsetOf(app, 'Every survey'))
  await expect(inspector(app).getByRole('textbox', { name: 'weight' })).toHaveValue('2.5')

  await press(app, 'Shift+T')
  await app.page.keyboard.type('reb')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('Now tagged as Rebuttal; 4 values no longer apply')
  const kept = inspector(app).getByRole('region', { name: /^Kept/ })
  await expect(kept.getByRole('listitem')).toHaveText([
    'certainty: high',
    'quoted: no',
    'weight: 2.5',
    'source: their report',
  ])
  await press(app, 'Control+Z')
  await expect(kept).toHaveCount(0)
  await expect(checked).toHaveText([/high/, /No/, /High/])
})

test('the number of a choice that is needed takes it and goes on, after the last one back to the text', async ({
  app,
}) => {
  await defineAttributes(app)
  const radio = (name: string) => inspector(app).getByRole('radio', { name, exact: true })
  await moveCaretTo(app, 'Every survey')
  await press(app, '1')
  await expect(radio('low')).toBeFocused()
  await app.page.keyboard.down('2')
  await expect(radio('Yes')).toBeFocused()
  await expect(radio('likely')).toBeChecked()
  // A key that is held down does not answer what comes next.
  await app.page.keyboard.down('2')
  await app.page.keyboard.up('2')
  await expect(radio('Yes')).toBeFocused()
  await press(app, '2')
  await expect(textOf(app)).toBeFocused()
  await expect(radio('No')).toBeChecked()
  await expect(inspector(app)).not.toContainText('needed')

  // What is answered is answered anew, and not left.
  await press(app, 'g')
  await expect(radio('likely')).toBeFocused()
  await press(app, '3')
  await expect(radio('high')).toBeChecked()
  await expect(radio('high')).toBeFocused()
})

test('a long list of choices is answered and left by Enter, like all that is needed', async ({ app }) => {
  const [claim] = await app.request('tag.list', undefined)
  const values = Array.from({ length: 15 }, (_, i) => `Ward ${i + 1}`)
  const attributes = [{ name: 'ward', kind: 'choice' as const, values, required: true }]
  await app.request('tag.update', { id: claim!.id, change: { attributes } })
  await moveCaretTo(app, 'Every survey')
  await press(app, '1')
  await expect(inspector(app).getByRole('button', { name: /ward \(needed\)/ })).toBeFocused()
  await press(app, 'Enter')
  await app.page.keyboard.type('Ward 3')
  await press(app, 'Enter')
  const answered = inspector(app).getByRole('button', { name: /Ward 3 *ward$/ })
  await expect(answered).toBeFocused()
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'g', 'Space')
  await expect(app.page.getByRole('option', { name: 'Ward 3' })).toBeFocused()
  await press(app, 'Escape')
  await expect(answered).toBeFocused()
  await press(app, 'Escape')
  await expect(textOf(app)).toBeFocused()
})

test('a person who does not want to be asked is not, and finds what is lacking by G', async ({ app }) => {
  await defineAttributes(app)
  await app.request('app.preferences', { askRequired: false })
  await app.restart()
  await openDocument(app, statement.title)
  await moveCaretTo(app, 'Every survey')
  await press(app, '1')
  await expect(statusLine(app)).toHaveText('Tagged as Claim, 6 words')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'g')
  await expect(inspector(app).getByRole('radio', { name: 'low', exact: true })).toBeFocused()
  await press(app, 's')
  await expect(inspector(app).getByRole('radio', { name: 'low', exact: true })).toBeFocused()
  await press(app, 'Escape', 's')
  await app.page.keyboard.type('The council')
  await press(app, 'Enter', 'Escape')
  await expect(textOf(app)).toBeFocused()
  await press(app, 'Control+Z')
  await expect(inspector(app).getByRole('combobox', { name: 'Speaker' })).toHaveValue('')
  expect(await app.request('speaker.list', undefined)).toEqual([])

  await app.request('app.preferences', { askRequired: true })
  await app.restart()
})

test('many annotations are taken together in the list and changed in one step each', async ({ app }) => {
  await defineAttributes(app)
  for (const words of ['nine years', 'Noise', 'by half', 'twice']) await tag(app, words)
  await tag(app, 'in May', 'Rebuttal')
  const list = inspector(app).getByRole('listbox', { name: 'Annotations' })
  const chosen = list.getByRole('option', { selected: true })
  const bar = inspector(app).getByRole('region', { name: 'Selected annotations' })
  await expect(list.getByRole('option')).toHaveCount(5)
  await expect(list.getByRole('option').first()).toHaveText(/Claim\s*needs attributes\s*nine years/)

  // By mouse: one more with Ctrl, all between with Shift.
  await list.getByRole('option', { name: 'Noise' }).click({ modifiers: ['ControlOrMeta'] })
  await list.getByRole('option', { name: 'twice' }).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 selected')
  await expect(chosen).toHaveText([/Noise/, /by half/, /twice/])
  await press(app, 'Escape')
  await expect(chosen).toHaveCount(0)

  // By key: the list from the text, a row, those below it, and what they are to be.
  await textOf(app).focus()
  await press(app, 'Control+Home', ']')
  await expect(quote(app)).toHaveText('nine years')
  await press(app, 'Shift+G')
  await expect(list).toBeFocused()
  await press(app, 'Space', 'Shift+End', 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect(chosen).toHaveText([/nine years/, /Noise/, /by half/])
  await press(app, 'Shift+T')
  await app.page.getByRole('combobox', { name: 'Change the tag to' }).fill('prem')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('3 annotations now tagged as Premise')
  await press(app, 's')
  await app.page.getByRole('combobox', { name: 'Who says' }).fill('The council')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('The council now speaks in 3 annotations')
  await press(app, 'Control+Z', 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: change tag of 3 annotations to Premise')

  // All of one tag get an attribute, which they then no longer lack.
  await inspector(app).getByRole('button', { name: 'Select annotations', exact: true }).click()
  await app.page.getByRole('menuitem', { name: 'Claim (4)' }).click()
  await expect(chosen).toHaveCount(4)
  await bar.getByRole('button', { name: 'Attributes…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Attributes of 4 annotations' })
  await dialog.getByRole('radio', { name: 'high', exact: true }).click()
  await dialog.getByRole('radio', { name: 'No' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(list).not.toContainText('needs attributes')
  await expect(statusLine(app)).toHaveText('quoted of 4 annotations set')

  await bar.getByRole('button', { name: 'Join the selected annotations' }).click()
  await expect(statusLine(app)).toHaveText('Joined, 4 parts')
  await expect(list.getByRole('option')).toHaveText([/nine years … Noise … by half … twice/, /in May/])
  await press(app, 'Control+Z')
  await expect(list.getByRole('option')).toHaveCount(5)
  await list.focus()
  await press(app, 'Control+A', 'Delete')
  await expect(statusLine(app)).toHaveText('5 annotations deleted')
  await expect(inspector(app)).toContainText('No annotations yet')
  // The keyboard stays in the list whatever becomes of its rows.
  await expect(inspector(app).getByRole('group', { name: 'Annotations' })).toBeFocused()
  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: delete 5 annotations')
  await expect(list.getByRole('option')).toHaveCount(5)
  await expect(list).toBeFocused()
  await press(app, 'Control+Shift+Z')
  await expect(statusLine(app)).toHaveText('Done again: delete 5 annotations')
  await expect(inspector(app)).toContainText('No annotations yet')
  await press(app, 'Control+Z')
  await expect(statusLine(app)).toHaveText('Undone: delete 5 annotations')
  await expect(list).toBeFocused()
})

async function defineAttributes(app: App): Promise<void> {
  const [claim] = await app.request('tag.list', undefined)
  await app.request('tag.update', {
    id: claim!.id,
    change: {
      attributes: [
        { name: 'certainty', kind: 'choice', values: ['low', 'likely', 'high'], required: true },
        { name: 'quoted', kind: 'yes-no', required: true },
        { name: 'weight', kind: 'number' },
        { name: 'source', kind: 'text' },
      ],
    },
  })
}

/** Where words stand in the text, as `look` counts. */
const offsetOf = (app: App, words: string) =>
  textOf(app).evaluate((text, words) => (text.textContent ?? '').indexOf(words), words)

test('a tag of a long name stays inside its panels, and what is cut is told where the pointer rests', async ({
  app,
}) => {
  const name = 'Argument from the authority of Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'
  await app.request('tag.create', { name, color: '#7c3aed', role: 'claim' })
  await tag(app, 'Noise will fall by half', name)
  await app.resize(1024, 760)
  const row = inspector(app).getByRole('option').getByText(name)
  await row.hover()
  await expect(row).toHaveAttribute('title', name)
  const ofBar = tagBar(app).getByText(name)
  await ofBar.hover()
  await expect(ofBar).toHaveAttribute('title', name)

  await moveCaretTo(app, 'Noise')
  await press(app, ']')
  await expect(tagOf(app)).toHaveAccessibleName(`Tag: ${name}. Change tag`)
  const [panel, button] = [(await inspector(app).boundingBox())!, (await tagOf(app).boundingBox())!]
  expect(button.x).toBeGreaterThan(panel.x)
  expect(button.x + button.width).toBeLessThan(panel.x + panel.width)
  expect(await tagOf(app).evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true)
  expect(await tagBar(app).evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true)
  await app.resize(1360, 860)
})
