import { mostRows, type WorkListAsked, type WorkListRow } from '../../../preload/contract/work-list.ts'
import { request } from '../../client.ts'
import { countOf } from '../counting.ts'
import { say, showFailure } from '../notices.ts'
import { painted } from '../painted.ts'
import { type Workbench, workbench } from '../workbench.ts'
import { drawnRows } from './drawn-rows.ts'
import type { WalkedTo, WorkListing, WorkListsView } from './work-lists-view.ts'

let asking = 0

const drawn = drawnRows((place) => {
  const { ids, rows } = workbench.getState().workListing
  return rows.has(ids[place]!)
}, describeAt)

function changeListing(part: Partial<WorkListing>): void {
  workbench.setState(({ workListing }) => ({ workListing: { ...workListing, ...part } }))
}
export function changeWorkListsView(part: Partial<WorkListsView>): void {
  workbench.setState(({ workListsView }) => ({ workListsView: { ...workListsView, ...part } }))
}

/** Another list, or the same narrowed or ordered otherwise; it begins at its top. */
export function askWorkList(part: Partial<WorkListAsked>): void {
  const { workListsView } = workbench.getState()
  changeWorkListsView({ asked: { ...workListsView.asked, ...part }, current: null })
  changeListing({ place: 0 })
  readWorkList()
    .then(() => say(entriesInWords()))
    .catch(showFailure)
  if (part.filter || part.after !== undefined) countWorkLists().catch(showFailure)
}

/** Reads the list as it is now, with the rows in sight, and finds the person’s place in it again. */
export async function readWorkList(): Promise<void> {
  asking += 1
  const own = asking
  const { asked } = workbench.getState().workListsView
  const ids = await request('workList.entries', asked)
  if (own !== asking) return
  const places = new Set([...drawn.places(), ...around(placeIn(ids))])
  const rows = await describe(asked, idsAt(ids, places))
  if (own !== asking) return
  changeListing({ asked, ids, rows: new Map(rows.map((row) => [row.id, row])), place: placeIn(ids) })
}

/** Where the current entry is; where it has gone, the place that it had, which may be beyond the last. */
function placeIn(ids: Int32Array): number {
  const { workListsView, workListing } = workbench.getState()
  const at = workListsView.current === null ? -1 : ids.indexOf(workListsView.current)
  return at >= 0 ? at : Math.min(workListing.place, ids.length)
}

function describe({ list }: WorkListAsked, ids: readonly number[]): Promise<WorkListRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : request('workList.rows', { list, ids: [...ids] })
}

/** A row is drawn at a place: what is there is described, and followed. Returns what ends it. */
export const drawAt = drawn.draw

function describeAt(places: Iterable<number>): void {
  const { asked, ids, rows } = workbench.getState().workListing
  if (!asked) return
  const missing = idsAt(ids, places).filter((id) => !rows.has(id))
  describe(asked, missing)
    .then((more) => takeRows(ids, more))
    .catch(showFailure)
}

/** Unless the list is another one meanwhile. */
function takeRows(ids: Int32Array, more: readonly WorkListRow[]): void {
  const { workListing } = workbench.getState()
  if (workListing.ids !== ids || more.length === 0) return
  changeListing({ rows: new Map([...workListing.rows, ...more.map((row) => [row.id, row] as const)]) })
}

const around = (place: number) => Array.from({ length: 40 }, (_, at) => place - 10 + at)
const idsAt = (ids: Int32Array, places: Iterable<number>) =>
  [...places].flatMap((place) => ids[place] ?? []).slice(0, mostRows)

/** The description of an entry, asked for where it is not known. */
export async function rowOf(id: number): Promise<WorkListRow | undefined> {
  const { asked, rows, ids } = workbench.getState().workListing
  const known = rows.get(id)
  if (known || !asked) return known
  const [row] = await describe(asked, [id])
  if (row) takeRows(ids, [row])
  return row
}

export async function countWorkLists(): Promise<void> {
  const { filter, after } = workbench.getState().workListsView.asked
  const counts = await request('workList.counts', { filter, after })
  const { asked } = workbench.getState().workListsView
  if (asked.filter === filter && asked.after === after) changeListing({ counts })
}

export async function loadSavedLists(): Promise<void> {
  changeListing({ saved: await request('savedList.list', undefined) })
}

/** The person comes to a place of the list. */
export function stayAt(place: number): void {
  const { ids } = workbench.getState().workListing
  changeListing({ place })
  changeWorkListsView({ current: ids[place] ?? null })
}

export function setWalking(walking: boolean): void {
  if (workbench.getState().workListing.walking !== walking) changeListing({ walking })
}

/** The person has come to an entry, to work on it there. */
export function walkTo(row: WorkListRow): void {
  changeListing({ walking: true, at: placeOf(row) })
}

function placeOf(row: WorkListRow): WalkedTo | null {
  if (row.kind === 'document') return { documentId: row.id, annotation: null }
  const passage = row.kind === 'annotation' ? row.hit : row.at
  return passage && { documentId: passage.documentId, annotation: passage.id }
}

/** Whether what is read is the entry that was gone to last: its text is open, and nothing else in it is in focus. */
export function isAtEntry({ workListing, panes, focused }: Workbench): boolean {
  const { walking, at } = workListing
  if (!walking || at === null) return false
  if (panes.left?.documentId !== at.documentId && panes.right?.documentId !== at.documentId) return false
  if (at.annotation === null || focused?.annotation.documentId !== at.documentId) return true
  return focused.annotation.id === at.annotation
}

const singular: Record<WorkListAsked['list'], string> = {
  unanswered: 'claim',
  'one-voice': 'claim',
  'made-after': 'claim',
  'no-target': 'answer',
  'no-claim': 'passage',
  'nothing-linked': 'document',
}

/** “17 claims” */
function entriesInWords(): string {
  const { workListing, workListsView } = workbench.getState()
  return countOf(workListing.ids.length, singular[workListsView.asked.list])
}

/**
 * While a list is looked at or walked through, it follows every change, once the text has been painted. Returns a
 * function that ends it.
 */
export function followWorkLists(): () => void {
  return workbench.subscribe((state, before) => {
    const { middle, history, workListing, project } = state
    if (!project || history === before.history || project.uid !== before.project?.uid) return
    const isSeen = middle === 'work-lists'
    if (!isSeen && !workListing.walking) return
    painted()
      .then(readWorkList)
      .then(() => (isSeen ? countWorkLists() : undefined))
      .catch(showFailure)
  })
}
