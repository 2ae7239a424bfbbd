import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Span } from '../../../preload/contract/text.ts'
import { pendingChanges } from '../../client.ts'
import { countOf, countWords } from '../../store/counting.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { HiddenTags } from './HiddenTags.tsx'
import './status.css'

const saidForMs = 5000

/** What is selected, what has just happened, and whether the work is saved. */
export function StatusLine() {
  const selected = useWorkbench((state) => state.selected)
  const active = useWorkbench((state) => state.activeSide)
  const span = selected?.side === active ? selected.span : null
  const words = useMemo(() => wordsOf(active, span), [active, span])
  const readOnly = useWorkbench((state) => state.project?.readOnly ?? '')
  return (
    <footer className="status-line">
      <Said />
      <HiddenTags />
      <span className="status-selection">{span && `${countOf(words, 'word')} selected`}</span>
      <span className="status-saved">{readOnly === '' ? <Saved /> : 'Read only'}</span>
    </footer>
  )
}

function wordsOf(side: PaneSide, span: Span | null): number {
  const view = viewOf(side)
  return span && view ? countWords(view.text, span) : 0
}

/** Says “Saved” only when every change has been answered, that is, committed. */
function Saved() {
  const count = useSyncExternalStore(pendingChanges.subscribe, pendingChanges.count)
  return count === 0 ? 'Saved' : 'Saving…'
}

/** The last thing that happened, read out at once and shown for a few seconds. */
function Said() {
  const said = useWorkbench((state) => state.said)
  const [shown, setShown] = useState('')
  useEffect(() => {
    setShown(said.words)
    const timer = setTimeout(() => setShown(''), saidForMs)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <span className="status-said" role="status" aria-live="polite">
      {/* A new element each time, so that the same words twice are read out twice. */}
      <span key={said.count}>{shown}</span>
    </span>
  )
}
