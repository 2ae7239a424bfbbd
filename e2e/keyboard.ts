import type { Locator } from '@playwright/test'
import { type App, expect } from './app.ts'
import { type Side, settled, textOf } from './reading.ts'

/** What a reader does with a text by keyboard alone. */

export const press = (app: App, ...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => app.page.keyboard.press(key)), Promise.resolve())

/** What the eye sees in a text: where the caret stands, counted in characters of the text, and what is selected. */
interface Seen {
  caret: number
  selected: string
}

export const look = (app: App, side: Side = 'left'): Promise<Seen> => textOf(app, side).evaluate(lookIn)

/** Brings the caret before some words: by paragraph, then by sentence, by word and by character. */
export async function moveCaretTo(app: App, words: string, side: Side = 'left'): Promise<void> {
  await settled(app)
  const target = (await textOf(app, side).evaluate((text) => text.textContent ?? '')).indexOf(words)
  expect(target, `the text has the words “${words}”`).toBeGreaterThanOrEqual(0)
  const caret = async () => (await look(app, side)).caret
  await press(app, 'Control+Home')
  for (const [forward, back] of steps) {
    let before = -1
    let now = await caret()
    while (now < target && now !== before) {
      before = now
      await press(app, forward)
      now = await caret()
    }
    if (now > target) await press(app, back)
  }
  expect(await caret()).toBe(target)
}

/** Chooses in the list that a button opens, by typing how the choice begins. Takes it only when the list stands on it. */
export async function chooseByKey(app: App, button: Locator, beginning: string): Promise<void> {
  const list = app.page.getByRole('listbox').and(app.page.locator('.ui-options'))
  await button.press('Enter')
  await expect(list.locator('[role=option]:focus')).toHaveCount(1)
  await app.page.keyboard.type(beginning)
  await expect(list.locator('[role=option]:focus')).toHaveAccessibleName(new RegExp(`^${escaped(beginning)}`))
  await press(app, 'Enter')
  await expect(list).toHaveCount(0)
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const steps = [
  ['Control+ArrowDown', 'Control+ArrowUp'],
  ['Alt+ArrowDown', 'Alt+ArrowUp'],
  ['Control+ArrowRight', 'Control+ArrowLeft'],
  ['ArrowRight', 'ArrowLeft'],
] as const

/** Selects words by key. */
export async function selectByKeys(app: App, words: string, side: Side = 'left'): Promise<void> {
  await moveCaretTo(app, words, side)
  const selected = async () => (await look(app, side)).selected.length
  while ((await selected()) < words.length) await press(app, 'Shift+Control+ArrowRight')
  while ((await selected()) > words.length) await press(app, 'Shift+ArrowLeft')
  expect((await look(app, side)).selected).toBe(words)
  await seesSelected(app, words.split(/\s+/).length)
}

/** The program itself knows of the selection a moment after the eye. */
export async function seesSelected(app: App, words: number): Promise<void> {
  await expect(
    app.page.getByText(`${words} word${words === 1 ? '' : 's'} selected`, { exact: true }),
  ).toBeVisible()
}

/** Runs in the page; answers after the next frame, which is when a person sees it. */
async function lookIn(text: Element): Promise<Seen> {
  await new Promise(requestAnimationFrame)
  const selection = getSelection()
  if (!selection?.focusNode || !text.contains(selection.focusNode)) return { caret: -1, selected: '' }
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(selection.focusNode, selection.focusOffset)
  const range = selection.getRangeAt(0)
  return { caret: before.toString().length, selected: range.toString() }
}

/** Moves on by Tab until it has the focus. */
export async function tabTo(app: App, wanted: Locator): Promise<void> {
  const hasFocus = () => wanted.evaluate((element) => element === document.activeElement)
  for (let tabs = 0; tabs < 60 && !(await hasFocus()); tabs += 1) await press(app, 'Tab')
  await expect(wanted).toBeFocused()
}

/** Opens a document as one does who knows a part of its title. */
export async function goToDocument(app: App, title: string): Promise<void> {
  await press(app, 'Control+P')
  await expect(app.page.getByRole('combobox', { name: 'Go to document' })).toBeFocused()
  await app.page.keyboard.insertText(title)
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(title)
  await expect(textOf(app)).toBeFocused()
  await settled(app)
}
