import type { Sought } from '../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import type { DocumentView } from '../document/index.ts'
import { say } from '../store/notices.ts'
import { willFocus } from '../store/reading/focus.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { nameOf } from './say-where.ts'
import { focusInOrder } from './travel.ts'

interface Seeking {
  sought: Sought
  step: 1 | -1
  hidden: TagId[]
}
type Found = { id: AnnotationId; round: boolean; awaits: string[] } | null

/** Goes to the next or previous annotation of a kind; round at the ends, and then offers the next document. */
export async function goToSought(sought: Sought, step: 1 | -1): Promise<void> {
  const { panes, activeSide } = workbench.getState()
  const documentId = panes[activeSide]?.documentId
  const view = activeView()
  if (documentId === undefined || !view) return
  const asked = { sought, step, hidden: hiddenTags() }
  const found =
    sought.kind === 'any'
      ? inView(view, step)
      : request('annotation.seek', { documentId, from: placeIn(view), ...asked })
  workbench.setState({ offer: null })
  const isAtEnd =
    found instanceof Promise
      ? await willFocus(found.then((one) => arrive(view, one, asked)))
      : await arrive(view, found, asked)
  if (isAtEnd) await offerElsewhere(documentId, asked)
}

function placeIn(view: DocumentView): { annotation: AnnotationId } | { offset: number } {
  const { focused, activeSide } = workbench.getState()
  return focused?.side === activeSide ? { annotation: focused.annotation.id } : { offset: view.caret() }
}

/** Without asking: the view knows them all, and this is the key that is pressed most. */
function inView(view: DocumentView, step: 1 | -1): Found {
  const from = placeIn(view)
  const next = view.neighbour(from, step)
  if (next !== null) return { id: next, round: false, awaits: [] }
  const again = view.neighbour({ offset: step > 0 ? 0 : view.text.text.length + 1 }, step)
  return again === null || ('annotation' in from && again === from.annotation)
    ? null
    : { id: again, round: true, awaits: [] }
}

/** Puts what was found in focus and says so. Tells whether there is nothing further on. */
async function arrive(view: DocumentView, found: Found, { sought, step }: Seeking): Promise<boolean> {
  if (activeView() !== view) return false
  if (!found) {
    say(`No ${'annotation' in placeIn(view) ? 'other ' : ''}${wordsFor(sought)} in this text`)
    return true
  }
  say(`${found.round ? `${roundWords(step)}: ` : ''}${nameOf(found.id, view, found.awaits)}`)
  await focusInOrder(found.id)
  return found.round
}

/** Of the tag of the annotation in focus, else of the innermost one over the caret. */
export async function goToSameTag(step: 1 | -1): Promise<void> {
  const { focused, activeSide } = workbench.getState()
  const view = activeView()
  const over = view?.annotationsAt(view.caret())[0]
  const tagId =
    focused?.side === activeSide
      ? focused.annotation.tagId
      : over === undefined
        ? undefined
        : view?.tagOf(over)
  if (tagId === undefined)
    say('Put the caret into an annotation first; then this goes to the next of its tag')
  else await goToSought({ kind: 'tag', tagId }, step)
}

async function offerElsewhere(documentId: DocumentId, asked: Seeking): Promise<void> {
  const other = await request('annotation.seekElsewhere', { documentId, ...asked })
  const { panes, activeSide } = workbench.getState()
  if (!other || panes[activeSide]?.documentId !== documentId) return
  const words = `The next ${wordsFor(asked.sought)} is in`
  workbench.setState({ offer: { from: documentId, documentId: other.documentId, at: other.id, words } })
}

function hiddenTags(): TagId[] {
  return [...workbench.getState().tagLooks].flatMap(([id, look]) => (look === 'hidden' ? [id] : []))
}

function roundWords(step: 1 | -1): string {
  return step > 0 ? 'Round from the beginning' : 'Round from the end'
}

function wordsFor(sought: Sought): string {
  switch (sought.kind) {
    case 'any':
      return 'annotation'
    case 'tag':
      return workbench.getState().tags.find(({ id }) => id === sought.tagId)?.name ?? 'annotation of this tag'
    case 'unlinked':
      return 'unlinked annotation'
    case 'unanswered':
      return 'unanswered claim'
    case 'awaiting':
      return 'annotation that lacks attributes'
  }
}
