import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Counter } from '../../../preload/contract/margin.ts'
import { request } from '../../client.ts'
import type { DocumentView } from '../../document/index.ts'
import { showFailure } from '../../store/notices.ts'
import { type PaneSide, useWorkbench, workbench } from '../../store/workbench.ts'

/** Long enough not to flicker up where the pointer only passes. */
const restMs = 180
/** For the way from the passage to what has come up. */
const graceMs = 300

interface Shown {
  id: AnnotationId | null
  counter: Counter | null
}

const nothing: Shown = { id: null, counter: null }

/**
 * The strongest counter of the claim that is pointed at, or else in focus; none after `dismiss`, until it is another
 * claim. While it is on hold it stays as it is, until the focus goes elsewhere.
 */
export function useCounter(
  side: PaneSide,
  view: DocumentView,
  pointed: AnnotationId | null,
  hasCards: boolean,
): Shown & { hold: (isHeld: boolean) => void; dismiss: () => void } {
  const focused = useWorkbench((state) =>
    state.focused?.side === side && state.activeSide === side ? state.focused.annotation.id : null,
  )
  // A commit may have changed what is to be said.
  const history = useWorkbench((state) => state.history)
  const tags = useWorkbench((state) => state.tags)
  const isBusy = useWorkbench((state) => state.adjusting || state.dialog !== null)
  const [shown, setShown] = useState(nothing)
  const [passed, setPassed] = useState<AnnotationId | null>(null)
  const [dismissed, setDismissed] = useState<AnnotationId | null>(null)
  const [heldAt, setHeldAt] = useState<{ focused: AnnotationId | null } | null>(null)
  const isHeld = heldAt !== null && heldAt.focused === focused

  const claim = (id: AnnotationId | null) => {
    const tagId = id === null ? undefined : view.tagOf(id)
    return tags.find((tag) => tag.id === tagId)?.role === 'claim' ? id : null
  }
  // Who moves the focus elsewhere has read on: the pointer that has rested since says nothing more.
  const focusedAnywhere = useWorkbench((state) => state.focused?.annotation.id ?? null)
  const latest = useRef(pointed)
  latest.current = pointed
  useEffect(() => {
    if (focusedAnywhere !== latest.current) setPassed(latest.current)
  }, [focusedAnywhere])
  useEffect(() => {
    if (pointed === null) setPassed(null)
  }, [pointed])
  // Of the claim in focus its card says it, where there is one.
  const asked = pointed !== passed ? (pointed ?? focused) : focused
  const wanted = isBusy || (hasCards && asked === focused) ? null : claim(asked)

  useEffect(() => {
    if (wanted === null) setDismissed(null)
    if (isHeld) return
    // Read here so that a commit asks again.
    void history
    let isWanted = true
    const timer = setTimeout(
      () => {
        if (wanted === null) return setShown(nothing)
        request('margin.counter', { annotation: wanted })
          .then((counter) => isWanted && setShown({ id: wanted, counter }))
          .catch((cause) => isWanted && wanted === claimStillThere(view, wanted) && showFailure(cause))
      },
      wanted === null ? graceMs : restMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [wanted, isHeld, history, view])

  const hold = useCallback(
    // Each move of a pointer says it again.
    (on: boolean) =>
      setHeldAt((before) => (on ? (before?.focused === focused ? before : { focused }) : null)),
    [focused],
  )
  const dismiss = useCallback(() => {
    setDismissed(wanted)
    setShown(nothing)
  }, [wanted])
  if (workbench.getState().project === null || (dismissed !== null && dismissed === shown.id)) {
    return { ...nothing, hold, dismiss }
  }
  return { ...shown, hold, dismiss }
}

/** A claim that was deleted while it was asked about is no failure. */
function claimStillThere(view: DocumentView, id: AnnotationId): AnnotationId | null {
  return view.tagOf(id) === undefined ? null : id
}
