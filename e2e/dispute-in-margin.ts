import type { App } from './app.ts'
import { pane, textOf } from './reading.ts'
import { importTexts } from './seeding.ts'
import { answer, tramDispute } from './tram-dispute.ts'

/** The dispute with dates, in a window wide enough for cards: for stories of what stands beside a text. */

export const claim = 'nobody will lose a garden'
export const rebuttal = 'Four gardens stand where the rails shall lie'

export const cards = (app: App) =>
  pane(app, 'left').getByRole('group', { name: 'Margin' }).getByRole('article')

export async function openDispute(app: App): Promise<void> {
  await importTexts(app, tramDispute)
  for (const { id, title } of await app.request('document.list', undefined)) {
    const date = title === answer.title ? '2024-03-12' : '2024-03-05'
    await app.request('document.update', { id, change: { metadata: { date } } })
  }
  await app.resize(1500, 860)
}

/** The middle of the first letter of some words, in the window. */
export const pointOf = (app: App, words: string) =>
  textOf(app).evaluate((text, sought) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(sought)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    throw new Error(`the text does not have the words “${sought}”`)
  }, words)
