import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { isMovedByHand } from './moved-by-hand.ts'

/** What the pointer needs of the view it moves over. */
export interface PointedView {
  readonly root: HTMLElement
  characterAt(x: number, y: number): number | null
  annotationsAt(offset: number): AnnotationId[]
  hasSelection(): boolean
  clicked(id: AnnotationId | null): void
  signClicked(id: AnnotationId): void
  copySignClicked(passage: Span): void
  signHovered(id: AnnotationId | null): void
  /** The annotation under the pointer is another one: the shortest of those there. */
  pointed(id: AnnotationId | null): void
  sourceLinkClicked(href: string): void
  menuAsked(x: number, y: number, byKey: boolean): void
}

const samePlace = 4

/** Clicks and hovering. A click on stacked annotations takes the shortest; clicking again there goes to the next. */
export function watchPointer(view: PointedView): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let last = { x: 0, y: 0, id: null as AnnotationId | null }
  let moved: MouseEvent | null = null
  let byHand = false
  let pointed: AnnotationId | null = null

  const click = (event: MouseEvent) => {
    const target = event.target as Element
    if (isBeside(target)) return
    const sign = signOf(target)
    if (sign !== null) return view.signClicked(sign)
    const copied = copiedAt(target)
    if (copied) return view.copySignClicked(copied)
    if (event.button !== 0 || event.detail > 1 || isHandle(target) || view.hasSelection()) return
    const link = target.closest<HTMLElement>('.source-link')
    if (link && (event.ctrlKey || event.metaKey)) return view.sourceLinkClicked(link.dataset.href!)

    const { clientX: x, clientY: y } = event
    const offset = view.characterAt(x, y)
    const here = offset === null ? [] : view.annotationsAt(offset)
    const isAgain = Math.hypot(x - last.x, y - last.y) <= samePlace
    const at = isAgain && last.id !== null ? here.indexOf(last.id) : -1
    const id = here.length === 0 ? null : here[(at + 1) % here.length]!
    last = { x, y, id }
    view.clicked(id)
  }

  const point = (id: AnnotationId | null) => {
    if (id === pointed) return
    pointed = id
    view.pointed(id)
  }

  const hover = () => {
    if (!moved) return
    const { clientX: x, clientY: y, buttons, target } = moved
    const isPointing = byHand
    moved = null
    byHand = false
    if (buttons !== 0) return
    if (isBeside(target as Element)) return point(null)
    view.signHovered(signOf(target as Element))
    const offset = view.characterAt(x, y)
    const over = offset === null ? undefined : view.annotationsAt(offset)[0]
    // What has come under a pointer at rest is not pointed at, and what has gone from under it is no longer.
    point(over !== undefined && (isPointing || over === pointed) ? over : null)
    const isOver = over !== undefined
    if (isOver !== view.root.hasAttribute('data-over')) view.root.toggleAttribute('data-over', isOver)
  }

  view.root.addEventListener('click', click, { signal })
  view.root.addEventListener(
    'mousemove',
    (event) => {
      if (!moved) requestAnimationFrame(hover)
      moved = event
      byHand ||= isMovedByHand(event)
    },
    { signal, passive: true },
  )
  view.root.addEventListener(
    'mouseleave',
    () => {
      view.signHovered(null)
      point(null)
    },
    { signal },
  )
  view.root.addEventListener(
    'contextmenu',
    (event) => {
      if (isBeside(event.target as Element)) return
      event.preventDefault()
      // On a Mac Ctrl with a click asks for it too.
      view.menuAsked(event.clientX, event.clientY, event.button !== 2 && !event.ctrlKey)
    },
    { signal },
  )
  return () => ended.abort()
}

function signOf(target: Element): AnnotationId | null {
  const sign = target.closest<HTMLElement>('.document-link-sign')
  return sign ? (Number(sign.dataset.annotation) as AnnotationId) : null
}

function copiedAt(target: Element): Span | null {
  const sign = target.closest<HTMLElement>('.document-copy-sign')
  return sign && { start: Number(sign.dataset.start), end: Number(sign.dataset.end) }
}

/** What stands beside the text has a pointer of its own. */
function isBeside(target: Element): boolean {
  return target.closest('.document-aside') !== null
}

function isHandle(target: Element): boolean {
  return target.closest('.document-handle') !== null
}
