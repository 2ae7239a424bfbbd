import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from '../e2e/app.ts'
import { type Figures, measure } from './figures.ts'
import { writeManyDocuments } from './many-documents.ts'
import { inTrial } from './trial.ts'

const count = inTrial(300, 10_000)
const runs = inTrial(1, 15)

/** The list and the table of 10,000 documents, in the real window. Opens a project of its own. */
export async function measureDocuments(app: App): Promise<Figures[]> {
  await app.newProject('bench of many documents')
  const path = join(app.folder, 'many.rejoinder.jsonl')
  writeManyDocuments(path, count)
  await app.chooses([path])
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  await app.request('document.import', { task: 'many', paths })

  const list = app.page.getByRole('listbox', { name: 'Documents' })
  await list.getByRole('option').first().waitFor()
  const listed = await measureRows(app, list, 'Filter documents', 'the list')
  await app.page.keyboard.press('ControlOrMeta+Shift+D')
  const grid = app.page.getByRole('grid', { name: 'Documents' })
  await grid.getByRole('row').nth(1).waitFor()
  const tabled = await measureRows(app, grid, 'Filter the table', 'the table')
  const sorting = await measure(`${count} rows of the table, sorted by title`, runs, () =>
    timeToFrame(app, grid.getByRole('columnheader', { name: 'Title' })),
  )
  await app.page.keyboard.press('ControlOrMeta+Shift+D')
  return [...listed, ...tabled, sorting]
}

async function measureRows(app: App, rows: Locator, filter: string, where: string): Promise<Figures[]> {
  const name = `${count} documents in ${where}`
  const frames = await rows.evaluate(framesWhileScrolling)
  const field = app.page.getByRole('searchbox', { name: filter })
  await field.focus()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    for (const letter of 'tram 7') times.push(await timeKey(app, letter))
    await field.fill('')
  }
  return [
    { name: `${name}, a frame while scrolling`, times: frames.frames },
    { name: `${name}, the work in a frame`, times: frames.work },
    { name: `${name}, a letter of the filter to painted`, times },
  ]
}

/** Runs in the page: 120 frames of scrolling by most of a screen, in CSS pixels a frame like a fast wheel. */
async function framesWhileScrolling(element: Element): Promise<{ frames: number[]; work: number[] }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const frames: number[] = []
  const work: number[] = []
  let last = await frame()
  for (let step = 0; step < 120; step++) {
    element.scrollTop += 240
    const begun = performance.now()
    const now = await frame()
    // What is posted in a frame comes after its scripts, its layout and its drawing.
    const done = await new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    })
    frames.push(now - last)
    work.push(done - Math.max(now, begun))
    last = now
  }
  element.scrollTop = 0
  await frame()
  return { frames: frames.slice(1), work: work.slice(1) }
}

/** From the key to the end of the frame that shows what it changed. */
async function timeKey(app: App, key: string): Promise<number> {
  const timed = app.page.evaluate(untilNextFrame, 'keydown')
  await app.page.evaluate(() => undefined)
  await app.page.keyboard.press(key === ' ' ? 'Space' : key)
  return timed
}

async function timeToFrame(app: App, target: Locator): Promise<number> {
  const timed = app.page.evaluate(untilNextFrame, 'click')
  await app.page.evaluate(() => undefined)
  await target.click()
  return timed
}

/** Runs in the page. */
function untilNextFrame(type: string): Promise<number> {
  return new Promise((resolve) => {
    const begin = (event: Event) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    addEventListener(type, begin, { capture: true, once: true })
  })
}
