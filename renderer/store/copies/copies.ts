import type { CarryOffer } from '../../../preload/contract/copy.ts'
import type { Changed } from '../../../preload/contract/events.ts'
import { isCancelled } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { request } from '../../client.ts'
import { countOf } from '../counting.ts'
import { showMiddle } from '../middle.ts'
import { dismissNotice, notify, say, showFailure } from '../notices.ts'
import { type Workbench, workbench } from '../workbench.ts'
import type { CopiesView } from './copies-view.ts'
import { alsoIn, type Copies, copiesOf, countWithin, passageAt } from './copy-groups.ts'
import { carriedInWords } from './what-comes-along.ts'

/** After the project is open; what a person does first goes first. */
const soonMs = 4000
/** So many changes of documents in a row are looked through once. */
const quietMs = 600
const longWaitMs = 700

let count = 0
let waiting: AbortController | undefined
/** The looking that is under way, and what project it is of. */
let looking: { uid: string; ended: Promise<void> } | null = null

/** Looks for copies in the background, when nobody has pressed anything for so long. */
export function lookForCopiesSoon(afterMs = soonMs): void {
  waiting?.abort()
  waiting = new AbortController()
  const { signal } = waiting
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => lookForCopies().catch(showFailure), afterMs)
  }
  for (const press of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(press, wait, { signal, capture: true, passive: true })
  signal.addEventListener('abort', () => clearTimeout(timer))
  wait()
}

/** After a change: texts that came, went or became others are looked through. */
export function refreshCopies({ lists, documents }: Changed): void {
  if (lists.includes('document') || documents === null) lookForCopiesSoon(quietMs)
}

/** Waits for what is under way, then looks for what is new. Given up, it leaves what was found before. */
export async function lookForCopies(): Promise<void> {
  waiting?.abort()
  const uid = workbench.getState().project?.uid
  if (uid === undefined) return
  if (looking?.uid === uid) await looking.ended
  const ended = look(uid)
  looking = { uid, ended: ended.catch(() => {}) }
  await ended
}

async function look(uid: string): Promise<void> {
  count += 1
  const task = `copies ${count}`
  const doing = 'Looking for copies'
  const isHere = () => workbench.getState().project?.uid === uid
  workbench.setState({ copiesSought: 'looking' })
  const telling = setTimeout(() => {
    if (isHere())
      workbench.setState(({ tasks }) => ({ tasks: { ...tasks, [task]: { task, done: 0, of: 0, doing } } }))
  }, longWaitMs)
  try {
    const columns = await request('copy.passages', { task })
    if (isHere()) put(copiesOf(columns))
  } catch (cause) {
    if (isHere()) workbench.setState({ copiesSought: 'given-up' })
    if (!isCancelled(cause) && isHere()) throw cause
  } finally {
    clearTimeout(telling)
    workbench.setState(({ tasks: { [task]: _, ...tasks } }) => ({ tasks }))
  }
}

/** The group whose card is open stays open: by a passage of it, since others may have come before. */
function put(copies: Copies): void {
  const { copies: before, copiesView } = workbench.getState()
  const open = before?.groups.get(copiesView.current ?? -1)
  const row = open?.rows[0]
  const passage = before && row !== undefined ? passageAt(before, row) : undefined
  const [same] = passage ? alsoIn(copies, passage.documentId, passage.span).groups : []
  workbench.setState({
    copies,
    copiesSought: 'found',
    copyBeginnings: new Map(),
    copiesView: { ...copiesView, current: same?.id ?? null },
  })
}

/**
 * After an import: says how many passages of the new documents stand in others too, each once as in the view. No longer
 * than those documents are there.
 */
export async function tellOfCopies(imported: readonly DocumentId[]): Promise<void> {
  if (imported.length === 0) return
  const presence = followPresence(imported)
  try {
    await lookForCopies()
  } catch (cause) {
    presence.end()
    throw cause
  }
  const { copies } = workbench.getState()
  const passages = copies ? countWithin(copies, new Set<number>(imported)) : 0
  if (passages === 0) return presence.end()
  const stand = passages === 1 ? 'stands' : 'stand'
  const those = imported.length === 1 ? 'this document' : 'these documents'
  const words = `${countOf(passages, 'passage')} of ${those} ${stand} in other documents too. See Analyse, Copies.`
  presence.tellWhilePresent(words)
}

/** Knows from now on whether any of these documents is in the project; they may have to be listed yet. */
function followPresence(ids: readonly DocumentId[]) {
  const wanted = new Set(ids)
  let state: 'unlisted' | 'there' | 'gone' = 'unlisted'
  let notice: number | null = null
  const look = ({ documents, notices }: Workbench, before?: Workbench) => {
    if (notice !== null && !notices.some(({ id }) => id === notice)) stop()
    if (documents === before?.documents) return
    const areThere = documents.some(({ id }) => wanted.has(id))
    state = areThere ? 'there' : state === 'unlisted' ? 'unlisted' : 'gone'
    if (state !== 'gone') return
    stop()
    if (notice !== null) dismissNotice(notice)
  }
  const stop = workbench.subscribe(look)
  look(workbench.getState())
  return {
    /** What is told of them goes with them. */
    tellWhilePresent(words: string): void {
      if (state !== 'gone') notice = notify('done', words)
    },
    end: stop,
  }
}

export function changeCopiesView(change: Partial<CopiesView>): void {
  workbench.setState(({ copiesView }) => ({ copiesView: { ...copiesView, ...change } }))
}

/** Shows the copies of the passage at a place. */
export function openCopiesAt(documentId: DocumentId, span: Span): void {
  const { copies } = workbench.getState()
  const [group] = copies ? alsoIn(copies, documentId, span).groups : []
  if (!copies || !group) {
    say('This passage stands in no other document')
    return
  }
  const source = group.rows.findIndex((row) => copies.document[row] === documentId)
  changeCopiesView({ current: group.id, source: Math.max(0, source), row: '' })
  showMiddle('copies')
}

/** Tags the place in the copy as the annotation is, with what was chosen of it. */
export async function carryOver({ annotation, to }: CarryOffer): Promise<void> {
  const { takes } = workbench.getState().copiesView
  const { links } = await request('copy.carry', { annotationId: annotation.id, to, takes })
  const tag = workbench.getState().tags.find(({ id }) => id === annotation.tagId)
  say(`Carried over: ${tag?.name ?? 'annotation'} ${carriedInWords(annotation, takes, links)}`.trimEnd())
}

/** Dismisses an offer, or takes that back. */
export async function dismissOffer({ annotation, to, isDismissed }: CarryOffer): Promise<void> {
  const judged = { annotationId: annotation.id, to }
  await (isDismissed ? request('copy.takeBack', judged) : request('copy.dismiss', judged))
  say(isDismissed ? 'Dismissal taken back' : 'Dismissed')
}
