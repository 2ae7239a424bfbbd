import type { Locator } from '@playwright/test'
import { type App, expect } from './app.ts'

/** What a reader does with a text: finds words in it with the eye, clicks them, selects them with the mouse. */

export type Side = 'left' | 'right'

export const pane = (app: App, side: Side): Locator => app.page.locator(`[data-area="${side}"]`)
export const textOf = (app: App, side: Side = 'left'): Locator =>
  pane(app, side).locator('[aria-multiline="true"]')
export const inspector = (app: App): Locator => app.page.getByRole('complementary', { name: 'Annotation' })
export const statusLine = (app: App): Locator => app.page.getByRole('status').first()
export const documentRow = (app: App, title: string): Locator =>
  app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option').filter({ hasText: title })

/** Nothing waits to be painted. */
export async function settled(app: App): Promise<void> {
  await expect(app.page.locator('[data-area] [data-busy]')).toHaveCount(0)
}

export async function openDocument(app: App, title: string, side: Side = 'left'): Promise<void> {
  await documentRow(app, title).click()
  await expect(textOf(app, side)).toHaveAccessibleName(title)
  await settled(app)
}

interface Point {
  x: number
  y: number
}

/** Where words stand on the screen, after they were scrolled into sight: their first and last character. */
async function placeOf(app: App, words: string, side: Side): Promise<{ first: Point; last: Point }> {
  await settled(app)
  const find = () => textOf(app, side).evaluate(rectsOfWords, words)
  await find()
  await settled(app)
  return find()
}

export async function clickWords(
  app: App,
  words: string,
  side: Side = 'left',
  button: 'left' | 'right' = 'left',
): Promise<void> {
  const { first } = await placeOf(app, words, side)
  await app.page.mouse.click(first.x + 2, first.y, { button })
}

export async function selectWords(app: App, words: string, side: Side = 'left'): Promise<void> {
  const { first, last } = await placeOf(app, words, side)
  await app.page.mouse.move(first.x, first.y)
  await app.page.mouse.down()
  await app.page.mouse.move((first.x + last.x) / 2, last.y)
  await app.page.mouse.move(last.x, last.y)
  await app.page.mouse.up()
  await expect(app.page.getByText(/\d+ words? selected/)).toBeVisible()
}

/** Drags an end of the annotation in focus to the same end of other words. */
export async function dragEnd(
  app: App,
  edge: 'start' | 'end',
  words: string,
  side: Side = 'left',
): Promise<void> {
  const { first, last } = await placeOf(app, words, side)
  const handle = await pane(app, side).locator(`.document-handle[data-edge="${edge}"]`).boundingBox()
  if (!handle) throw new Error(`the ${edge} of the annotation in focus is not in sight`)
  const to = edge === 'start' ? first : last
  // Its knob stands above the line or below it, and is held there.
  const fromLine = handle.height / 2 + 4
  const y = (middle: number) => middle + (edge === 'start' ? -fromLine : fromLine)
  const x = handle.x + handle.width / 2
  await app.page.mouse.move(x, y(handle.y + handle.height / 2))
  await app.page.mouse.down()
  await app.page.mouse.move((x + to.x) / 2, y(to.y))
  await app.page.mouse.move(to.x, y(to.y))
  await app.page.mouse.up()
  await settled(app)
}

/** Runs in the page. */
function rectsOfWords(text: Element, words: string): { first: Point; last: Point } {
  const nodes: { node: Text; from: number }[] = []
  let whole = ''
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: whole.length })
    whole += (node as Text).data
  }
  const start = whole.indexOf(words)
  if (start < 0) throw new Error(`the text does not have the words “${words}”`)
  const at = (offset: number) => {
    const { node, from } = nodes.findLast((one) => one.from <= offset)!
    const range = document.createRange()
    range.setStart(node, offset - from)
    range.setEnd(node, Math.min(node.data.length, offset - from + 1))
    return range
  }
  const begin = at(start)
  begin.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  const end = at(start + words.length - 1).getBoundingClientRect()
  const { left, top, height } = begin.getBoundingClientRect()
  return {
    first: { x: left, y: top + height / 2 },
    last: { x: end.right, y: end.top + end.height / 2 },
  }
}
