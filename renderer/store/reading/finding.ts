import { isEmpty, type Query, sameQuery } from '../../../preload/contract/finding/query.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { DocumentView, Stretches } from '../../document/index.ts'
import { nearbyFinder } from '../../finding/find-nearby.ts'
import { noPassages } from '../../finding/find-passages.ts'
import { Finder } from '../../finding/finder.ts'
import { takeKeyboard } from '../journeys.ts'
import { readOut, say, showFailure } from '../notices.ts'
import { textFirst } from '../painted.ts'
import { here } from '../places.ts'
import { viewOf, viewShowing } from '../views.ts'
import { type Finding, type PaneSide, workbench } from '../workbench.ts'
import { leave, type Place } from './trail.ts'

/** Longer selections are no words to look for. */
const longestSelection = 200
/** A count is read out when the typing pauses. */
const quietMs = 600

let finder: Finder | null = null
let nearby: ReturnType<typeof nearbyFinder> = () => null
/** Where the search began or the hit that was gone to: the hit from there on is shown while words are typed. */
let origin = 0
let left: Place | null = null
let reading: ReturnType<typeof setTimeout> | undefined

/** Opens the search in the active pane with the words that are selected, or the last ones, and puts the keyboard there. */
export function openFinding(): void {
  takeKeyboard()
  workbench.setState({ placing: null })
  begin(true).catch(showFailure)
}

/** Asks for a place in the active text, in the bar where a search stands else. */
export function askForPlace(): void {
  const { finding, activeSide, placing } = workbench.getState()
  takeKeyboard()
  if (finding) end()
  workbench.setState({ placing: { side: activeSide, asked: (placing?.asked ?? 0) + 1 } })
}

/** Searches on without leaving the text; asks for words where there are none yet. */
export function findAgain(step: 1 | -1): void {
  const { finding, activeSide } = workbench.getState()
  if (finding?.side === activeSide) stepFound(step)
  else begin(false, step).catch(showFailure)
}

async function begin(inField: boolean, step: 1 | -1 = 1): Promise<void> {
  const { activeSide: side, panes, finding, lastQuery } = workbench.getState()
  const pane = panes[side]
  if (!pane) return
  if (finding && finding.side !== side) end()
  const view = viewIn(side, pane.documentId)
  const selection = view?.hasFocus() ? view.selection() : null
  const current = workbench.getState().finding
  const query = withSelection(current?.query ?? lastQuery, selection, view, current)
  const asked = (current?.asked ?? 0) + (inField || isEmpty(query) ? 1 : 0)
  if (current) {
    workbench.setState({ finding: { ...current, asked } })
    search(query)
    return
  }
  left = here()
  const { documentId } = pane
  const begun = { side, documentId, query, passages: null, more: false, current: null, problem: '', asked }
  workbench.setState({ finding: begun })
  if (view) {
    origin = selection?.start ?? view.caret()
    start(view, query)
  } else await searchOn(begun, documentId)
  await searching
  if (!inField) stepFound(step, selection ?? { start: origin, end: origin })
}

/** The text of a document, unless its pane still has another. */
function viewIn(side: PaneSide, documentId: DocumentId): DocumentView | undefined {
  const view = viewOf(side)
  return view?.text.id === documentId ? view : undefined
}

/** The words of a selection, so that they are found again; not those that were found just now. */
function withSelection(
  query: Query,
  span: Span | null,
  view: DocumentView | undefined,
  finding: Finding | null,
): Query {
  if (!span || !view || span.end - span.start > longestSelection) return query
  const words = view.text.text.slice(span.start, span.end).trim()
  const isHit =
    finding?.passages && finding.current !== null && finding.passages.start[finding.current] === span.start
  if (words === '' || words.includes('\n') || isHit) return query
  return { ...query, words, kind: query.kind === 'expression' ? 'phrase' : query.kind }
}

function start(view: DocumentView, query: Query): void {
  finder?.destroy()
  finder = new Finder(view.text, query)
  nearby = nearbyFinder(view.text)
  search(query)
}

let searching: Promise<void> | null = null

/**
 * Looks for something else. What there is around is shown at once; where there is nothing, what was found before stays
 * on the screen until the answer is there.
 */
export function search(query: Query): void {
  const { finding } = workbench.getState()
  if (!finding) return
  workbench.setState({ finding: { ...finding, query, problem: '' }, lastQuery: query })
  if (!finder) return
  searching = answered(finder, query).catch(showFailure)
  showNearby(query)
}

function showNearby(query: Query): void {
  const { finding } = workbench.getState()
  const view = finding && viewOf(finding.side)
  const found = isEmpty(query) ? null : nearby(query, origin)
  if (!view || !found) return
  const { passages, current } = found
  textFirst()
  view.setFound(passages, current)
  view.reveal({ start: passages.start[current]!, end: passages.end[current]! }, { align: 'nearest' })
}

async function answered(asked: Finder, query: Query): Promise<void> {
  const found = isEmpty(query) ? { passages: noPassages, more: false } : await asked.find(query)
  const { finding } = workbench.getState()
  if (!found || !finding || asked !== finder || !sameQuery(finding.query, query)) return
  if ('problem' in found) {
    show({ ...finding, passages: noPassages, more: false, current: null, problem: found.problem })
    return
  }
  const { passages, more } = found
  const current = passages.start.length === 0 ? null : firstFrom(passages, origin) % passages.start.length
  show({ ...finding, passages, more, current, problem: '' })
  reveal()
  countAloud()
}

function show(finding: Finding): void {
  textFirst()
  workbench.setState({ finding })
  viewOf(finding.side)?.setFound(finding.passages ?? noPassages, finding.current)
}

/** Goes to the next or previous hit, seen from the caret where the text has the keyboard; round at the ends. */
export function stepFound(step: 1 | -1, from: Span | null = placeOf()): void {
  const { finding } = workbench.getState()
  if (!finding?.passages) return
  const { passages, current } = finding
  const count = passages.start.length
  clearTimeout(reading)
  if (count === 0) {
    say(finding.problem || 'Not found in this text')
    return
  }
  keepTerm(finding.query.words)
  const wanted =
    from !== null
      ? step > 0
        ? firstFrom(passages, from.end)
        : lastBefore(passages, from.start)
      : (current ?? (step > 0 ? -1 : count)) + step
  const next = (wanted + count) % count
  leaveOnce()
  origin = passages.start[next]!
  show({ ...finding, current: next })
  reveal()
  const place = `${(next + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`
  if (wanted >= 0 && wanted < count) readOut(place)
  else say(`${place}, round from the ${wanted < 0 ? 'end' : 'beginning'}`)
}

/** The caret or selection, where the person has moved it away from the hit; null where it is the hit that counts. */
function placeOf(): Span | null {
  const { finding } = workbench.getState()
  const view = finding && viewOf(finding.side)
  if (!view?.hasFocus()) return null
  const span = view.selection() ?? { start: view.caret(), end: view.caret() }
  const at = finding?.current ?? null
  if (at !== null && finding?.passages?.start[at] === span.start && finding.passages.end[at] === span.end)
    return null
  return span
}

function reveal(): void {
  const { finding } = workbench.getState()
  const view = finding && viewOf(finding.side)
  const hit = currentHit(finding)
  if (!view || !hit) return
  view.reveal(hit, { align: 'nearest' })
  if (view.hasFocus()) view.select(hit)
}

export function currentHit(finding: Finding | null): Span | null {
  if (!finding?.passages || finding.current === null) return null
  return { start: finding.passages.start[finding.current]!, end: finding.passages.end[finding.current]! }
}

/** Ends the search; the caret stays at the hit, which is selected, so that a key can tag it. */
export function closeFinding(): void {
  const { finding } = workbench.getState()
  if (!finding) return
  const view = viewOf(finding.side)
  const hit = currentHit(finding)
  if (hit) {
    keepTerm(finding.query.words)
    leaveOnce()
  }
  end()
  if (hit && !view?.hasFocus()) view?.select(hit)
  view?.focus()
}

function end(): void {
  const { finding } = workbench.getState()
  if (finding) viewOf(finding.side)?.setFound(noPassages, null)
  finder?.destroy()
  finder = null
  searching = null
  clearTimeout(reading)
  workbench.setState({ finding: null })
}

/** The whole sentences that passages stand in; null when something newer was asked for. */
export async function sentencesOf(passages: Stretches): Promise<Stretches | null> {
  return (await finder?.sentences(passages)) ?? null
}

/** The trail leads back to where the search was begun. */
function leaveOnce(): void {
  if (left) leave(left)
  left = null
}

function keepTerm(words: string): void {
  if (words.trim() === '') return
  workbench.setState(({ terms }) => ({
    terms: [words, ...terms.filter((other) => other !== words)].slice(0, mostTerms),
  }))
}

const mostTerms = 20

/** Unless something else is said meanwhile: that is newer. */
function countAloud(): void {
  clearTimeout(reading)
  const before = workbench.getState().said
  reading = setTimeout(() => {
    const { finding, said } = workbench.getState()
    if (finding && said === before) readOut(finding.problem || countInWords(finding))
  }, quietMs)
}

/** Whether the text has nothing of what is looked for. */
export function isNowhere({ passages, query, problem }: Finding): boolean {
  return passages?.start.length === 0 && !isEmpty(query) && problem === ''
}

/** “12 of 348”. */
export function countInWords({ passages, current, more, query, problem }: Finding): string {
  if (!passages || isEmpty(query) || problem !== '') return ''
  const count = passages.start.length
  if (count === 0) return 'Not found'
  const all = `${more ? 'more than ' : ''}${count.toLocaleString('en')}`
  return current === null ? all : `${(current + 1).toLocaleString('en')} of ${all}`
}

/** Keeps the search with its pane: it goes on in the next document that is shown there, and ends with the pane. */
export function followFinding(): () => void {
  return workbench.subscribe(({ finding, panes, project }, before) => {
    if (!finding || (panes === before.panes && project === before.project)) return
    const shown = panes[finding.side]?.documentId
    if (shown === undefined || !project) end()
    else if (shown !== finding.documentId) searchOn(finding, shown).catch(showFailure)
  })
}

/** What is typed until the text is there is looked for then. */
async function searchOn(finding: Finding, documentId: DocumentId): Promise<void> {
  finder?.destroy()
  finder = null
  workbench.setState({ finding: { ...finding, documentId, passages: null, current: null } })
  const view = await viewShowing(finding.side, documentId)
  const { finding: now } = workbench.getState()
  if (now?.documentId !== documentId || now.side !== finding.side) return
  origin = view.readingPlace().offset
  start(view, now.query)
}

/** The first passage at or after an offset; the number of passages where there is none. */
function firstFrom({ start }: Stretches, offset: number): number {
  let low = 0
  let high = start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (start[middle]! >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The last passage that begins before an offset; -1 where there is none. */
function lastBefore(passages: Stretches, offset: number): number {
  return firstFrom(passages, offset) - 1
}
