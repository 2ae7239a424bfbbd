/** Where the pointer was before the event that is being told, and at it; in CSS pixels of the screen. */
let before: { x: number; y: number } | undefined
let now: { x: number; y: number } | undefined

// From the beginning: a text may come under a pointer that has rested there since.
globalThis.window?.addEventListener(
  'mousemove',
  ({ screenX: x, screenY: y }) => {
    before = now
    now = { x, y }
  },
  { capture: true, passive: true },
)

/**
 * Whether the pointer itself has moved: Chromium tells of a `mousemove` too where what lies under it has. To be asked
 * while the event is told.
 */
export function isMovedByHand({ movementX, movementY }: MouseEvent): boolean {
  if (before && now) return before.x !== now.x || before.y !== now.y
  return movementX !== 0 || movementY !== 0
}
