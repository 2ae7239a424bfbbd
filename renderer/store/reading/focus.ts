import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { painted } from '../painted.ts'
import { viewOf } from '../views.ts'
import { type Focused, type PaneSide, type Workbench, workbench } from '../workbench.ts'
import { lookOf, setTagLook } from './tag-looks.ts'

let wanted = 0

let arriving: Promise<unknown> | null = null

/** Settles when the annotation that is being put in focus is there; null while none is on its way. Never rejects. */
export function focusArriving(): Promise<void> | null {
  return arriving?.then(nothing, nothing) ?? null
}

const nothing = () => undefined

let turn: Promise<void> | null = null

/** Acts at once, or after the annotation that is being put in focus is there and all that waits for it already. */
export function onceFocused(act: () => unknown): void {
  if (!arriving && !turn) {
    act()
    return
  }
  const mine = (turn ?? Promise.resolve()).then(async () => {
    await focusArriving()
    act()
    if (turn === mine) turn = null
  })
  turn = mine
}

/** Acts at once, or after all that waits for an annotation already. */
export function afterWaiting(act: () => unknown): void {
  if (turn) onceFocused(act)
  else act()
}

/** Each side keeps a focus of its own; the inspector shows that of the active side. */
const focusOf = new Map<PaneSide, AnnotationId>()

/** What is in focus on a side, also while the inspector is still to show it. */
export function focusedOn(side: PaneSide): AnnotationId | null {
  return focusOf.get(side) ?? null
}

/** What the caret was moved out of on each side, until something else is in focus there. */
const leftBehind = new Map<PaneSide, AnnotationId>()

export function leftOn(side: PaneSide): AnnotationId | null {
  return leftBehind.get(side) ?? null
}

/** The caret has been moved out of the annotation in focus: it is in focus no longer. Asks nothing. */
export function leaveFocus(side: PaneSide): void {
  const left = focusOf.get(side)
  focusAnnotation(null, side)
  if (left !== undefined) leftBehind.set(side, left)
}

/** Shows an annotation in the inspector and makes it stand out in its text. The latest call wins. */
export function focusAnnotation(id: AnnotationId | null, side: PaneSide): Promise<void> {
  return willFocus(putInFocus(id, side))
}

/** Has quick keys wait for an annotation that is being looked for. */
export function willFocus<T>(focusing: Promise<T>): Promise<T> {
  arriving = focusing
  const ended = () => {
    if (arriving === focusing) arriving = null
  }
  focusing.then(ended, ended)
  return focusing
}

async function putInFocus(id: AnnotationId | null, side: PaneSide): Promise<void> {
  wanted += 1
  const call = wanted
  viewOf(side)?.setFocused(id)
  leftBehind.delete(side)
  if (id === null) {
    focusOf.delete(side)
    if (workbench.getState().activeSide === side) workbench.setState({ focused: null, adjusting: false })
    return
  }
  focusOf.set(side, id)
  const [annotation, links] = await Promise.all([
    request('annotation.get', { id }),
    request('link.of', { annotation: id }),
    painted(),
  ])
  if (call === wanted && isStillMeant(id, side)) showFocused({ side, annotation, links, chosenLink: 0 })
}

/** False once the side shows another document: what was asked for before must not come back. */
function isStillMeant(id: AnnotationId, side: PaneSide): boolean {
  return focusOf.get(side) === id
}

/** As `focusAnnotation`, for an annotation that has just been made and has no links yet. */
export function focusNew(annotation: Annotation, side: PaneSide): void {
  wanted += 1
  const call = wanted
  focusOf.set(side, annotation.id)
  leftBehind.delete(side)
  // Else it would be gone as soon as something else is in focus.
  if (lookOf(annotation.tagId) === 'hidden') setTagLook(annotation.tagId, 'full')
  viewOf(side)?.setFocused(annotation.id)
  willFocus(
    painted().then(() => {
      if (call === wanted && isStillMeant(annotation.id, side))
        showFocused({ side, annotation, links: [], chosenLink: 0 })
    }),
  )
}

/** Shows in the inspector what is in focus on a side that has become the active one. */
export async function showFocusOf(side: PaneSide): Promise<void> {
  const id = focusOf.get(side)
  const pane = workbench.getState().panes[side]
  if (id === undefined || !pane) {
    workbench.setState({ focused: null, adjusting: false })
    return
  }
  await focusAnnotation(id, side).catch(() => forgetFocusOf(side))
}

/** One side is closed and the other one takes its place. */
export function takeFocusOver(from: PaneSide, to: PaneSide): void {
  const id = focusOf.get(from)
  focusOf.delete(from)
  leftBehind.clear()
  if (id === undefined) focusOf.delete(to)
  else focusOf.set(to, id)
}

/** Forgets the focus of a side whose document is another one now. */
export function forgetFocusOf(side: PaneSide): void {
  focusOf.delete(side)
  leftBehind.delete(side)
  if (workbench.getState().focused?.side === side) workbench.setState({ focused: null, adjusting: false })
}

/** For another project: what was in focus on either side is nothing there. */
export function forgetFocus(): void {
  wanted += 1
  focusOf.clear()
  leftBehind.clear()
}

/** Asks again for what the inspector shows; forgets it when it has gone. */
export async function refreshFocused(): Promise<void> {
  const { focused } = workbench.getState()
  if (!focused) return
  const call = wanted
  const id = focused.annotation.id
  try {
    const [annotation, links] = await Promise.all([
      request('annotation.get', { id }),
      request('link.of', { annotation: id }),
    ])
    if (call !== wanted || workbench.getState().focused?.annotation.id !== id) return
    const chosenLink = Math.min(focused.chosenLink, Math.max(0, links.length - 1))
    workbench.setState({ focused: { ...focused, annotation, links, chosenLink } })
  } catch {
    if (call === wanted) await focusAnnotation(null, focused.side)
  }
}

/** Whether the annotation in focus stands in the document that its side shows: nothing acts on one that is not seen. */
export function isFocusInSight({ focused, panes }: Pick<Workbench, 'focused' | 'panes'>): boolean {
  return focused !== null && panes[focused.side]?.documentId === focused.annotation.documentId
}

export function chooseLink(index: number): void {
  workbench.setState(({ focused }) => ({ focused: focused ? { ...focused, chosenLink: index } : null }))
}

function showFocused(focused: Focused): void {
  workbench.setState((state) => ({
    focused,
    activeSide: focused.side,
    adjusting: state.focused?.annotation.id === focused.annotation.id ? state.adjusting : false,
  }))
}
