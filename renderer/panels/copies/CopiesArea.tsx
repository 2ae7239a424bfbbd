import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { changeCopiesView, lookForCopies } from '../../store/copies/copies.ts'
import { type CopyGroup, orderedGroups } from '../../store/copies/copy-groups.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { CopiesBar } from './CopiesBar.tsx'
import { CopyCard } from './CopyCard.tsx'
import { CopyRow } from './CopyRow.tsx'
import './copies.css'

const rowHeight = 66

/** All passages of the project that stand in several documents, and the copies of the one that the list is at. */
export function CopiesArea() {
  const copies = useWorkbench((state) => state.copies)
  const { order, current } = useWorkbench((state) => state.copiesView)
  const groups = useMemo(() => (copies ? orderedGroups(copies, order) : []), [copies, order])
  const open = copies?.groups.get(current ?? -1) ?? groups[0]
  const list = useRef<HTMLDivElement>(null)
  useFinding()
  // Else one comes back to an entry of a card.
  const [isArriving] = useState(() => workbench.getState().copiesView.row === '')
  useArriving(list, { when: isArriving && copies !== null })

  return (
    <section className="middle" data-area="copies" tabIndex={-1} aria-label="Copies">
      <CopiesBar count={groups.length} />
      {open ? (
        <div className="middle-split">
          <div ref={list} className="middle-list" onKeyDownCapture={toCard}>
            <VirtualList<CopyGroup>
              label="Passages in several documents"
              items={groups}
              textOf={({ rows }) => workbench.getState().copyBeginnings.get(rows[0]!) ?? ''}
              rowHeight={rowHeight}
              selected={[open.id]}
              startAt={open.id}
              onCurrent={({ id }) => id !== open.id && changeCopiesView({ current: id, source: 0, row: '' })}
              onOpen={({ id }) => id !== open.id && changeCopiesView({ current: id, source: 0, row: '' })}
              empty={null}
            >
              {(group) => <CopyRow group={group} isOpen={group.id === open.id} />}
            </VirtualList>
          </div>
          <CopyCard key={open.id} group={open} />
        </div>
      ) : (
        <NoCopies />
      )}
    </section>
  )
}

/** Looks for copies as soon as somebody wants to see them. */
function useFinding(): void {
  useEffect(() => {
    const { copiesSought } = workbench.getState()
    if (copiesSought === 'not-yet' || copiesSought === 'given-up') lookForCopies().catch(showFailure)
  }, [])
}

function toCard(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== 'ArrowRight') return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  event.preventDefault()
  event.stopPropagation()
  const card = event.currentTarget.parentElement?.querySelector<HTMLElement>('.copy-card')
  const first = card?.querySelector<HTMLElement>('[role="listbox"], [data-row]')
  ;(first ?? card)?.focus()
}

function NoCopies() {
  const copies = useWorkbench((state) => state.copies)
  const sought = useWorkbench((state) => state.copiesSought)
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return (
      <ImportFirst>Passages that stand in several documents nearly word for word are found here.</ImportFirst>
    )
  }
  if (sought === 'given-up') {
    return (
      <EmptyState
        title="Not looked through"
        actions={<Button onPress={() => lookForCopies().catch(showFailure)}>Look for copies</Button>}
      >
        Looking for copies was given up. What was read until then need not be read again.
      </EmptyState>
    )
  }
  if (!copies) return <div className="copies-looking" data-busy aria-live="polite" />
  const documents = copies.looked.toLocaleString('en')
  return (
    <EmptyState title="No copies">
      {copies.looked < 2
        ? 'With two documents or more, passages that stand in several of them nearly word for word are found by themselves.'
        : `No passage of 16 words or more stands in two of the ${documents} documents nearly word for word.`}
    </EmptyState>
  )
}
