import { X } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { goToPart, removeThisPart } from '../../commands/annotation-parts.ts'
import { showFailure } from '../../store/notices.ts'
import { IconButton } from '../../ui/Button.tsx'
import './part-list.css'

/**
 * The parts of an annotation that is of several: Enter goes to one, Delete takes it out, the arrows go from one to the
 * next. When the part with the keyboard goes, the one in its place has it; when one part is left, the passage.
 */
export function PartList({ annotation, readOnly }: { annotation: Annotation; readOnly: boolean }) {
  const { spans, quote } = annotation
  const list = useRef<HTMLOListElement>(null)
  const takingOut = useRef<number | null>(null)
  const count = spans.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of parts tells that one has gone
  useLayoutEffect(() => {
    const at = takingOut.current
    takingOut.current = null
    // Unless the person has gone elsewhere meanwhile.
    if (at === null || document.activeElement !== document.body) return
    const rows = rowsIn(list.current)
    const passage = document.querySelector<HTMLElement>('.inspector-quote')
    ;(rows[Math.min(at, rows.length - 1)] ?? passage)?.focus()
  }, [count])
  if (count < 2) return null

  const takeOut = (part: Span, at: number) => {
    if (readOnly) return
    takingOut.current = at
    removeThisPart(part).catch(showFailure)
  }
  const press = (event: KeyboardEvent, part: Span, at: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const rows = rowsIn(list.current)
    if (event.key === 'ArrowDown') rows[at + 1]?.focus()
    else if (event.key === 'ArrowUp') rows[at - 1]?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') takeOut(part, at)
    else return
    event.preventDefault()
  }
  return (
    <section className="part-list" aria-label="Parts">
      <h2>
        Parts<span className="inspector-count">{count}</span>
      </h2>
      <ol ref={list}>
        {spans.map((part, at) => (
          <li key={part.start} className="part-row">
            <button
              type="button"
              className="part-row-go"
              title="Go to this part"
              onClick={() => goToPart(part)}
              onKeyDown={(event) => press(event, part, at)}
            >
              <span className="part-row-number">{at + 1}</span>
              <q className="part-row-words" dir="auto">
                {quote[at]}
              </q>
            </button>
            <IconButton
              icon={X}
              label={`Take part ${at + 1} out`}
              shortcut="Delete"
              isDisabled={readOnly}
              onPress={() => takeOut(part, at)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

const rowsIn = (list: Element | null) => [...(list?.querySelectorAll<HTMLElement>('.part-row-go') ?? [])]
