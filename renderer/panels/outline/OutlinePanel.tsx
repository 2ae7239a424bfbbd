import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { DocumentView } from '../../document/index.ts'
import { headingsOf, type OutlineEntry, shownEntries, turnsOf } from '../../moving/outline.ts'
import { say } from '../../store/notices.ts'
import { here } from '../../store/places.ts'
import { leave } from '../../store/reading/trail.ts'
import { toggleArea } from '../../store/screen.ts'
import { viewOf } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { OutlineTree } from './OutlineTree.tsx'
import './outline.css'

const kinds = [
  { id: 'headings', title: 'Headings' },
  { id: 'turns', title: 'Speakers' },
] as const

// What is read is a little below the top, where a heading that was gone to stands too.
const shareRead = 0.3

/** The headings of the active text, or its speakers’ turns: where one is, and the way elsewhere. */
export function OutlinePanel() {
  const side = useWorkbench((state) => state.activeSide)
  const documentId = useWorkbench((state) => state.panes[state.activeSide]?.documentId)
  // The view is no state; this tells when it is another one or shows other annotations.
  useWorkbench((state) => state.redrawn)
  const mounted = viewOf(side)
  const view = mounted?.text.id === documentId ? mounted : undefined
  const text = view?.text
  const headings = useMemo(() => (text ? headingsOf(text) : []), [text])
  const turns = useMemo(() => (text ? turnsOf(text) : []), [text])
  const [wanted, setKind] = useState<(typeof kinds)[number]['id']>('headings')
  const kind = headings.length === 0 && turns.length > 0 ? 'turns' : turns.length === 0 ? 'headings' : wanted
  const entries = kind === 'headings' ? headings : turns

  const [words, setWords] = useState('')
  const sought = useDeferredValue(words)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other headings
  useEffect(() => setFolded(new Set()), [text])
  const shown = useMemo(() => shownEntries(entries, folded, sought), [entries, folded, sought])
  const offset = useOffsetRead(view)

  const fold = (id: number, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  return (
    <aside className="outline" data-area="outline" tabIndex={-1} aria-label="Outline">
      <header className="outline-head">
        <h2>Outline</h2>
        <IconButton icon={X} label="Close the outline" onPress={() => toggleArea('outline')} />
      </header>
      {headings.length > 0 && turns.length > 0 && (
        <div className="outline-kinds">
          <Segmented label="What is listed" options={kinds} value={kind} onChange={setKind} />
        </div>
      )}
      {entries.length > 0 && (
        <div className="outline-filter">
          <SearchField
            aria-label="Filter the outline"
            placeholder={kind === 'headings' ? 'Filter headings' : 'A speaker, or words'}
            value={words}
            onChange={setWords}
          />
        </div>
      )}
      <OutlineTree
        label={kind === 'headings' ? 'Headings' : 'Turns of speakers'}
        entries={shown}
        isFiltered={sought.trim() !== ''}
        folded={folded}
        onFold={fold}
        offset={offset}
        countOf={({ start, end }) => view?.countBegun({ start, end }) ?? 0}
        onGo={(entry, stays) => view && go(view, entry, stays)}
        empty={
          entries.length > 0
            ? 'Nothing here has these words.'
            : 'This text has no headings and no speaker turns.'
        }
      />
    </aside>
  )
}

/** Shows a part of the text; unless one stays in the outline, the caret and the keyboard go there too. */
function go(view: DocumentView, { start, title, detail }: OutlineEntry, stays: boolean): void {
  const left = here()
  if (left && !stays) leave(left)
  view.reveal({ start, end: start + title.length }, { align: 'top', flash: true })
  if (stays) return
  view.select({ start, end: start })
  view.focus()
  say(detail === '' ? title : `${title}: “${detail}”`)
}

/** The text that is being read; followed while it is scrolled, once a frame. */
function useOffsetRead(view: DocumentView | undefined): number {
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    if (!view) return
    let frame = 0
    const look = () => {
      frame = 0
      if (view.root.isConnected) setOffset(view.offsetInSight(shareRead))
    }
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    ask()
    view.root.addEventListener('scroll', ask, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      view.root.removeEventListener('scroll', ask)
    }
  }, [view])
  return offset
}
