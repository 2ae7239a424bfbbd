export interface PointedRail {
  readonly element: HTMLElement
  readonly thumb: HTMLElement
  /** What the rail scrolls; as high as the rail. */
  readonly root: HTMLElement
  /** The person scrolls. */
  scrolls(): void
  /** A press beside the thumb and beside all marks is about to leave the place that is read. */
  leaves(): void
  /** Pressed beside the thumb; places are from the rail’s top left. Whether that went to a mark. */
  pressed(x: number, y: number): boolean
  /** The pointer is at a height, or has left. */
  pointed(y: number | null): void
}

const leastDrag = 3

/** A press goes there, exactly to a mark where there is one; dragging scrolls. */
export function watchRail({
  element,
  thumb,
  root,
  scrolls,
  leaves,
  pressed,
  pointed,
}: PointedRail): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let drag: { y: number; scrollTop: number; isMoving: boolean } | null = null

  const shareOf = (y: number) => (y / Math.max(1, root.clientHeight)) * root.scrollHeight
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    scrolls()
    element.setPointerCapture(event.pointerId)
    const { x, y } = placeOf(event)
    const isOnThumb = event.target === thumb
    if (!pressed(x, y) && !isOnThumb) {
      leaves()
      root.scrollTop = shareOf(y) - root.clientHeight / 2
    }
    drag = { y, scrollTop: root.scrollTop, isMoving: false }
  }
  const move = (event: PointerEvent) => {
    const { y } = placeOf(event)
    if (!drag) {
      pointed(y)
      return
    }
    const distance = y - drag.y
    if (!drag.isMoving && Math.abs(distance) < leastDrag) return
    // From where a jump has come to rest.
    if (!drag.isMoving) drag = { y: drag.y, scrollTop: root.scrollTop, isMoving: true }
    scrolls()
    pointed(null)
    root.scrollTop = drag.scrollTop + shareOf(distance)
  }
  const end = () => {
    drag = null
  }

  element.addEventListener('pointerdown', press, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', end, { signal })
  element.addEventListener('lostpointercapture', end, { signal })
  element.addEventListener('pointerleave', () => pointed(null), { signal })
  element.addEventListener(
    'wheel',
    (event) => {
      scrolls()
      root.scrollTop += event.deltaY
    },
    { signal, passive: true },
  )
  return () => ended.abort()
}
