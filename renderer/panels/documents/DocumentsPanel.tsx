import { type KeyboardEvent, useMemo, useState } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { moveCollectionByOne } from '../../commands/collections.ts'
import { moveByOne } from '../../commands/edit-document.ts'
import { countOf } from '../../store/counting.ts'
import {
  changeListView,
  chooseDocuments,
  isNarrowed,
  showAllDocuments,
  shownDocuments,
} from '../../store/documents/document-list.ts'
import { say, showFailure } from '../../store/notices.ts'
import { openDocument, otherSide, show } from '../../store/places.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GroupedList } from '../../ui/GroupedList.tsx'
import { CollectionTray } from './CollectionTray.tsx'
import { DocumentMenu, type DocumentMenuAt } from './DocumentMenu.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import { DocumentsFilter } from './DocumentsFilter.tsx'
import { DocumentsHead } from './DocumentsHead.tsx'
import { GroupHead } from './GroupHead.tsx'
import { useListDragging } from './list-dragging.ts'
import { documentsOf, type ListRow, listRows, rowsOf } from './list-rows.ts'
import './documents.css'

const rowHeight = 64
const headHeight = 32

/** The documents of the project: find one, open it, see what in it still waits for an answer. */
export function DocumentsPanel() {
  const documents = useWorkbench((state) => state.documents)
  const panes = useWorkbench((state) => state.panes)
  const activeSide = useWorkbench((state) => state.activeSide)
  const view = useWorkbench((state) => state.documentList)
  const chosen = useWorkbench((state) => state.chosenDocuments)
  const writable = useWorkbench((state) => state.project?.readOnly === '')
  const [menu, setMenu] = useState<DocumentMenuAt | null>(null)

  const shown = shownDocuments(documents, view)
  const { grouped, folded, collectionOrder } = view
  const rows = useMemo(
    () => listRows(shown, grouped, folded, collectionOrder),
    [shown, grouped, folded, collectionOrder],
  )
  const active = panes[activeSide]?.documentId
  const other = panes[otherSide(activeSide)]?.documentId
  const open = useMemo(
    // The one that is read first: the list begins there.
    () => [active, other].flatMap((id) => (id === undefined ? [] : rowsOf(rows, [id]))),
    [rows, active, other],
  )
  const chosenRows = useMemo(() => rowsOf(rows, chosen), [rows, chosen])
  const dragging = useListDragging(rows, view, writable)
  const groups = useMemo(
    () =>
      grouped
        ? {
            headHeight,
            folded: (row: ListRow) => (row.kind === 'head' ? folded.includes(row.group.name) : undefined),
            onFold: (row: ListRow, fold: boolean) => row.kind === 'head' && foldGroup(row.group.name, fold),
          }
        : undefined,
    [grouped, folded],
  )

  const keys = (event: KeyboardEvent, row: ListRow | undefined): boolean => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (step === null || !event.altKey || !event.shiftKey || !row) return false
    if (row.kind === 'head') {
      if (row.group.name !== '') moveCollectionByOne(row.group.name, step)
    } else if (grouped) say('Documents are moved in the list without groups')
    else if (writable) moveByOne(idsFor(row.document), step).catch(showFailure)
    return true
  }
  return (
    <aside className="documents" data-area="documents" tabIndex={-1} aria-label="Documents">
      <DocumentsHead />
      {documents.length > 0 && <DocumentsFilter />}
      <GroupedList<ListRow>
        label="Documents"
        items={rows}
        textOf={(row) => (row.kind === 'head' ? row.group.name : row.document.title)}
        rowHeight={rowHeight}
        selected={open}
        choice={{
          chosen: chosenRows,
          onChoose: (ids) => chooseDocuments(documentsOf(rows, ids).map(({ id }) => id)),
        }}
        {...(groups && { groups })}
        {...(dragging && { dragging })}
        onKey={keys}
        onOpen={(row, beside) => row.kind === 'document' && openInPane(row.document, beside)}
        onPeek={(row) => row.kind === 'document' && show(row.document.id, workbench.getState().activeSide)}
        onMenu={(row, at) => setMenu(menuFor(row, at))}
        {...(writable && {
          onDelete: (row) =>
            row.kind === 'document' &&
            showDialog({ kind: 'delete-documents', documentIds: idsFor(row.document) }),
        })}
        empty={documents.length === 0 ? <NoDocuments /> : <NoneFits />}
      >
        {(row) =>
          row.kind === 'head' ? (
            <GroupHead group={row.group} isFolded={folded.includes(row.group.name)} />
          ) : (
            <DocumentRow document={row.document} isActive={row.document.id === active} />
          )
        }
      </GroupedList>
      <CollectionTray />
      <DocumentsFoot
        documents={documents}
        shown={shown.length}
        chosen={chosen.length}
        isNarrowed={isNarrowed(view)}
      />
      <DocumentMenu menu={menu} onClose={() => setMenu(null)} />
    </aside>
  )
}

/** All that are chosen where this one is among them; else this one alone, and nothing is chosen any more. */
function idsFor({ id }: DocumentSummary) {
  const { chosenDocuments: chosen } = workbench.getState()
  if (chosen.includes(id)) return [...chosen]
  if (chosen.length > 0) chooseDocuments([])
  return [id]
}

function menuFor(row: ListRow, at: { x: number; y: number }): DocumentMenuAt | null {
  if (row.kind === 'document') return { kind: 'documents', ids: idsFor(row.document), at }
  return row.group.name === '' ? null : { kind: 'collection', name: row.group.name, at }
}

function foldGroup(name: string, fold: boolean): void {
  const others = workbench.getState().documentList.folded.filter((one) => one !== name)
  changeListView({ folded: fold ? [...others, name] : others })
}

function openInPane({ id }: DocumentSummary, beside: boolean): void {
  const { activeSide, panes } = workbench.getState()
  const side = beside && panes[activeSide] ? otherSide(activeSide) : activeSide
  openDocument(id, side).catch(showFailure)
}

interface FootProps {
  documents: readonly DocumentSummary[]
  shown: number
  chosen: number
  isNarrowed: boolean
}

/** How many are chosen, how many fit the filter, or how far the work is. */
function DocumentsFoot({ documents, shown, chosen, isNarrowed }: FootProps) {
  const { claims, unanswered } = useMemo(() => sumOf(documents), [documents])
  const words =
    chosen > 1
      ? `${chosen.toLocaleString('en')} of ${countOf(documents.length, 'document')} chosen`
      : isNarrowed
        ? `${shown.toLocaleString('en')} of ${countOf(documents.length, 'document')}`
        : claims > 0 &&
          `${unanswered.toLocaleString('en')} of ${countOf(claims, 'claim passage')} ${unanswered === 1 || claims === 1 ? 'has' : 'have'} no counter`
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

function NoneFits() {
  return (
    <EmptyState title="Nothing fits" actions={<Button onPress={showAllDocuments}>Show all</Button>}>
      The filter looks in the title, in every field and in the name of the file.
    </EmptyState>
  )
}
