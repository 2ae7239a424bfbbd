import { type App, expect, surely } from '../../e2e/app.ts'
import { documentRow, settled, textOf } from '../../e2e/reading.ts'
import { quantile } from '../figures.ts'
import {
  scrollThrough,
  timeChange,
  timeUntil,
  timeUntilSaid,
  timeUntilShown,
  timeUntilThere,
} from '../in-page.ts'
import { inTrial } from '../trial.ts'
import { type BareCommits, bareCommits } from './bare-commits.ts'
import {
  keysToMeasure,
  keysToWarmUp,
  type Size,
  seedLongTexts,
  sizes,
  titleOf,
  titleOfShort,
} from './seed.ts'

const runs = inTrial(1, 15)
/** More, since single waits for the disk decide what 95 of 100 take. */
const runsOfChanges = inTrial(1, 40)
const screens = inTrial(2, 30)
/** The first times the program does a thing take longer, whatever the text: the size that comes first would pay. */
const runsToWarmUp = inTrial(1, 3)

/** Times by the name of what was done, for one size. */
export type Column = Map<string, number[]>

/**
 * Reading and annotating in texts of three sizes. Everything but scrolling is measured without waiting for the
 * screen’s next frame, since a person presses a key at any moment of it.
 */
export async function measureLongTexts(app: App): Promise<Column[]> {
  await app.restart(unlimited)
  await seedLongTexts(app)
  const columns: Column[] = []
  const disk = bareCommits(`${app.folder}/bare.sqlite`)
  await annotateIn(app, sizes[0]!, { runs: runsToWarmUp, changes: runsToWarmUp }, keysToWarmUp, disk)
  for (const size of sizes)
    columns.push(await annotateIn(app, size, { runs, changes: runsOfChanges }, keysToMeasure, disk))
  disk.close()
  const path = `${app.folder}/long.rejoinder`
  await app.restart([path])
  for (const [i, size] of sizes.entries()) await scrollIn(app, size, columns[i]!)
  return columns
}

const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

async function annotateIn(
  app: App,
  size: Size,
  { runs, changes }: { runs: number; changes: number },
  [tag, otherTag]: readonly [string, string],
  disk: BareCommits,
): Promise<Column> {
  const column: Column = new Map()
  const title = titleOf(size)
  const key = (keys: string) => () => app.page.keyboard.press(keys)
  const keep = (name: string, time: number): void => {
    column.set(name, [...(column.get(name) ?? []), time])
  }
  const add = async (name: string, time: Promise<number>) => keep(name, await time)
  const open = (name: string, annotated?: true) =>
    timeUntil(app, { title: name, painted: true, ...(annotated && { annotated }) }, () =>
      documentRow(app, name).click(),
    )

  for (let run = 0; run < runs; run++) {
    await open(titleOfShort)
    await add('click in the list to usable, annotations drawn', open(title, true))
    await open(titleOfShort)
    await add('  until its words can be read', open(title))
  }
  await textOf(app).focus()
  await app.page.keyboard.press('ControlOrMeta+Home')
  for (let run = 0; run < changes; run++) {
    await selectNextSentence(app)
    const { painted, committed, view } = await timeChange(app, key(tag), { isDrawnAtOnce: true })
    keep('tag: key to painted and committed', Math.max(painted, committed))
    keep('  until painted', painted)
    keep('  of that the view’s own share', view)
    keep('  until committed', committed)
    await rest(app)
    keep('  a commit of one row and nothing else', disk.time())
    await add('undo', timeUntilShown(app, key('ControlOrMeta+Z')))
    await rest(app)
    await add('redo', timeUntilShown(app, key('ControlOrMeta+Shift+Z')))
    await rest(app)
    await add('delete', timeUntilShown(app, key('Delete')))
    await rest(app)
    await selectNextSentence(app)
    await add('tag: until the panels have followed', timeUntilSaid(app, 'Tagged as', key(tag)))
    await rest(app)
    await add('other tag', timeUntilShown(app, key(otherTag), { isDrawnAtOnce: true }))
    await rest(app)
  }
  for (let run = 0; run < runs; run++) {
    await app.page.keyboard.press('ControlOrMeta+Home')
    await app.page.keyboard.press(']')
    await rest(app)
    await add('other tags dimmed, hidden, shown', timeUntil(app, { painted: true }, key('h')))
  }
  await app.page.keyboard.press('Shift+H')
  for (let run = 0; run < runs; run++) {
    const there = run % 2 === 0 ? 'End' : 'Home'
    await add('jump to the other end', timeUntilThere(app, key(`ControlOrMeta+${there}`)))
    await rest(app)
  }
  await measureFinding(app, runs, add)
  column.set('memory over the empty window, MB', [await memoryOver(app, title)])
  return column
}

/** Each letter of a common word as one who types it. */
async function measureFinding(
  app: App,
  runs: number,
  add: (name: string, time: Promise<number>) => Promise<void>,
): Promise<void> {
  const counted = { selector: '.find-bar-count', pattern: 'of [\\d,]+' }
  for (let run = 0; run < 2 * runs; run++) {
    await app.page.keyboard.press('ControlOrMeta+F')
    const field = app.page.getByRole('search', { name: 'Find in the text' }).locator('input').first()
    await expect(field).toBeFocused()
    await app.page.keyboard.press('ControlOrMeta+A')
    await app.page.keyboard.press('Backspace')
    await app.page.keyboard.insertText(run % 2 === 0 ? 'th' : 'counci')
    await rest(app)
    const last = () => app.page.keyboard.press(run % 2 === 0 ? 'e' : 'l')
    if (run < runs) await add('find a common word: first hit shown', timeUntilThere(app, last))
    else await add('find a common word: all counted', timeUntil(app, { shows: counted }, last))
    await app.page.keyboard.press('Escape')
  }
}

async function scrollIn(app: App, size: Size, column: Column): Promise<void> {
  await documentRow(app, titleOf(size)).click()
  await expect(textOf(app)).toHaveAccessibleName(titleOf(size))
  await settled(app)
  const { frames, blank } = await scrollThrough(app, screens)
  column.set(`frame while scrolling ${screens} screens`, frames)
  column.set('blank frames', [blank])
}

async function selectNextSentence(app: App): Promise<void> {
  do {
    await app.page.keyboard.press('Alt+ArrowDown')
    await app.page.keyboard.press('Shift+Alt+ArrowDown')
    await settled(app)
  } while ((await app.page.evaluate(() => getSelection()?.toString().trim().length ?? 0)) < 10)
  await rest(app)
}

/**
 * Lets the rest of the window follow, as it does while a person thinks. What flashes comes to its end at once: without
 * a screen to wait for it would be drawn thousands of times a second, and take the processor from what is timed next.
 */
function rest(app: App): Promise<unknown> {
  const wait = (): Promise<unknown> =>
    new Promise((resolve) =>
      setTimeout(() => {
        for (const animation of document.getAnimations()) animation.finish()
        requestIdleCallback(resolve, { timeout: 500 })
      }, 150),
    )
  return surely(() => app.page.evaluate(wait))
}

/** What the page’s process holds more than with a short text open, after collecting garbage. */
async function memoryOver(app: App, title: string): Promise<number> {
  const cdp = await app.electron.context().newCDPSession(app.page)
  const held = async () => {
    await rest(app)
    await cdp.send('HeapProfiler.collectGarbage')
    const pid = await app.electron.evaluate(
      ({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab')?.pid,
    )
    return app.electron.evaluate(
      ({ app }, wanted) =>
        (app.getAppMetrics().find((one) => one.pid === wanted)?.memory.workingSetSize ?? 0) / 1024,
      pid,
    )
  }
  const full = await held()
  await timeUntil(app, { title: titleOfShort, painted: true }, () => documentRow(app, titleOfShort).click())
  const empty = await held()
  await timeUntil(app, { title, painted: true }, () => documentRow(app, title).click())
  await cdp.detach()
  return full - empty
}

/** A table of the sizes side by side: median and 95th percentile, and the last column over the first. */
export function longTextsTable(columns: readonly Column[]): string {
  const names = [...columns[0]!.keys()]
  const shown = (times: number[]) =>
    times.length === 1 ? round(times[0]!) : `${round(quantile(times, 0.5))} / ${round(quantile(times, 0.95))}`
  const lines = names.map((name) => {
    const times = columns.map((column) => column.get(name) ?? [])
    const [first, last] = [times[0]!, times.at(-1)!]
    const growth = first.length > 1 ? (quantile(last, 0.5) / quantile(first, 0.5)).toFixed(1) : ''
    return [name, ...times.map(shown), growth]
  })
  const heads = sizes.map(({ words, annotations }) => `${words / 1000}k words, ${annotations}`)
  const all = [['median / 95 %, ms', ...heads, 'last over first'], ...lines]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n')
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
