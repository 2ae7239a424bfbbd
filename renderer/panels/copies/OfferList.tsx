import { Check, CircleSlash, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type CarryOffer, mostOffers, type Takes } from '../../../preload/contract/copy.ts'
import { carryOver, changeCopiesView, dismissOffer } from '../../store/copies/copies.ts'
import { whatItHas } from '../../store/copies/what-comes-along.ts'
import { showFailure } from '../../store/notices.ts'
import { goToSpan } from '../../store/places.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { OfferRow } from './OfferRow.tsx'

const kinds: [keyof Takes, string][] = [
  ['attributes', 'attributes'],
  ['confidence', 'confidence'],
  ['note', 'note'],
  ['memos', 'memos'],
  ['speaker', 'speaker'],
  ['claim', 'claim'],
  ['links', 'links'],
]

/**
 * Annotations that stand in one copy and not in another, one by one: arrows walk, Enter shows the place, A accepts, D
 * dismisses or takes that back. What is dismissed comes last.
 */
export function OfferList({ offers }: { offers: readonly CarryOffer[] }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const takes = useWorkbench((state) => state.copiesView.takes)
  const shown = [...offers].sort((a, b) => Number(a.isDismissed) - Number(b.isDismissed))
  const [wanted, setCurrent] = useState(0)
  const current = Math.min(wanted, shown.length - 1)
  const offer = shown[current]
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const had = new Set(offers.flatMap(({ annotation }) => whatItHas(annotation).map(({ kind }) => kind)))
  const there = kinds.filter(([kind]) => had.has(kind))

  const open = ({ to }: CarryOffer) => {
    changeCopiesView({ row: 'offers' })
    const span = { start: to.spans[0]!.start, end: to.spans.at(-1)!.end }
    goToSpan(to.documentId, span, workbench.getState().activeSide).catch(showFailure)
  }
  const accept = () => offer && !readOnly && !offer.isDismissed && carryOver(offer).catch(showFailure)
  const dismiss = () => offer && !readOnly && dismissOffer(offer).catch(showFailure)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const acts: Record<string, () => unknown> = {
      ArrowDown: () => setCurrent(current + 1),
      ArrowUp: () => setCurrent(Math.max(0, current - 1)),
      Home: () => setCurrent(0),
      End: () => setCurrent(shown.length - 1),
      Enter: () => offer && open(offer),
      a: accept,
      d: dismiss,
    }
    // Below the last come the passages.
    if (event.key === 'ArrowDown' && current === shown.length - 1) return
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    if (!event.repeat || event.key.startsWith('Arrow')) act()
  }
  return (
    <section className="copy-section" aria-label="Annotations to carry over">
      <h3>
        Annotations to carry over <span className="copy-count">{shown.length.toLocaleString('en')}</span>
      </h3>
      <div
        ref={list}
        role="listbox"
        aria-label="Annotations to carry over"
        aria-activedescendant={`${id}-${current}`}
        tabIndex={0}
        className="copy-offers"
        data-row="offers"
        data-own-focus
        onKeyDown={press}
      >
        {shown.map((one, index) => (
          <OfferRow
            key={`${one.annotation.id} ${one.to.documentId} ${one.to.spans[0]!.start}`}
            id={`${id}-${index}`}
            offer={one}
            isCurrent={index === current}
            onPress={() => setCurrent(index)}
          />
        ))}
      </div>
      {shown.filter((one) => !one.isDismissed).length === mostOffers && (
        <p className="copies-quiet">The next ones come when these have been judged.</p>
      )}
      <div className="copy-deciding">
        <Button
          look="primary"
          icon={Check}
          isDisabled={readOnly || !offer || offer.isDismissed}
          onPress={() => void accept()}
        >
          Accept
          <Shortcut keys="A" />
        </Button>
        <Button
          icon={offer?.isDismissed ? RotateCcw : CircleSlash}
          isDisabled={readOnly || !offer}
          onPress={() => void dismiss()}
        >
          {offer?.isDismissed ? 'Take back' : 'Dismiss'}
          <Shortcut keys="D" />
        </Button>
        {there.length > 0 && (
          <fieldset className="copy-takes" disabled={readOnly}>
            <legend className="ui-hidden">What comes along</legend>
            <span aria-hidden>with its</span>
            {there.map(([kind, title]) => (
              <Checkbox
                key={kind}
                isSelected={takes[kind]}
                onChange={(isSelected) => changeCopiesView({ takes: { ...takes, [kind]: isSelected } })}
              >
                {title}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </div>
    </section>
  )
}
