import type { ConfrontedAnswer, ConfrontedClaim, PassageBrief } from '../../preload/contract/confrontation.ts'
import type { LinkId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import {
  changeConfrontation,
  confrontationRows,
  loadConfrontation,
  wantDetails,
} from '../store/argument/confrontation.ts'
import { gap } from '../store/argument/confrontation-view.ts'
import { setWalking } from '../store/argument/work-lists.ts'
import { setOut } from '../store/journeys.ts'
import { showMiddle, toggleMiddle } from '../store/middle.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, showAnnotation } from '../store/places.ts'
import { chooseLink } from '../store/reading/focus.ts'
import { viewOf } from '../store/views.ts'
import { type Workbench, workbench } from '../store/workbench.ts'

/** Shows claims and answers, where the person was there last or at what is in focus; or the texts again. */
export async function toggleConfrontation(): Promise<void> {
  const { middle, focused, confronted } = workbench.getState()
  if (middle === 'texts' && focused && !confronted.reading) await goToFocused()
  if (middle !== 'confrontation') stopReadingPairs()
  toggleMiddle('confrontation')
}

/** What is in focus becomes the current claim, where all are shown. */
async function goToFocused(): Promise<void> {
  const { focused, confrontation } = workbench.getState()
  if (!focused || confrontation.only !== null) return
  const thing = await request('confrontation.find', { annotation: focused.annotation.id })
  if (thing !== null && thing !== confrontation.current[0]) changeConfrontation({ current: [thing] })
}

/** One claim alone with its answers: the one in focus, whose card is open or that the confrontation is at. */
export async function confrontClaim(): Promise<void> {
  const { middle, focused, claimsView, confrontation } = workbench.getState()
  if (middle === 'confrontation') {
    const [thing] = confrontation.current
    if (thing === undefined) return
    confrontOnly(confrontation.only === null ? thing : null)
    await loadConfrontation()
    return
  }
  const thing =
    middle === 'claims'
      ? claimsView.current
      : focused && (await request('confrontation.find', { annotation: focused.annotation.id }))
  if (thing === null) return say('This is no claim, and nothing answers it')
  confrontOnly(thing)
  showMiddle('confrontation')
}

/** Narrows the view to one claim, or with null opens it to all; the caller has it loaded. */
function confrontOnly(only: number | null): void {
  const { current } = workbench.getState().confrontation
  changeConfrontation({
    only,
    ...(only !== null && { show: 'all', current: current[0] === only ? current : [only] }),
  })
}

/** Puts the passages of a claim and an answer side by side: of a claim those of its first answer. */
export async function openPair(path: readonly number[]): Promise<void> {
  const isStillMeant = setOut()
  const { claim, answer } = await pairAt(path)
  if (!isStillMeant()) return
  const left = answer?.to ?? claim?.passage ?? null
  const right = answer?.passage ?? null
  if (!left && !right) return say('No passage states this claim')
  workbench.setState(({ confronted }) => ({ confronted: { ...confronted, reading: true } }))
  setWalking(false)
  if (!left || !right) {
    const only = left ?? right!
    await goToAnnotation(only.id, only.documentId, 'left')
    return
  }
  if (!(await showBoth(left, right))) return
  chooseSameLink(answer?.linkId)
  say(pairInWords(answer))
}

/** The claim gets the focus, so that the threads are those of all that answer it. */
async function showBoth(left: PassageBrief, right: PassageBrief): Promise<boolean> {
  if (!(await goToAnnotation(right.id, right.documentId, 'right'))) return false
  if (!(await showAnnotation(left.id, left.documentId, 'left'))) return false
  viewOf('right')?.revealAnnotation(right.id, { align: 'nearest', flash: true })
  return true
}

function chooseSameLink(link: LinkId | undefined): void {
  const at = workbench.getState().focused?.links.findIndex((one) => one.link.id === link) ?? -1
  if (at >= 0) chooseLink(at)
}

function pairInWords(answer: ConfrontedAnswer | undefined): string {
  const type = workbench.getState().linkTypes.find(({ id }) => id === answer?.linkTypeId)?.name
  return type === undefined ? 'The claim' : `Claim and answer side by side: ${type}`
}

/** What a cell says; of a claim also its first answer. */
async function pairAt(
  path: readonly number[],
): Promise<{ claim: ConfrontedClaim | undefined; answer: ConfrontedAnswer | undefined }> {
  const [thing = 0] = path
  const rows = confrontationRows(workbench.getState().confronted)
  const first = rows && path.length < 2 ? rows.rowAt(rows.rowOf(path)).path[1] : path.at(-1)
  const number = first === undefined || first === gap ? null : first
  await wantDetails([thing], number === null ? [] : [number])
  const { claims, answers } = workbench.getState().confronted
  return { claim: claims.get(thing), answer: number === null ? undefined : answers.get(number) }
}

export function canStepPairs({ middle, confronted }: Workbench): boolean {
  return middle === 'texts' && confronted.reading && confronted.columns !== null
}

/** From the pair that is being read to the next or previous row of the confrontation, over the gaps too. */
export async function stepPairs(step: 1 | -1): Promise<void> {
  const { confronted, confrontation } = workbench.getState()
  const rows = confrontationRows(confronted)
  if (!rows || rows.count === 0) return say('Open a claim and its answer from the confrontation first')
  const at = rows.rowOf(confrontation.current) + step
  if (at < 0 || at >= rows.count) return say(step > 0 ? 'This is the last one' : 'This is the first one')
  const { path } = rows.rowAt(at)
  changeConfrontation({ current: [...path] })
  await openPair(path)
}

/** Ends the reading of pairs; the texts stay as they are. */
export function stopReadingPairs(): void {
  workbench.setState(({ confronted }) => ({ confronted: { ...confronted, reading: false } }))
}
