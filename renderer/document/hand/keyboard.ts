import type { Bounds } from './bounds.ts'
import type { Caret } from './caret.ts'
import { type CaretMove, caretMoveOf, edgeOfMove } from './reading-keys.ts'

/** What keys in the text need. */
export interface KeyedView {
  readonly isMac: boolean
  readonly caret: Caret
  readonly bounds: Bounds
  /** Of the text, in UTF-16 code units. */
  readonly length: number
  /** Whether a key was for the ends that are being adjusted. */
  adjust(event: KeyboardEvent): boolean
  /** The caret is about to go to the beginning or end of the text. */
  leaves(): void
  scrollTo(offset: number): void
  /** Whether there was a link of the source to open. */
  openSourceLink(offset: number): boolean
}

/**
 * The text’s own keys: sentence and paragraph, all, source links, and whatever adjusts ends. A key that was used is
 * prevented; every other goes on to whoever listens above.
 */
export function pressKey(event: KeyboardEvent, view: KeyedView): void {
  view.caret.takeOver()
  if (view.adjust(event)) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  const move = caretMoveOf(event, view.isMac)
  if (move) {
    const { anchor, head } = view.caret.ends()
    const to = destinationOf(move, head, view)
    if (move.unit === 'text' && !move.extend && to !== head) view.leaves()
    view.caret.select(move.extend ? anchor : to, to)
    view.scrollTo(to)
    event.preventDefault()
  } else if (isWithCommand(event, 'a', view.isMac)) {
    view.caret.selectAll()
    event.preventDefault()
  } else if (isWithCommand(event, 'enter', view.isMac) && view.openSourceLink(view.caret.ends().head)) {
    event.preventDefault()
  }
}

function destinationOf(move: CaretMove, from: number, { bounds, length }: KeyedView): number {
  const { unit, direction } = move
  if (unit === 'text') return direction > 0 ? length : 0
  return bounds.step(from, unit, direction, edgeOfMove(move))
}

function isWithCommand(event: KeyboardEvent, key: string, isMac: boolean): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event
  return event.key.toLowerCase() === key && (isMac ? metaKey : ctrlKey) && !altKey && !shiftKey
}
