import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../e2e/app.ts'
import type { InputOf } from '../preload/contract/index.ts'
import { type Figures, measure } from './figures.ts'
import { timeUntil } from './in-page.ts'
import { numbers, proseOf } from './text-view/prose.ts'
import { inTrial } from './trial.ts'

const documents = inTrial(200, 10_000)
const wordsEach = 1000
const runs = inTrial(2, 21)

/** Searches over ten million words in the real window, once the texts have been read. Opens a project of its own. */
export async function measureSearch(app: App): Promise<{ words: string; rows: Figures[] }> {
  await app.newProject('bench of searching')
  const path = join(app.folder, 'long.rejoinder.jsonl')
  writeLongProject(path)
  await app.chooses([path])
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  await app.request('document.import', { task: 'long', paths })

  const reading = await measure('the first search, all texts read for it', 1, () =>
    timed(app, 'search.run', { task: 'first', asked: { query: 'tram' } }),
  )
  const first = await app.request('search.run', { task: 'warm', asked: { query: 'tram' } })
  const rows: Figures[] = [reading]
  for (const [name, query] of [
    ['a rare phrase', '"rare phrase"'],
    ['a phrase of two common words', '"of the"'],
    ['a common word', 'the'],
    ['a prefix', 'com*'],
    ['two words of a paragraph without a third', 'council river -tram'],
    ['NEAR', 'NEAR(council budget, 5)'],
    ['an expression', '/\\b[a-z]+ment of\\b/'],
    ['an expression for a rare word', '/ra?re.phrase/'],
  ] as const)
    rows.push(...(await linesAndCount(app, name, query)))
  const { id } = await app.request('search.run', { task: 'kept', asked: { query: 'council' } })
  rows.push(await othersMeanwhile(app))
  for (const side of ['left', 'right'] as const) {
    rows.push(
      await measure(`sorting the lines of “council” by a word to the ${side}`, 1, () =>
        timed(app, 'search.lines', { id, order: `${side}-1`, from: 0, count: 50 }),
      ),
    )
  }
  rows.push(
    await measure('the words beside the hits of “council”', runs, () =>
      timed(app, 'search.collocates', { id, left: 4, right: 4 }),
    ),
    await measure('the list of words', runs, () => timed(app, 'search.words', { documents: {} })),
    ...(await inWindow(app)),
  )
  return {
    words: `${first.searched.toLocaleString('en')} documents, ${first.words.toLocaleString('en')} words`,
    rows,
  }
}

/** From the request of the page to the first 50 lines, and to the count. */
async function linesAndCount(app: App, name: string, query: string): Promise<Figures[]> {
  const times = { lines: [] as number[], count: [] as number[] }
  let hits = 0
  for (let run = 0; run < runs; run++) {
    const once = await app.page.evaluate(
      async ({ task, query }) => {
        const ask = async (channel: string, input: unknown) => {
          const reply = (await window.rejoinder.request(channel, input)) as {
            ok: boolean
            message?: string
            value?: unknown
          }
          if (!reply.ok) throw new Error(reply.message)
          const { value } = reply
          return (typeof value === 'string' ? JSON.parse(value) : value) as {
            id: number
            counted: boolean
            hits: number
          }
        }
        const begun = performance.now()
        const first = await ask('search.run', { task, asked: { query }, early: true })
        const lines = performance.now() - begun
        const { hits } = first.counted ? first : await ask('search.count', { task, id: first.id })
        return { lines, count: performance.now() - begun, hits }
      },
      { task: `${query} ${run}`, query },
    )
    times.lines.push(once.lines)
    times.count.push(once.count)
    hits = once.hits
  }
  const isExpression = query.startsWith('/')
  return [
    { name: `${name}: 50 lines`, times: times.lines, goalMs: isExpression ? undefined : 50 },
    {
      name: `${name}: the count, ${hits.toLocaleString('en')} hits`,
      times: times.count,
      goalMs: isExpression ? 1500 : 100,
    },
  ]
}

/** From Enter in the field to the end of the frame that shows the lines, and of that which shows the count. */
async function inWindow(app: App): Promise<Figures[]> {
  await app.page.keyboard.press('ControlOrMeta+Alt+f')
  const field = app.page.getByRole('textbox', { name: 'Search all texts' })
  await field.fill('tram')
  await app.page.locator('.search-line mark').first().waitFor()
  const rows: Figures[] = []
  for (const [query, hit] of [
    ['"rare phrase"', '^rare phrase$'],
    ['council river -tram', '^(council|river)$'],
    ['NEAR(council budget, 5)', '^(council|budget) '],
    ['/\\b[a-z]+ment of\\b/', 'ment of$'],
  ] as const) {
    const { hits } = await app.request('search.run', { task: `window ${query}`, asked: { query } })
    const counted = `^${hits.toLocaleString('en')} hits in `
    const times = { lines: [] as number[], count: [] as number[] }
    for (let run = 0; run < runs; run++) {
      // Another one first, so that something changes.
      await field.fill('tram')
      await app.page.keyboard.press('Enter')
      await app.page.locator('.search-line mark', { hasText: 'tram' }).first().waitFor()
      await app.page.locator('.search-count:not([data-counting])', { hasText: 'hits in' }).waitFor()
      await field.evaluate((element, words) => {
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
        set.call(element, words)
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }, query)
      const count = timeUntil(app, { shows: { selector: '.search-count', pattern: counted } }, async () => {})
      const lines = timeUntil(
        app,
        { shows: { selector: '.search-lines mark', pattern: `(?i:${hit})` } },
        () => app.page.keyboard.press('Enter'),
      )
      times.lines.push(await lines)
      times.count.push(await count)
    }
    const isExpression = query.startsWith('/')
    rows.push(
      {
        name: `${query} in the window, from Enter to its lines painted`,
        times: times.lines,
        goalMs: isExpression ? undefined : 50,
      },
      {
        name: `${query} in the window, from Enter to its count painted`,
        times: times.count,
        goalMs: isExpression ? 1500 : 100,
      },
    )
  }
  return rows
}

/** How long others wait for the project while an expression is looked for. */
async function othersMeanwhile(app: App): Promise<Figures> {
  const times = await app.page.evaluate(async () => {
    const waits: number[] = []
    let isRunning = true
    const asked = { query: '/(the|a|of) [a-z]+ing .{1,40} (river|station)/' }
    const searching = window.rejoinder
      .request('search.run', { task: 'meanwhile', asked })
      .then(() => (isRunning = false))
    while (isRunning) {
      const begun = performance.now()
      await window.rejoinder.request('project.info', undefined)
      waits.push(performance.now() - begun)
    }
    await searching
    return waits
  })
  return { name: 'another request while an expression is looked for', times, goalMs: 50 }
}

function timed<K extends 'search.run' | 'search.lines' | 'search.words' | 'search.collocates'>(
  app: App,
  channel: K,
  input: InputOf<K>,
): Promise<number> {
  return app.page.evaluate(
    async ({ channel, input }) => {
      const begun = performance.now()
      const reply = (await window.rejoinder.request(channel, input)) as { ok: boolean; message?: string }
      if (!reply.ok) throw new Error(reply.message)
      return performance.now() - begun
    },
    { channel, input },
  )
}

/** An exchange file of ten million words; every hundredth document has a phrase of its own. */
function writeLongProject(path: string): void {
  const kinds = Array.from({ length: 50 }, (_, at) => proseOf(wordsEach + at).text.split('\n'))
  const random = numbers(1)
  const lines: object[] = [
    { type: 'project', format: 'rejoinder-jsonl', version: 1, name: 'Long', description: '' },
  ]
  for (let index = 0; index < documents; index++) {
    const paragraphs = Array.from({ length: 11 }, () => {
      const kind = kinds[Math.floor(random() * kinds.length)]!
      return kind[1 + Math.floor(random() * (kind.length - 1))]!
    })
    if (index % 100 === 0) paragraphs.push(`A rare phrase about tram ${index}.`)
    const text = paragraphs.join('\n')
    let start = 0
    const blocks = paragraphs.map((paragraph) => {
      const block = { kind: 'paragraph', start, end: start + paragraph.length }
      start = block.end + 1
      return block
    })
    lines.push({
      type: 'document',
      id: `d${index}`,
      title: `Document ${index + 1}`,
      metadata: { date: `${1950 + (index % 70)}-05-0${1 + (index % 9)}`, language: 'en' },
      status: 'to-do',
      source: {
        name: `${index}.txt`,
        mediaType: 'text/plain',
        sha256: createHash('sha256').update(String(index)).digest('hex'),
      },
      blocks,
      marks: [],
      breaks: [],
      text,
    })
  }
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
}
