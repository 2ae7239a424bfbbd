import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import type { ReadingPlace } from '../../document/index.ts'
import { type PaneSide, workbench } from '../workbench.ts'

/** Somewhere a person has been: a document, and an annotation or an offset in it. */
export interface Place {
  side: PaneSide
  documentId: DocumentId
  annotationId: AnnotationId | null
  /** UTF-16 offset of the caret; null where no text was shown yet. */
  caret: number | null
  /** What lay at the top of the window; null where no text was shown yet. */
  top: ReadingPlace | null
}

let behind: Place[] = []
let ahead: Place[] = []

const longest = 200

/** Remembers a place that is being left; once, where one has not moved since it was left before. */
export function leave(place: Place): void {
  const last = behind.at(-1)
  if (!last || !isSame(last, place)) behind = [...behind.slice(1 - longest), place]
  ahead = []
  publish()
}

/** Where to go back to from `here`; undefined where no place is left that is still there. The others are forgotten. */
export function stepBack(here: Place | null, isThere: (place: Place) => boolean): Place | undefined {
  return step(behind, ahead, here, isThere)
}

export function stepForward(here: Place | null, isThere: (place: Place) => boolean): Place | undefined {
  return step(ahead, behind, here, isThere)
}

function step(
  from: Place[],
  to: Place[],
  here: Place | null,
  isThere: (place: Place) => boolean,
): Place | undefined {
  let place = from.pop()
  while (place && !isThere(place)) place = from.pop()
  if (place && here) to.push(here)
  publish()
  return place
}

export function forgetTrail(): void {
  behind = []
  ahead = []
  publish()
}

function isSame(a: Place, b: Place): boolean {
  return (
    a.side === b.side &&
    a.documentId === b.documentId &&
    a.annotationId === b.annotationId &&
    a.caret === b.caret &&
    a.top?.offset === b.top?.offset
  )
}

function publish(): void {
  workbench.setState({ canGoBack: behind.length > 0, canGoForward: ahead.length > 0 })
}
