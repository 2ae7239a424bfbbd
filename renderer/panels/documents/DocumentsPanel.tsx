import { useMemo, useState } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument, otherSide, show } from '../../store/places.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { DocumentMenu, type DocumentMenuAt } from './DocumentMenu.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import { DocumentsHead } from './DocumentsHead.tsx'
import { type DocumentOrder, inOrder, withWords } from './document-order.ts'
import './documents.css'

const rowHeight = 58

/** The documents of the project: find one, open it, see what in it still waits for an answer. */
export function DocumentsPanel() {
  const documents = useWorkbench((state) => state.documents)
  const panes = useWorkbench((state) => state.panes)
  const activeSide = useWorkbench((state) => state.activeSide)
  const writable = useWorkbench((state) => state.project?.readOnly === '')
  const [words, setWords] = useState('')
  const [order, setOrder] = useState<DocumentOrder>('project')
  const [menu, setMenu] = useState<DocumentMenuAt | null>(null)

  const ordered = useMemo(() => inOrder(documents, order), [documents, order])
  const shown = useMemo(() => withWords(ordered, words), [ordered, words])
  const active = panes[activeSide]?.documentId
  const other = panes[otherSide(activeSide)]?.documentId
  const open = [active, other].filter((id) => id !== undefined)

  return (
    <aside className="documents" data-area="documents" tabIndex={-1} aria-label="Documents">
      <DocumentsHead order={order} onOrder={setOrder} />
      {documents.length > 0 && (
        <div className="documents-filter">
          <SearchField aria-label="Filter documents" placeholder="Filter" value={words} onChange={setWords} />
        </div>
      )}
      <VirtualList<DocumentSummary>
        label="Documents"
        items={shown}
        textOf={(document) => document.title}
        rowHeight={rowHeight}
        selected={open}
        onOpen={openInPane}
        onPeek={(document) => show(document.id, workbench.getState().activeSide)}
        onMenu={(document, at) => setMenu({ document, at })}
        {...(writable && {
          onDelete: (document) => showDialog({ kind: 'delete-documents', documentIds: [document.id] }),
        })}
        empty={documents.length === 0 ? <NoDocuments /> : <NoneFits onClear={() => setWords('')} />}
      >
        {(document) => <DocumentRow document={document} isActive={document.id === active} />}
      </VirtualList>
      <DocumentsFoot documents={documents} shown={shown.length} />
      <DocumentMenu
        menu={menu}
        onClose={() => setMenu(null)}
        inProjectOrder={order === 'project' && words === ''}
      />
    </aside>
  )
}

function openInPane({ id }: DocumentSummary, beside: boolean): void {
  const { activeSide, panes } = workbench.getState()
  const side = beside && panes[activeSide] ? otherSide(activeSide) : activeSide
  openDocument(id, side).catch(showFailure)
}

/** How far the work is, or how many fit the filter. */
function DocumentsFoot({ documents, shown }: { documents: readonly DocumentSummary[]; shown: number }) {
  const { claims, unanswered } = useMemo(() => sumOf(documents), [documents])
  const words =
    shown < documents.length
      ? `${shown.toLocaleString('en')} of ${documents.length.toLocaleString('en')} documents`
      : claims > 0 &&
        `${unanswered.toLocaleString('en')} of ${countOf(claims, 'claim')} ${unanswered === 1 ? 'has' : 'have'} no counter`
  return words ? <footer className="documents-foot">{words}</footer> : null
}

function sumOf(documents: readonly DocumentSummary[]) {
  let claims = 0
  let unanswered = 0
  for (const document of documents) {
    claims += document.claims
    unanswered += document.unanswered
  }
  return { claims, unanswered }
}

function NoDocuments() {
  return (
    <p className="documents-none">
      Nothing here yet. Drop files or folders on this window, or press the plus above.
    </p>
  )
}

function NoneFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="Nothing fits" actions={<Button onPress={onClear}>Show all</Button>}>
      The filter looks in title, outlet, author and date.
    </EmptyState>
  )
}
