import type { End } from './adjusting.ts'

type DragUnit = 'character' | 'word' | 'sentence'

export interface DraggedView {
  readonly root: HTMLElement
  readonly handles: HTMLElement
  grab(end: End): void
  dragTo(x: number, y: number, unit: DragUnit): void
  drop(): void
  cancel(): void
  isDragging(): boolean
}

const edgeOfWindow = 40
const fastestScroll = 24

/** Dragging the handles at the ends of an annotation. Near the edge of the window the text scrolls along. */
export function watchHandles(view: DraggedView): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let pointer: { x: number; y: number; unit: DragUnit; lift: number } | null = null

  const follow = () => {
    if (!pointer || !view.isDragging()) return
    const { top, bottom } = view.root.getBoundingClientRect()
    const beyond =
      Math.min(0, pointer.y - top - edgeOfWindow) + Math.max(0, pointer.y - bottom + edgeOfWindow)
    if (beyond !== 0) view.root.scrollTop += Math.max(-fastestScroll, Math.min(fastestScroll, beyond / 2))
    const y = Math.max(top + 1, Math.min(bottom - 1, pointer.y + pointer.lift))
    view.dragTo(pointer.x, y, pointer.unit)
    requestAnimationFrame(follow)
  }

  const begin = (event: PointerEvent) => {
    const handle = (event.target as Element).closest<HTMLElement>('.document-handle')
    if (!handle || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    handle.setPointerCapture(event.pointerId)
    // The knob stands above or below the line it belongs to.
    const line = handle.getBoundingClientRect()
    const lift = (line.top + line.bottom) / 2 - event.clientY
    pointer = { x: event.clientX, y: event.clientY, unit: unitOf(event), lift }
    view.grab({ span: Number(handle.dataset.span), edge: handle.dataset.edge === 'start' ? 'start' : 'end' })
    requestAnimationFrame(follow)
  }
  const move = (event: PointerEvent) => {
    if (pointer) pointer = { ...pointer, x: event.clientX, y: event.clientY, unit: unitOf(event) }
  }
  const end = (event: PointerEvent) => {
    if (!pointer) return
    const { lift } = pointer
    pointer = null
    if (!view.isDragging()) return
    view.dragTo(event.clientX, event.clientY + lift, unitOf(event))
    view.drop()
  }

  view.handles.addEventListener('pointerdown', begin, { signal })
  view.handles.addEventListener('pointermove', move, { signal })
  view.handles.addEventListener('pointerup', end, { signal })
  view.handles.addEventListener('lostpointercapture', end, { signal })
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !view.isDragging()) return
    event.preventDefault()
    event.stopPropagation()
    view.cancel()
  }
  // The keyboard may be elsewhere while the mouse drags.
  window.addEventListener('keydown', giveUp, { signal, capture: true })
  return () => ended.abort()
}

/** By word; with Alt by character, with Shift by sentence. */
function unitOf({ altKey, shiftKey }: PointerEvent): DragUnit {
  if (altKey) return 'character'
  return shiftKey ? 'sentence' : 'word'
}
