import { PanelLeft, PanelRight } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Span } from '../../../preload/contract/text.ts'
import { pendingChanges } from '../../client.ts'
import { useKey } from '../../commands/key-choices.ts'
import { focusArea } from '../../commands/move-between-areas.ts'
import { countOf, countWords } from '../../store/counting.ts'
import { toggleArea } from '../../store/screen.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench, workbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { HiddenTags } from './HiddenTags.tsx'
import './status.css'

const saidForMs = 5000
const noticedMs = 150

/** What is selected, what has just happened, and whether the work is saved. */
export function StatusLine() {
  const selected = useWorkbench((state) => state.selected)
  const active = useWorkbench((state) => state.activeSide)
  const isTexts = useWorkbench((state) => state.middle === 'texts')
  const span = isTexts && selected?.side === active ? selected.span : null
  const words = useMemo(() => wordsOf(active, span), [active, span])
  const readOnly = useWorkbench((state) => state.project?.readOnly ?? '')
  const waiting = useWorkbench((state) => state.waiting)
  const narrow = useWorkbench((state) => state.narrow)
  return (
    <footer className="status-line">
      {narrow && <PanelButtons />}
      <Said />
      <HiddenTags />
      <span className="status-selection">{span && `${countOf(words, 'word')} selected`}</span>
      <span className="status-waiting" role="status">
        {waiting > 0 &&
          `${countOf(waiting, 'change')} ${waiting === 1 ? 'waits' : 'wait'} for the import to end`}
      </span>
      <span className="status-saved">{readOnly === '' ? <Saved /> : 'Read only'}</span>
    </footer>
  )
}

/** Ways to the panels that lie over the text where there is no room beside it. */
function PanelButtons() {
  const drawer = useWorkbench((state) => state.drawer)
  return (
    <span className="status-panels">
      <IconButton
        icon={PanelLeft}
        label="Documents"
        placement="top"
        shortcut={useKey('view.documents')}
        aria-pressed={drawer === 'documents'}
        onPress={() => openDrawer('documents')}
      />
      <IconButton
        icon={PanelRight}
        label="Annotation"
        placement="top"
        shortcut={useKey('view.inspector')}
        aria-pressed={drawer === 'inspector'}
        onPress={() => openDrawer('inspector')}
      />
    </span>
  )
}

function openDrawer(area: 'documents' | 'inspector'): void {
  toggleArea(area)
  if (workbench.getState().drawer === area) requestAnimationFrame(() => focusArea(area))
}

function wordsOf(side: PaneSide, span: Span | null): number {
  const view = viewOf(side)
  return span && view ? countWords(view.text, span) : 0
}

/** Says “Saving…” while a change waits for its answer, that is, to be committed, for longer than one notices. */
function Saved() {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    let timer = 0
    const follow = () => {
      clearTimeout(timer)
      timer = 0
      if (pendingChanges.count() === 0) setIsLate(false)
      else timer = window.setTimeout(() => setIsLate(true), noticedMs)
    }
    follow()
    const stop = pendingChanges.subscribe(follow)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return isLate ? 'Saving…' : 'Saved'
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
    // A dialog that is open hides the rest of the window from screen readers, and what is hidden is not read out.
    <span className="status-said" role="status" aria-live="polite" data-live-announcer="true">
      {/* A new element each time, so that the same words twice are read out twice. */}
      <span key={said.count} className={said.isShown ? undefined : 'ui-hidden'}>
        {shown}
      </span>
    </span>
  )
}
