import { useEffect, useRef, useState } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Counter } from '../../../preload/contract/margin.ts'
import { followLink } from '../../commands/travel.ts'
import { type DocumentView, isMovedByHand } from '../../document/index.ts'
import { showFailure } from '../../store/notices.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { tagColor } from '../../ui/Tag.tsx'
import { wordsOf } from '../inspector/EndWords.tsx'
import { placeTip } from './place-tip.ts'
import { SourceOf } from './SourceOf.tsx'
import { useCounter } from './use-counter.ts'
import './margin.css'
import './counter-tip.css'

export interface CounterTipProps {
  side: PaneSide
  view: DocumentView
  /** The annotation under the pointer. */
  pointed: AnnotationId | null
  /** Whether the card of an annotation in focus stands beside it and says the same. */
  hasCards: boolean
}

/**
 * What is said against a claim most strongly, below it while it is pointed at or in focus. It stays while a pointer
 * that has gone onto it is there, until another passage has the focus; one at rest where it comes up does not hold it.
 * Escape takes it away.
 */
export function CounterTip({ side, view, pointed, hasCards }: CounterTipProps) {
  const { id, counter, hold, dismiss } = useCounter(side, view, pointed, hasCards)
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)

  useEffect(() => {
    const passage = id === null || !counter ? null : view.boxOf(id)
    if (!passage || !box.current) {
      setPlace(null)
      hold(false)
      return
    }
    const pane = view.root.getBoundingClientRect()
    setPlace(placeTip(passage, box.current.getBoundingClientRect(), pane))
  }, [id, counter, hold, view])

  useEffect(() => {
    if (id === null || !counter) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      dismiss()
      // In a field or a list it also does what it does there.
      if (!view.hasFocus()) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before anything else that Escape would do in the text.
    window.addEventListener('keydown', press, { capture: true })
    view.root.addEventListener('scroll', dismiss, { passive: true })
    // Who clicks the claim has read it, and finds it on the card; without cards it stays, for the claim in focus.
    const click = hasCards ? dismiss : () => undefined
    view.root.addEventListener('pointerdown', click)
    return () => {
      view.root.removeEventListener('pointerdown', click)
      window.removeEventListener('keydown', press, { capture: true })
      view.root.removeEventListener('scroll', dismiss)
    }
  }, [id, counter, dismiss, view, hasCards])

  return (
    <div aria-live="polite">
      {counter && (
        <div
          ref={box}
          role="tooltip"
          aria-label="Strongest counter"
          className="counter-tip"
          style={place ?? { visibility: 'hidden' }}
          onMouseMove={({ nativeEvent }) => isMovedByHand(nativeEvent) && hold(true)}
          onMouseLeave={() => hold(false)}
        >
          <Words counter={counter} onGo={() => followLink(counter.link, side).catch(showFailure)} />
        </div>
      )}
    </div>
  )
}

function Words({ counter: { link, against, count }, onGo }: { counter: Counter; onGo: () => void }) {
  const type = useWorkbench((state) => state.linkTypes.find((one) => one.id === link.link.linkTypeId))
  return (
    <>
      <p className="counter-tip-head">
        Strongest counter
        {count > 1 && <span> of {count}</span>}
      </p>
      <button type="button" className="counter-tip-go" tabIndex={-1} onClick={onGo}>
        <q dir="auto">{wordsOf(link.other)}</q>
        <SourceOf end={link.other} />
      </button>
      <p className="counter-tip-type tag-colored" style={tagColor(type?.color ?? '#808080')}>
        {type?.name} {inWords[against]}
      </p>
    </>
  )
}

const inWords = {
  annotation: 'this passage',
  claim: 'the claim it states',
  support: 'what supports it',
}
