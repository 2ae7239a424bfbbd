import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from '../e2e/app.ts'
import { documentRow, inspector, openDocument, settled, textOf } from '../e2e/reading.ts'
import { importTexts, tag } from '../e2e/seeding.ts'
import { unpackText } from '../preload/contract/document.ts'
import { type Figures, measure } from './figures.ts'
import { timeRequest, timeUntilSaid } from './in-page.ts'
import type { BenchTexts } from './texts.ts'
import { inTrial } from './trial.ts'

const runs = inTrial(1, 25)

/** The main job on the texts, step by step, in the real window. */
export async function measureMainJob(app: App, { texts, largest, other }: BenchTexts): Promise<Figures[]> {
  await app.newProject('bench')
  await importTexts(app, texts)
  const titles = (await app.request('document.list', undefined)).map((document) => document.title)
  const [titleOfLargest, titleOfOther] = [titles[largest]!, titles[other]!]
  const key = (keys: string) => () => app.page.keyboard.press(keys)

  const roundTrip = await measure('round trip to the project file', runs * 4, () =>
    timeRequest(app, 'history.state', undefined),
  )
  const against = roundTrip.name

  const opening = await measure('open the largest text, click to painted', runs, async () => {
    await openDocument(app, titleOfOther)
    return timeOpening(app, titleOfLargest)
  })

  const words = await firstWords(app, titleOfOther)
  await tag(app, words)
  await textOf(app).focus()
  await app.page.keyboard.press('ControlOrMeta+Home')
  const [tagging, undoing, linking]: [number[], number[], number[]] = [[], [], []]
  while (tagging.length < runs) {
    await app.page.keyboard.press('Alt+ArrowDown')
    await app.page.keyboard.press('Shift+Alt+ArrowDown')
    await settled(app)
    if (!(await somethingSelected(app))) continue
    tagging.push(await timeUntilSaid(app, 'Tagged as', key('2')))
    undoing.push(await timeUntilSaid(app, 'Undone', key('ControlOrMeta+Z')))
    await timeUntilSaid(app, 'Done again', key('ControlOrMeta+Shift+Z'))
    await expect(inspector(app).getByLabel('Passage')).toBeVisible()
    await app.page.keyboard.press('l')
    await app.page.keyboard.press('ControlOrMeta+Shift+F')
    await app.page.keyboard.type(words)
    await expect(app.page.getByRole('dialog').getByRole('option')).toHaveCount(1)
    await app.page.keyboard.press('Enter')
    await app.page.getByText('What does the first do to the second?').waitFor()
    linking.push(await timeUntilSaid(app, 'Linked', key('r')))
  }

  const exporting: Figures[] = []
  for (const format of ['rejoinder-jsonl', 'csv']) {
    const to = join(app.folder, `out-${format}`)
    await app.savesTo(to)
    await app.request('app.chooseTarget', { title: 'bench', suggestedName: 'out', ending: null })
    exporting.push(
      await measure(`export of all as ${format}`, runs, async (run) => {
        const time = await timeRequest(app, 'exchange.write', {
          format,
          to,
          task: `bench-${run}`,
          replace: true,
        })
        return time
      }),
    )
    rmSync(to, { recursive: true, force: true })
  }

  return [
    roundTrip,
    { ...opening, against },
    { name: 'tag a passage, key to painted and committed', times: tagging, against },
    { name: 'undo it, key to painted and committed', times: undoing, against },
    { name: 'link two passages, last key to shown and committed', times: linking, against },
    ...exporting.map((row) => ({ ...row, against })),
  ]
}

/** Empty lines have no sentence to select. */
function somethingSelected(app: App): Promise<boolean> {
  return app.page.evaluate(() => (getSelection()?.toString().trim().length ?? 0) > 10)
}

/** From the click on the row to the frame after the text is painted, its annotations too. */
async function timeOpening(app: App, title: string): Promise<number> {
  const timed = app.page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        let begun = 0
        addEventListener(
          'pointerdown',
          (event) => {
            begun ||= event.timeStamp
          },
          { capture: true, once: true },
        )
        const look = () => {
          const text = document.querySelector('[data-area="left"] [aria-multiline="true"]')
          const root = text?.closest('[data-painted]')
          const done = text?.getAttribute('aria-label') === wanted && root && !root.hasAttribute('data-busy')
          if (begun > 0 && done) requestAnimationFrame(() => resolve(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        look()
      }),
    title,
  )
  await app.page.evaluate(() => undefined)
  await documentRow(app, title).click()
  return timed
}

async function firstWords(app: App, title: string): Promise<string> {
  const { id } = (await app.request('document.list', undefined)).find((document) => document.title === title)!
  const { text, blocks } = unpackText(await app.request('document.text', { id }))
  const longest = blocks.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
  return text.slice(longest.start, Math.min(longest.end, longest.start + 60))
}
