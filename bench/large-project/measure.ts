import { join } from 'node:path'
import type { App } from '../../e2e/app.ts'
import { mostNodes } from '../../preload/contract/argument-map.ts'
import type { WorkListName } from '../../preload/contract/work-list.ts'
import { type Figures, measure } from '../figures.ts'
import { timeRequest } from '../in-page.ts'
import { oftenMadeStatement, size, writeLargeProject } from './seed.ts'

const runs = 15

/** Measures something in the open large project. Other rows are set against `baseline`. */
export type Row = (app: App) => Promise<Figures[]>

const baseline = 'round trip to the project file'

/** In the order they are measured; each begins and ends in the first document, and changes nothing for good. */
const rows: readonly Row[] = [overview, card, confrontation, workLists, speakers, time, map]

/** A project of 10 million words in the real window: opening it, and each view over all of it. */
export async function measureLargeProject(app: App): Promise<{ words: string; rows: Figures[] }> {
  const path = join(app.folder, 'large.rejoinder')
  writeLargeProject(path)
  const opening = () => timeOpening(app, path)
  const figures: Figures[] = [
    await measure('the first opening to a usable window, gate included', 1, opening, 1200),
    await measure('each later opening to a usable window, gate included', 10, opening, 1200),
    await measure(baseline, runs * 4, () => timeRequest(app, 'history.state', undefined)),
  ]
  for (const row of rows) figures.push(...(await row(app)))
  return { words: words(), rows: figures }
}

function words(): string {
  const many = (count: number) => count.toLocaleString('en')
  const { documents, annotations, claims, links, speakers } = size
  return `${many(documents)} documents of about 1,000 words, ${many(annotations)} annotations, ${many(claims)} claims, ${many(links)} links, ${speakers} speakers`
}

/** From the answer of the dialog to the end of the frame that lists the documents. */
async function timeOpening(app: App, path: string): Promise<number> {
  await app.request('app.closeProject', undefined)
  const documents = app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await documents.first().waitFor({ state: 'hidden' })
  await app.chooses([path])
  return app.page.evaluate(async () => {
    const begun = performance.now()
    const listed = new Promise<void>((resolve) => {
      const look = () => {
        const row = document.querySelector('[role="listbox"][aria-label="Documents"] [role="option"]')
        if (row) resolve()
        else requestAnimationFrame(look)
      }
      look()
    })
    await window.rejoinder.request('app.openProject', { path: null })
    await listed
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - begun
  })
}

/** The first time of all, then from the key to the frame that shows every number. */
async function overview(app: App): Promise<Figures[]> {
  return [
    await measure('the numbers of the overview, for the first time', 1, () =>
      timeRequest(app, 'overview.counts', undefined),
    ),
    await measure('the numbers of the overview', runs, () => timeRequest(app, 'overview.counts', undefined)),
    await measure(
      'the overview, from its key to all numbers on the screen',
      runs,
      () => timeView(app, 'Alt+1', '[data-chart="documents"] [data-figure]'),
      200,
    ),
  ]
}

/** From the key to the end of the frame that shows an element of the view; then back to the text. */
async function timeView(app: App, key: string, element: string): Promise<number> {
  await app.page.evaluate((wanted) => {
    const timed = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`${wanted} was not seen`)), 30_000)
      addEventListener(
        'keydown',
        (event) => {
          const begun = event.timeStamp
          const look = () => {
            if (!document.querySelector(wanted)) requestAnimationFrame(look)
            else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)))
          }
          requestAnimationFrame(look)
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { timed })
  }, element)
  await app.page.keyboard.press(key)
  const ms = await app.page.evaluate(() => (window as unknown as { timed: Promise<number> }).timed)
  await app.page.keyboard.press(key)
  await app.page.locator(element).first().waitFor({ state: 'detached' })
  return ms
}

/** The card of the claim that is made most often. */
async function card(app: App): Promise<Figures[]> {
  const claims = await app.request('claim.list', undefined)
  const { id } = claims.find(({ statement }) => statement === oftenMadeStatement)!
  return [
    await measure(
      `the card of a claim with ${size.oftenMade} mentions, read`,
      runs,
      () => timeRequest(app, 'claim.card', { id }),
      60,
    ),
  ]
}

/** Claims and their answers; with the first rows there is what they say. */
async function confrontation(app: App): Promise<Figures[]> {
  const choice = { order: 'date', show: 'all', only: null } as const
  const { claim, answer } = await app.request('confrontation.columns', choice)
  const inSight = { claims: [...claim.subarray(0, 20)], answers: [...answer.subarray(0, 20)] }
  const counts = `${claim.length.toLocaleString('en')} claims, ${answer.length.toLocaleString('en')} answers`
  return [
    await measure(`the two columns of claims and answers (${counts}), read again`, runs, () =>
      timeRequest(app, 'confrontation.columns', choice),
    ),
    await measure('what 20 claims and 20 answers say', runs, () =>
      timeRequest(app, 'confrontation.details', inSight),
    ),
    await measure('claims and answers, from their key to the words on the screen', runs, () =>
      timeView(app, 'Alt+4', '.confronted-statement'),
    ),
  ]
}

/** The longest lists, all of them counted, and one on the screen. */
async function workLists(app: App): Promise<Figures[]> {
  const list = (name: WorkListName) =>
    measure(
      `the work list “${name}”`,
      runs,
      () => timeRequest(app, 'workList.entries', { list: name, after: '2015', order: 'date' }),
      100,
    )
  const lists: Figures[] = []
  for (const name of ['unanswered', 'one-voice', 'made-after', 'no-target'] as const)
    lists.push(await list(name))
  return [
    ...lists,
    await measure('all work lists counted', runs, () =>
      timeRequest(app, 'workList.counts', { after: '2015' }),
    ),
    await measure(
      'a work list, from its key to its rows on the screen',
      runs,
      () => timeView(app, 'Alt+2', '[role="listbox"][aria-label="Claims nobody answers"] [role="option"]'),
      100,
    ),
    await measure('the findings of the doctor counted', 5, () =>
      timeRequest(app, 'doctor.counts', undefined),
    ),
  ]
}

/** Who answers whom, counted anew at each request, and the register from its key. */
async function speakers(app: App): Promise<Figures[]> {
  const documents = { title: '', fields: [], from: '', until: '' }
  return [
    await measure(`who answers whom among ${size.speakers} speakers, counted`, runs, () =>
      timeRequest(app, 'speaker.whoAnswersWhom', { documents, unset: 'document' }),
    ),
    await measure('the register of speakers, from its key to its rows on the screen', runs, () =>
      timeView(app, 'Alt+7', '.speaker-row'),
    ),
  ]
}

/** From the key to the first lanes with their marks. */
async function time(app: App): Promise<Figures[]> {
  return [
    await measure('claims in time, from its key to the marks on the screen', runs, () =>
      timeView(app, 'Alt+5', '.time-lane .time-sign'),
    ),
  ]
}

/** All that fits into one map, then claims with what they are linked with, from the key to the drawing. */
async function map(app: App): Promise<Figures[]> {
  const opening = () => timeView(app, 'Alt+6', '.map-box')
  const all = [
    await measure('the argument map, for the first time', 1, opening),
    await measure(`the argument map of ${mostNodes} nodes, from its key to the drawing`, runs, opening),
  ]
  const size = await showMapOfSome(app)
  return [
    ...all,
    await measure(`an argument map of ${size}, from its key to the drawing`, runs, opening, 500),
  ]
}

/** Has the view of the map show that many claims with all they are linked with: about 200 nodes. Says how many. */
async function showMapOfSome(app: App): Promise<string> {
  const some = 13
  const list = app.page.getByRole('listbox', { name: 'Claims' })
  await app.page.keyboard.press('Alt+3')
  await list.focus()
  await app.page.keyboard.press('Home')
  for (let more = 1; more < some; more++) await app.page.keyboard.press('Shift+ArrowDown')
  await app.page.keyboard.press('Alt+6')
  await app.page.getByRole('heading', { name: `${some} claims and their neighbours` }).waitFor()
  await app.page.locator('.map-box').first().waitFor()
  const nodes = await app.page.locator('.map-box').count()
  const lines = await app.page.locator('.map-link').count()
  await app.page.keyboard.press('Alt+6')
  await app.page.locator('.map-box').first().waitFor({ state: 'detached' })
  return `${nodes} nodes and ${lines} links`
}
