import type { SavedListId } from '../../preload/contract/ids.ts'
import { entriesOf, type WorkListRow } from '../../preload/contract/work-list.ts'
import { request } from '../client.ts'
import { listTitles, whyInWords } from '../panels/work-lists/in-words.ts'
import {
  askWorkList,
  changeWorkListsView,
  loadSavedLists,
  readWorkList,
  rowOf,
  setWalking,
  stayAt,
  walkTo,
} from '../store/argument/work-lists.ts'
import { showMiddle } from '../store/middle.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, openDocument, otherSide } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'
import { openClaim } from './claims.ts'
import { stopReadingPairs } from './confrontation.ts'

/** Goes to an entry: to the first passage that states a claim, else to its card. The list is walked on from there. */
export async function openEntry(place: number, beside = false): Promise<void> {
  const { ids } = workbench.getState().workListing
  const id = ids[place]
  const row = id === undefined ? undefined : await rowOf(id)
  if (!row) return
  stayAt(place)
  walkTo(row)
  stopReadingPairs()
  await show(row, beside)
  say(`${place + 1} of ${ids.length}: ${whyInWords(row.why)}`)
}

async function show(row: WorkListRow, beside: boolean): Promise<void> {
  const { activeSide } = workbench.getState()
  const side = beside ? otherSide(activeSide) : activeSide
  if (row.kind === 'document') await openDocument(row.id, side)
  else if (row.kind === 'annotation') await goToAnnotation(row.id, row.hit.documentId, side)
  else if (row.at) await goToAnnotation(row.at.id, row.at.documentId, side)
  else openClaim(row.id)
}

/** The next or previous entry, also from within a text; the list is read first, so that none is met that has gone. */
export async function goInList(step: 1 | -1): Promise<void> {
  await readWorkList()
  const { workListing, workListsView } = workbench.getState()
  const { ids, place } = workListing
  const title = listTitles[workListsView.asked.list]
  if (ids.length === 0) return say(`${title}: none`)
  // Where the current entry has gone, the next one has taken its place; before any was opened, the first comes next.
  const isThere = workListing.walking && ids[place] === workListsView.current
  const next = isThere ? place + step : step > 0 ? place : place - 1
  if (next < 0) return say(`${title}: this was the first`)
  if (next >= ids.length) return say(`${title}: this was the last`)
  await openEntry(next)
}

/** Back to the list from a text. */
export function showList(): void {
  showMiddle('work-lists')
}

export function endWalk(): void {
  setWalking(false)
}

/** Shows the card of a claim in the list. */
export function openCardOf(place: number): void {
  const { ids, asked } = workbench.getState().workListing
  const id = ids[place]
  if (id === undefined || !asked || entriesOf[asked.list] !== 'claim') return
  stayAt(place)
  openClaim(id as Parameters<typeof openClaim>[0])
}

/** Keeps the list and what narrows it under a name, in the place of the one of that name. */
export async function saveWorkList(name: string): Promise<void> {
  await request('savedList.create', { name, asked: workbench.getState().workListsView.asked })
  await loadSavedLists()
  say(`Saved as ${name}`)
}

export async function deleteSavedList(id: SavedListId): Promise<void> {
  await request('savedList.delete', { id })
  await loadSavedLists()
  say('Deleted')
}

export function showSavedList(id: SavedListId): void {
  const found = workbench.getState().workListing.saved.find((one) => one.id === id)
  if (!found) return
  changeWorkListsView({ filtersShown: true })
  askWorkList(found.asked)
}
