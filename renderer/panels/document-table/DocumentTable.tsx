// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useId,
  useMemo,
  useState,
} from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { countOf } from '../../store/counting.ts'
import { chooseDocuments, shownDocuments } from '../../store/documents/document-list.ts'
import { say, showFailure } from '../../store/notices.ts'
import { openDocument, otherSide } from '../../store/places.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { all, extended, only, type RowChoice, toggled } from '../../ui/choose-rows.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWindowedRows, type WindowedRows } from '../../ui/windowed-rows.ts'
import { DocumentMenu, type DocumentMenuAt } from '../documents/DocumentMenu.tsx'
import { cellId } from '../grid/cell-id.ts'
import { CellEditor } from './CellEditor.tsx'
import { ColumnMenu, type ColumnMenuAt } from './ColumnMenu.tsx'
import { hitBy, isLow, revealColumn } from './cells-on-screen.ts'
import { keepWidths, moveColumn, sortBy, widenColumn } from './change-columns.ts'
import { type Column, columnsFor, isEditable } from './columns.ts'
import { suggestionsFor, writeCell } from './edit-cell.ts'
import { type GridCell, moveBy, nextEditable } from './grid-keys.ts'
import { useShownColumns } from './shown-columns.ts'
import { ShowAllRows, TableBar } from './TableBar.tsx'
import { seenWidths, TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { asTabs, tableRows } from './table-rows.ts'
import './document-table.css'

const rowHeight = 30
const headHeight = 32
const widenBy = 24

/** A cell being written: the letter that began it, or all that stands there. */
type Editing = { start: string; selectAll: boolean } | null

/**
 * The documents as a table: one row each, of which only those that can be seen are drawn. It is a grid with one
 * current cell, moved by the arrows; the rows chosen are the ones that editing a cell fills, all in one step.
 */
export function DocumentTable() {
  const documents = useWorkbench((state) => state.documents)
  const listView = useWorkbench((state) => state.documentList)
  const view = useWorkbench((state) => state.table)
  const chosen = useWorkbench((state) => state.chosenDocuments)
  const panes = useWorkbench((state) => state.panes)
  const writable = useWorkbench((state) => state.project?.readOnly === '')
  const gridId = useId()
  const [at, setAt] = useState<{ id: DocumentId | null; column: number }>({ id: null, column: 0 })
  const [anchor, setAnchor] = useState<number | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  const [menu, setMenu] = useState<DocumentMenuAt | null>(null)
  const [columnMenu, setColumnMenu] = useState<ColumnMenuAt | null>(null)

  const available = useMemo(() => columnsFor(documents), [documents])
  const shownColumns = useShownColumns(available, view.columns)
  const columns = shownColumns.columns
  const shown = shownDocuments(documents, listView)
  const { sort, filters } = view
  const rows = useMemo(
    () => tableRows(shown, available, { sort, filters }),
    [shown, available, sort, filters],
  )
  const windowed = useWindowedRows(rows.length, rowHeight, { inset: headHeight })
  const cursor = cursorIn(rows, at, columns.length)
  const chosenSet = useMemo(() => new Set<number>(chosen), [chosen])
  const size = { rows: rows.length, columns: columns.length, page: windowed.page - 1 }
  const ids = () => rows.map(({ id }) => id)
  const current = rows[cursor.row]
  const column = columns[cursor.column]

  const choose = (next: RowChoice) => {
    setAnchor(next.anchor)
    chooseDocuments(next.chosen as DocumentId[])
  }
  const goTo = ({ row, column: to }: GridCell) => {
    const next = rows[row]
    setAt({ id: row < 0 ? null : (next?.id ?? null), column: to })
    if (next) windowed.reveal(row)
    revealColumn(windowed.scroller.current, gridId, to)
    return next
  }
  /** All that are chosen where the current row is among them, in the order of the table. */
  const meant = (document: DocumentSummary): DocumentId[] =>
    chosenSet.has(document.id)
      ? rows.filter(({ id }) => chosenSet.has(id)).map(({ id }) => id)
      : [document.id]
  /** A title is one document’s own. */
  const filled = (document: DocumentSummary, into: Column) =>
    into.kind === 'title' ? [document.id] : meant(document)

  const edit = (begin: Editing) => {
    if (!current || !column) return
    if (!isEditable(column))
      say(column.kind === 'file' ? 'Files keep their names' : `${column.title} is counted, not written`)
    else if (writable) setEditing(begin)
    else say('This project is read only')
  }
  const focusGrid = () => windowed.scroller.current?.focus({ preventScroll: true })
  const keep = (words: string | null, go: 1 | -1 | 0) => {
    if (!editing || !current || !column) return
    setEditing(null)
    focusGrid()
    const reached = filled(current, column)
    if (words !== null && (words.trim() !== column.textOf(current) || reached.length > 1))
      writeCell(column, reached, words).catch(showFailure)
    const next = go && nextEditable(cursor, go, size, (index) => isEditable(columns[index]!))
    if (!next) return
    const row = goTo(next)
    if (row) choose(only(row.id))
    setEditing({ start: row ? columns[next.column]!.textOf(row) : '', selectAll: true })
  }
  const leave = () => {
    setEditing(null)
    focusGrid()
  }

  const pressInHead = (event: KeyboardEvent): boolean => {
    if (cursor.row >= 0 || !column) return false
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (event.altKey && event.shiftKey && step) {
      keepWidths(seenWidths(windowed.scroller.current))
      widenColumn(column.id, step * widenBy)
    } else if (event.altKey && step) {
      moveColumn(column.id, cursor.column + step)
      setAt({ id: null, column: Math.max(0, Math.min(columns.length - 1, cursor.column + step)) })
    } else if (event.key === 'Enter' || event.key === ' ') sortBy(column.id)
    else if (event.altKey && event.key === 'ArrowDown') openColumnMenu(cursor.column)
    else return false
    return true
  }

  const press = (event: KeyboardEvent) => {
    if (editing || event.target !== event.currentTarget) return
    const command = event.ctrlKey || event.metaKey
    const move = event.altKey ? null : moveBy(cursor, { key: event.key, command }, size)
    if (pressInHead(event)) {
      // Done there.
    } else if (move) {
      const row = goTo(move)
      if (row && row !== current && event.shiftKey) {
        choose(extended(ids(), { chosen, anchor }, current?.id ?? null, row.id))
      } else if (row && row !== current) choose(only(row.id))
    } else if (event.altKey) return
    else if (command && event.key.toLowerCase() === 'a') choose(all(ids(), current?.id ?? null))
    else if (event.key === 'Escape' && chosen.length > 1) choose(current ? only(current.id) : only(0))
    else if (!current || !column) return
    else if (event.key === ' ' && (command || event.shiftKey))
      choose(toggled(ids(), { chosen, anchor }, current.id))
    else if (event.key === 'Enter' && command) open(current.id, event.shiftKey)
    else if (command) return
    else if (event.key === 'Enter' && !isEditable(column)) open(current.id, false)
    else if (event.key === 'Enter' || event.key === 'F2') {
      edit({ start: column.textOf(current), selectAll: true })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (column.field === '') say(`${column.title} cannot be empty`)
      else if (writable) writeCell(column, filled(current, column), '').catch(showFailure)
    } else if (event.key.length === 1 && event.key !== ' ') edit({ start: event.key, selectAll: false })
    else return
    event.preventDefault()
  }

  const openColumnMenu = (index: number, point?: { x: number; y: number }) => {
    const head = document.getElementById(cellId(gridId, -1, index))?.getBoundingClientRect()
    const found = columns[index]
    if (found)
      setColumnMenu({ column: found, index, at: point ?? { x: head?.left ?? 0, y: head?.bottom ?? 0 } })
  }
  const openMenu = (event: {
    preventDefault: () => void
    clientX: number
    clientY: number
    target: EventTarget
  }) => {
    if (editing) return
    event.preventDefault()
    const hit = hitBy(event.target, cursor)
    if (hit.row < 0) return openColumnMenu(hit.column)
    const row = rows[hit.row]
    if (!row) return
    if (!chosenSet.has(row.id)) choose(only(row.id))
    setAt({ id: row.id, column: hit.column })
    const cell = document.getElementById(cellId(gridId, hit.row, hit.column))?.getBoundingClientRect()
    const byKey = event.target === windowed.scroller.current
    const point =
      byKey && cell ? { x: cell.left + 12, y: cell.bottom } : { x: event.clientX, y: event.clientY }
    setMenu({ kind: 'documents', ids: meant(row), at: point })
  }
  const click = (event: MouseEvent) => {
    const hit = hitBy(event.target, { row: -2, column: 0 })
    const row = rows[hit.row]
    if (!row) return
    if (event.shiftKey) choose(extended(ids(), { chosen, anchor }, current?.id ?? null, row.id))
    else if (event.ctrlKey || event.metaKey) choose(toggled(ids(), { chosen, anchor }, row.id))
    else if (!(editing && row === current && hit.column === cursor.column)) choose(only(row.id))
    setAt({ id: row.id, column: hit.column })
  }
  const doubleClick = (event: MouseEvent) => {
    const hit = hitBy(event.target, { row: -2, column: 0 })
    const [row, into] = [rows[hit.row], columns[hit.column]]
    if (!row || !into) return
    if (isEditable(into)) edit({ start: into.textOf(row), selectAll: true })
    else open(row.id, false)
  }

  const copy = (event: ClipboardEvent) => {
    if (editing || !current || !column) return
    const marked = meant(current)
    const wanted = new Set(marked)
    const text =
      marked.length > 1
        ? asTabs(
            rows.filter(({ id }) => wanted.has(id)),
            columns,
          )
        : column.textOf(current)
    event.preventDefault()
    request('app.copyText', { text })
      .then(() => say(marked.length > 1 ? `${countOf(marked.length, 'row')} copied` : 'Copied'))
      .catch(showFailure)
  }
  const paste = (event: ClipboardEvent) => {
    if (editing || !current || !column) return
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '')
    event.preventDefault()
    if (text.includes('\n') || text.includes('\t')) say('Only one value can be pasted into cells')
    else if (isEditable(column) && writable)
      writeCell(column, filled(current, column), text).catch(showFailure)
  }

  const editor = editing && current && column && (
    <CellEditor
      key={`${current.id} ${column.id}`}
      column={column}
      start={editing.start}
      selectAll={editing.selectAll}
      count={filled(current, column).length}
      suggestions={suggestionsFor(column, documents)}
      opensUpward={isLow(windowed.scroller.current, windowed.topOf(cursor.row))}
      onKeep={keep}
      onLeave={leave}
    />
  )
  const drawn = new Set<number>()
  for (let index = windowed.first; index < windowed.end; index++) drawn.add(index)
  if (cursor.row >= 0) drawn.add(cursor.row)
  const openIds = [panes.left?.documentId, panes.right?.documentId]

  return (
    <section
      className="middle document-table"
      data-area="table"
      tabIndex={-1}
      aria-label="Table of documents"
    >
      <TableBar available={available} columns={columns} shown={rows.length} />
      <div
        ref={windowed.scroller}
        role="grid"
        aria-label="Documents"
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-readonly={!writable}
        aria-activedescendant={columns.length > 0 ? cellId(gridId, cursor.row, cursor.column) : undefined}
        tabIndex={0}
        className="table-scroller"
        style={{ '--columns': shownColumns.template, '--width': `${shownColumns.width}px` } as CSSProperties}
        data-area-start
        data-own-focus
        onScroll={windowed.onScroll}
        onKeyDown={press}
        onClick={click}
        onDoubleClick={doubleClick}
        onContextMenu={openMenu}
        onCopy={copy}
        onPaste={paste}
      >
        <TableHead
          gridId={gridId}
          columns={columns}
          view={view}
          cursor={cursor.row < 0 ? cursor.column : -1}
          onCursor={(index) => setAt({ id: null, column: index })}
          onMenu={openColumnMenu}
        />
        <div role="presentation" className="table-body" style={{ height: windowed.height }}>
          {[...drawn]
            .sort((a, b) => a - b)
            .map((index) => {
              const document = rows[index]!
              return (
                <TableRow
                  key={slotOf(index, windowed)}
                  gridId={gridId}
                  document={document}
                  columns={columns}
                  index={index}
                  top={windowed.topOf(index)}
                  isChosen={chosenSet.has(document.id)}
                  isOpen={openIds.includes(document.id)}
                  cursor={index === cursor.row ? cursor.column : -1}
                  editor={index === cursor.row ? editor : null}
                />
              )
            })}
        </div>
        {rows.length === 0 && (
          <EmptyState title="Nothing fits" actions={<ShowAllRows />}>
            {documents.length === 0 ? 'There are no documents yet.' : 'No document fits all the filters.'}
          </EmptyState>
        )}
      </div>
      <DocumentMenu menu={menu} onClose={() => setMenu(null)} isInTable />
      <ColumnMenu menu={columnMenu} onClose={() => setColumnMenu(null)} />
    </section>
  )
}

function open(id: DocumentId, beside: boolean): void {
  const { activeSide, panes } = workbench.getState()
  const side = beside && panes[activeSide] ? otherSide(activeSide) : activeSide
  openDocument(id, side).catch(showFailure)
}

/**
 * Rows that scroll out of sight are written anew as those that come in: making their elements anew took three times as
 * long. The current row keeps an element of its own where it is out of sight.
 */
function slotOf(index: number, { first, end, slots }: WindowedRows): string {
  return index >= first && index < end ? `${index % slots}` : 'current'
}

/** A document is found again wherever sorting has put it; when it has gone, the first row is current. */
function cursorIn(
  rows: readonly DocumentSummary[],
  { id, column }: { id: DocumentId | null; column: number },
  columns: number,
): GridCell {
  const row =
    id === null
      ? -1
      : Math.max(
          0,
          rows.findIndex((document) => document.id === id),
        )
  return { row: Math.min(row, rows.length - 1), column: Math.min(column, Math.max(0, columns - 1)) }
}
