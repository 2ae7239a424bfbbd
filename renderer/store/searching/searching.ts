import { Failure, isCancelled } from '../../../preload/contract/failure.ts'
import type { OutputOf } from '../../../preload/contract/index.ts'
import type { ConcordanceLine, LineOrder, SearchAsked } from '../../../preload/contract/search.ts'
import { request } from '../../client.ts'
import { countOf } from '../counting.ts'
import { say, showFailure } from '../notices.ts'
import { workbench } from '../workbench.ts'
import type { Searching } from './search-state.ts'

/** Lines in a page. */
export const pageSize = 100
/** When work is told of in the window: what is quicker needs no word. */
const tellingMs = 250

let runs = 0
let task: string | null = null
/** The list of documents when the latest search began. */
let searchedIn: unknown = null
const asking = new Set<string>()

export function change(part: Partial<Searching>): void {
  workbench.setState(({ searching }) => ({ searching: { ...searching, ...part } }))
}

/** Looks for something else, or elsewhere. The lines that are shown stay until the others are there. */
export function ask(part: Partial<SearchAsked>): void {
  change({ asked: { ...workbench.getState().searching.asked, ...part } })
  run().catch(showFailure)
}

/**
 * Searches anew. A search that is still under way is given up. `again`: the same once more, because what it depends on
 * has changed; the person keeps their place and is told nothing.
 */
export async function run(again = false): Promise<void> {
  runs += 1
  const own = runs
  if (task) request('app.cancel', { task }).catch(showFailure)
  searchedIn = workbench.getState().documents
  const { asked, order } = workbench.getState().searching
  if (asked.query.trim() === '') {
    change({ result: null, problem: '', pages: new Map(), chosen: new Set(), current: 0 })
    return
  }
  const name = `search-${own}`
  task = name
  const telling = setTimeout(() => tellOf(name, 'Searching'), tellingMs)
  try {
    // Who is led back to a line in the middle needs all of them at once.
    const early = !again
    const found = await request('search.run', { task: name, asked, order, lines: pageSize, early })
    if (own !== runs) return
    const { lines, ...result } = found
    // Asked before anything is drawn, so that the counting goes on meanwhile.
    const counting = result.counted ? null : countAll(name, found, again)
    // Who has sorted meanwhile sees, and chooses, none but the lines of that order.
    const now = workbench.getState().searching.order
    change({
      result,
      stopped: false,
      problem: '',
      pages: new Map(now === order ? [[0, lines]] : []),
      chosen: new Set(),
      current: again ? Math.max(0, Math.min(workbench.getState().searching.current, result.hits - 1)) : 0,
    })
    if (now !== order) wantLines(result, now, 0, pageSize)
    await counting
    if (own !== runs) return
    const all = workbench.getState().searching.result
    if (!again && all) say(countInWords(all, workbench.getState().searching.stopped))
  } catch (error) {
    if (own !== runs) return
    if (!(error instanceof Failure)) throw error
    const isGivenUp = error.code === 'cancelled'
    change({ problem: isGivenUp ? 'The search was stopped. Press Enter to begin it again.' : error.message })
    say(error.message)
  } finally {
    clearTimeout(telling)
    endTask(name)
    if (task === name) task = null
  }
}

/** Takes in the count, under lines that stay as they are, and lines to fill the first page. */
async function countAll(
  name: string,
  { id, lines: known }: OutputOf<'search.run'>,
  again: boolean,
): Promise<void> {
  const { order } = workbench.getState().searching
  const wanted = known.length < pageSize ? pageSize : 0
  try {
    const { lines, ...result } = await request('search.count', { task: name, id, order, lines: wanted })
    const { searching } = workbench.getState()
    if (searching.result?.id !== id) return
    const isFilled = wanted > 0 && searching.order === order
    change({ result, pages: isFilled ? new Map([...searching.pages, [0, lines]]) : searching.pages })
  } catch (error) {
    if (isCancelled(error)) return stopCounting(name, id)
    // The texts have changed meanwhile.
    if (!(error instanceof Failure && error.code === 'not-found')) throw error
    if (workbench.getState().searching.result?.id === id) await run(again)
  }
}

/** Keeps what was found until the count was stopped; of a search that gave way to another there is nothing to tell. */
async function stopCounting(name: string, id: number): Promise<void> {
  if (task !== name) return
  const soFar = { task: `${name}-so-far`, id, soFar: true, lines: pageSize }
  // Where the thread had to be ended, what is known is the first answer.
  const found = await request('search.count', soFar).catch(() => null)
  const { searching } = workbench.getState()
  if (searching.result?.id !== id) return
  // In any other order lines are known only when all are.
  if (searching.order !== 'text') change({ order: 'text', pages: new Map(), chosen: new Set(), current: 0 })
  if (!found) return change({ stopped: true })
  const { lines, ...result } = found
  const { pages } = workbench.getState().searching
  change({ result, stopped: !result.counted, pages: new Map([...pages, [0, lines]]) })
}

function tellOf(name: string, doing: string): void {
  workbench.setState(({ tasks }) => ({ tasks: { ...tasks, [name]: { task: name, done: 0, of: 0, doing } } }))
}

function endTask(name: string): void {
  if (!(name in workbench.getState().tasks)) return
  workbench.setState(({ tasks: { [name]: _ended, ...tasks } }) => ({ tasks }))
}

/** Reads the texts before anything is asked, and what is kept under names. */
export async function prepareSearching(): Promise<void> {
  const name = `prepare-search-${runs}`
  const telling = setTimeout(() => tellOf(name, 'Reading the texts'), tellingMs)
  try {
    await Promise.all([
      request('search.prepare', { task: name }).catch((error: unknown) => {
        if (!(error instanceof Failure && ['exists', 'cancelled'].includes(error.code))) throw error
      }),
      loadSaved(),
    ])
  } finally {
    clearTimeout(telling)
    endTask(name)
  }
}

export async function loadSaved(): Promise<void> {
  change({ saved: await request('savedSearch.list', undefined) })
}

/** Asks for the pages of some places that are not there yet. */
export function wantLines(result: Searching['result'], order: LineOrder, first: number, end: number): void {
  const { pages, stopped } = workbench.getState().searching
  if (!result) return
  for (let page = Math.floor(first / pageSize); page * pageSize < Math.min(end, result.hits); page++) {
    const key = `${result.id} ${order} ${page}`
    if (pages.has(page) || asking.has(key)) continue
    asking.add(key)
    // Of a search that was stopped no more is asked than it found, or it would go on for the rest of the page.
    const count = stopped ? Math.min(pageSize, result.hits - page * pageSize) : pageSize
    fetchPage(result.id, order, page, count)
      .catch(showFailure)
      .finally(() => asking.delete(key))
  }
}

async function fetchPage(id: number, order: LineOrder, page: number, count: number): Promise<void> {
  try {
    const lines = await request('search.lines', { id, order, from: page * pageSize, count })
    const { searching } = workbench.getState()
    if (searching.result?.id !== id || searching.order !== order) return
    change({ pages: new Map([...searching.pages, [page, lines]]) })
  } catch (error) {
    // Another search has begun, and the one that these are of was given up.
    if (isCancelled(error)) return
    if (!(error instanceof Failure && error.code === 'not-found')) throw error
    if (workbench.getState().searching.result?.id === id) await run(true)
  }
}

export function lineAt({ pages }: Searching, place: number): ConcordanceLine | undefined {
  return pages.get(Math.floor(place / pageSize))?.[place % pageSize]
}

/** Other lines come first; what was chosen is let go, since it was chosen by place. */
export function sortLines(order: LineOrder): void {
  const { searching } = workbench.getState()
  if (searching.order === order) return
  change({ order, pages: new Map(), chosen: new Set(), current: 0 })
  // In any order but that of the texts the first lines are known when all are.
  if (searching.stopped) return void run().catch(showFailure)
  wantLines(searching.result, order, 0, pageSize)
}

/** “1,204 hits in 35 documents” */
export function countInWords(
  { counted, hits, documents, more }: NonNullable<Searching['result']>,
  stopped: boolean,
): string {
  if (!counted && stopped)
    return `Stopped: at least ${countOf(hits, 'hit')} in ${countOf(documents, 'document')}`
  if (!counted) return 'Counting…'
  if (hits === 0) return 'Not found'
  return `${more ? 'More than ' : ''}${countOf(hits, 'hit')} in ${countOf(documents, 'document')}`
}

/**
 * Hits are looked for again when documents have changed; those that depend on annotations, when these have. What changed
 * while another view was open is followed when the person comes back.
 */
export function followSearching(): () => void {
  return workbench.subscribe(({ documents, history, searching, middle }, before) => {
    if (middle !== 'search' || !searching.result) return
    const areOthers = documents !== searchedIn
    const maybeOthers = before.middle !== 'search' || history !== before.history
    if (areOthers || (maybeOthers && searching.asked.passages)) run(true).catch(showFailure)
  })
}
