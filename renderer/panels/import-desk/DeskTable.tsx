// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { countOf } from '../../store/counting.ts'
import { type DeskRow, valueIn } from '../../store/documents/desk-rows.ts'
import { includeFiles, writeIntoFiles } from '../../store/documents/import-desk.ts'
import { say } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { all, extended, only, type RowChoice, toggled } from '../../ui/choose-rows.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useGradually } from '../../ui/gradually.ts'
import { keyText } from '../../ui/keys.ts'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { CellEditor } from '../document-table/CellEditor.tsx'
import type { Column } from '../document-table/columns.ts'
import { suggestionsFor, tidied } from '../document-table/edit-cell.ts'
import { type GridCell, moveBy, nextEditable } from '../document-table/grid-keys.ts'
import { cellId } from '../grid/cell-id.ts'
import { DeskRowView } from './DeskRowView.tsx'
import {
  canWrite,
  columnsWith,
  type DeskColumn,
  isWritable,
  ownFieldsOf,
  sharedFolder,
} from './desk-columns.ts'
import '../document-table/document-table.css'

const rowHeight = 30
const headHeight = 32

export interface DeskTableProps {
  rows: readonly DeskRow[]
  /** The file that keys act on, by its number. */
  current: number
  onCurrent: (id: number) => void
  chosen: readonly number[]
  onChosen: (ids: readonly number[]) => void
  /** What to say where no row is shown. */
  empty: string
}

type Editing = { start: string; selectAll: boolean } | null

/**
 * The files as a grid with one current cell, moved by the arrows. Space takes files in or leaves them out; what is
 * written into a cell goes into all that are chosen.
 */
export function DeskTable({ rows, current, onCurrent, chosen, onChosen, empty }: DeskTableProps) {
  const documents = useWorkbench((state) => state.documents)
  const gridId = useId()
  const [column, setColumn] = useState(0)
  const [isInHead, setInHead] = useState(false)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  // While files are read rows come several times a second: as long as the columns are the same, rows are not drawn anew.
  const fields = useMemo(() => JSON.stringify(ownFieldsOf(rows)), [rows])
  const columns = useMemo(() => columnsWith(JSON.parse(fields)), [fields])
  const folder = useMemo(() => sharedFolder(rows), [rows])
  const windowed = useWindowedRows(rows.length, rowHeight, { inset: headHeight })
  const drawnRows = useGradually(windowed.end - windowed.first, 6)
  const chosenSet = useMemo(() => new Set(chosen), [chosen])
  const at: GridCell = {
    row: isInHead
      ? -1
      : Math.max(
          0,
          rows.findIndex(({ file }) => file.id === current),
        ),
    column: Math.min(column, columns.length - 1),
  }
  const row = rows[at.row]
  const into = columns[at.column]!
  const size = { rows: rows.length, columns: columns.length, page: windowed.page - 1 }
  const ids = () => rows.map(({ file }) => file.id)

  // The table is what the dialog is for: it has the keyboard at first.
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) windowed.scroller.current?.focus({ preventScroll: true })
    isFirst.current = false
  }, [windowed.scroller])

  const choose = (next: RowChoice) => {
    setAnchor(next.anchor)
    onChosen(next.chosen)
  }
  const goTo = (cell: GridCell): DeskRow | undefined => {
    const next = rows[cell.row]
    setInHead(cell.row < 0)
    setColumn(cell.column)
    if (next) {
      onCurrent(next.file.id)
      windowed.reveal(cell.row)
    }
    revealColumn(windowed.scroller.current, gridId, cell.column)
    return next
  }
  /** All that are chosen where the current one is among them. */
  const meant = (one: DeskRow): DeskRow[] =>
    chosenSet.has(one.file.id) ? rows.filter(({ file }) => chosenSet.has(file.id)) : [one]
  /** A title is one document’s own. */
  const filled = (one: DeskRow, target: DeskColumn): number[] =>
    (target.field === 'title' ? [one] : meant(one))
      .filter((each) => isWritable(each, target))
      .map(({ file }) => file.id)

  const focusGrid = () => windowed.scroller.current?.focus({ preventScroll: true })
  const edit = (begin: Editing) => {
    if (!row) return
    if (isWritable(row, into)) setEditing(begin)
    else if (canWrite(into)) say('This file brings it along itself')
    else say(`${into.title} is found, not written; ${keyText('CmdOrCtrl+Enter')} imports`)
  }
  const write = (target: DeskColumn, words: string) => {
    if (!row) return
    const reached = filled(row, target)
    writeIntoFiles(reached, target.field, tidied(editorColumn(target), words))
    if (reached.length > 1) say(`${target.title} set in ${countOf(reached.length, 'file')}`)
  }
  const keep = (words: string | null, go: 1 | -1 | 0) => {
    setEditing(null)
    focusGrid()
    if (words !== null) write(into, words)
    const next = go && nextEditable(at, go, size, (index) => canWrite(columns[index]!))
    if (!next) return
    const reached = goTo(next)
    if (reached && reached !== row) choose(only(reached.file.id))
    const target = columns[next.column]!
    if (reached && isWritable(reached, target))
      setEditing({ start: valueIn(reached, target.field), selectAll: true })
  }
  const include = (one: DeskRow) => {
    const reached = meant(one)
    const isIncluded = !one.isIncluded
    includeFiles(
      reached.map(({ file }) => file.id),
      isIncluded,
    )
    const words = isIncluded ? 'will come in' : 'left out'
    say(reached.length > 1 ? `${countOf(reached.length, 'file')} ${words}` : `${one.file.name} ${words}`)
  }

  const press = (event: KeyboardEvent) => {
    if (editing || event.target !== event.currentTarget) return
    const command = event.ctrlKey || event.metaKey
    const move = event.altKey ? null : moveBy(at, { key: event.key, command }, size)
    if (move) {
      const next = goTo(move)
      if (next && next !== row && event.shiftKey)
        choose(extended(ids(), { chosen, anchor }, current, next.file.id))
      else if (next && next !== row) choose(only(next.file.id))
    } else if (event.altKey) return
    else if (command && event.key.toLowerCase() === 'a') choose(all(ids(), current))
    else if (event.key === 'Escape' && chosen.length > 1) {
      choose(only(current))
      event.stopPropagation()
    } else if (!row) return
    else if (event.key === ' ' && command) choose(toggled(ids(), { chosen, anchor }, current))
    else if (event.key === ' ') include(row)
    else if (command) return
    else if (event.key === 'Enter' || event.key === 'F2')
      edit({ start: valueIn(row, into.field), selectAll: true })
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (into.field === 'title') say('A document needs a title')
      else if (isWritable(row, into)) write(into, '')
    } else if (event.key.length === 1) edit({ start: event.key, selectAll: false })
    else return
    event.preventDefault()
  }

  const click = (event: MouseEvent) => {
    const hit = hitBy(event.target)
    const pressed = rows[hit.row]
    if (!pressed) return
    if ((event.target as Element).closest('[data-include]')) include(pressed)
    else if (event.shiftKey) choose(extended(ids(), { chosen, anchor }, current, pressed.file.id))
    else if (event.ctrlKey || event.metaKey) choose(toggled(ids(), { chosen, anchor }, pressed.file.id))
    else if (!(editing && hit.row === at.row && hit.column === at.column)) choose(only(pressed.file.id))
    goTo(hit)
  }
  const doubleClick = (event: MouseEvent) => {
    const hit = hitBy(event.target)
    const [pressed, target] = [rows[hit.row], columns[hit.column]]
    if (pressed && target && isWritable(pressed, target))
      setEditing({ start: valueIn(pressed, target.field), selectAll: true })
  }

  const editor = editing && row && (
    <CellEditor
      key={`${row.file.id} ${into.id}`}
      column={editorColumn(into)}
      start={editing.start}
      selectAll={editing.selectAll}
      count={filled(row, into).length}
      suggestions={suggestionsFor(editorColumn(into), documents)}
      opensUpward={isLow(windowed.scroller.current, windowed.topOf(at.row))}
      onKeep={keep}
      onLeave={() => {
        setEditing(null)
        focusGrid()
      }}
    />
  )
  const drawn = new Set<number>()
  for (let index = windowed.first; index < windowed.first + drawnRows; index++) drawn.add(index)
  if (at.row >= 0 && rows.length > 0) drawn.add(at.row)
  const width = columns.reduce((sum, one) => sum + one.width, 0)
  const template = columns.map((one) => `${one.width}px`).join(' ')

  return (
    <div
      ref={windowed.scroller}
      role="grid"
      aria-label="Files to import"
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cellId(gridId, at.row, at.column)}
      tabIndex={0}
      className="table-scroller desk-table"
      style={{ '--columns': template, '--width': `${width}px` } as CSSProperties}
      data-own-focus
      onScroll={windowed.onScroll}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={doubleClick}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys */}
      <div role="row" aria-rowindex={1} className="table-head">
        {columns.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={one.id}
            id={cellId(gridId, -1, index)}
            role="columnheader"
            aria-colindex={index + 1}
            data-cursor={(isInHead && at.column === index) || undefined}
            data-kind={one.kind}
            className="table-head-cell"
          >
            <span className="table-head-title">{one.title}</span>
          </div>
        ))}
      </div>
      <div role="presentation" className="table-body" style={{ height: windowed.height }}>
        {[...drawn]
          .sort((a, b) => a - b)
          .map((index) => {
            const one = rows[index]
            return (
              one && (
                <DeskRowView
                  key={one.file.id}
                  gridId={gridId}
                  row={one}
                  columns={columns}
                  folder={folder}
                  index={index}
                  top={windowed.topOf(index)}
                  isChosen={chosenSet.has(one.file.id)}
                  cursor={index === at.row ? at.column : -1}
                  editor={index === at.row ? editor : null}
                />
              )
            )
          })}
      </div>
      {rows.length === 0 && <EmptyState title={empty} />}
    </div>
  )
}

/** What the editor of cells needs to know of a column that can be written. */
const editorColumn = ({ title, kind, field }: DeskColumn): Pick<Column, 'title' | 'kind' | 'field'> => ({
  title,
  kind: kind === 'file' || kind === 'found' ? 'text' : kind,
  field,
})

function hitBy(target: EventTarget): GridCell {
  const cell = (target as Element).closest<HTMLElement>('[data-column]')
  const row = (target as Element).closest<HTMLElement>('[data-index]')
  return { row: Number(row?.dataset.index ?? -2), column: Number(cell?.dataset.column ?? 0) }
}

/** Scrolls sideways as little as it takes; the first column stays in sight by itself. */
function revealColumn(scroller: HTMLElement | null, gridId: string, column: number): void {
  const cell = document.getElementById(cellId(gridId, -1, column))
  const covered = document.getElementById(cellId(gridId, -1, 0))?.offsetWidth ?? 0
  if (!scroller || !cell || column === 0) return
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth]
  if (left - covered < scroller.scrollLeft) scroller.scrollLeft = left - covered
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth
}

function isLow(scroller: HTMLElement | null, top: number): boolean {
  return scroller !== null && top - scroller.scrollTop > scroller.clientHeight * 0.6
}
