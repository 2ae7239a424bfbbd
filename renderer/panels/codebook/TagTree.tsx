// biome-ignore-all lint/a11y/useSemanticElements: rows of which only some are drawn are placed by hand, which table elements are not
import {
  type Dispatch,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type SetStateAction,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import { countOf } from '../../store/counting.ts'
import { readOut } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { all, extended, only, type RowChoice, toggled } from '../../ui/choose-rows.ts'
import { placeAfterKey } from '../../ui/current-row.ts'
import { useRowDrag } from '../../ui/row-drag.ts'
import { typeAhead } from '../../ui/type-ahead.ts'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { moveByKey, stepOfKey } from './move-by-key.ts'
import { RenameField } from './RenameField.tsx'
import { TagTreeRow } from './TagTreeRow.tsx'
import type { TagNode } from './tag-tree.ts'
import { rowAbove, rowNearest, treeRows } from './tree-rows.ts'
import { useTagDragging } from './use-tag-dragging.ts'
import './tag-tree.css'

export interface TagTreeProps {
  nodes: readonly TagNode[]
  chosen: ReadonlySet<TagId>
  onChoose: (ids: Set<TagId>) => void
  closed: ReadonlySet<TagId>
  onClose: Dispatch<SetStateAction<ReadonlySet<TagId>>>
  /** The tag whose name is being typed in its row. */
  renaming: TagId | null
  onRename: (id: TagId | null) => void
  onDelete: () => void
  /** Nothing can be moved or renamed. */
  readOnly: boolean
  /** Some are not shown because of a filter: dragging would put them who knows where. */
  isNarrowed: boolean
}

/** Of every row, in CSS pixels. */
export const rowHeight = 30

const noneClosed: ReadonlySet<TagId> = new Set()

/**
 * The tags as a tree, of which only what can be seen is drawn, and the row that has the keyboard. Arrows, Home, End,
 * Page Up, Page Down and first letters go to a row and choose it, with Shift all up to it, with Ctrl they only go there.
 * Rows are dragged, or moved by Alt and arrows; F2 renames in place, Delete deletes, Escape leaves one of several chosen.
 */
export function TagTree(props: TagTreeProps) {
  const { nodes, chosen, onChoose, closed, onClose, renaming, onRename, onDelete, readOnly, isNarrowed } =
    props
  const tags = useWorkbench((state) => state.tags)
  const rows = useMemo(() => treeRows(nodes, isNarrowed ? noneClosed : closed), [nodes, closed, isNarrowed])
  const frame = useRef<HTMLDivElement>(null)
  const view = useWindowedRows(rows.length, rowHeight, { margin: 4 })
  const [findByLetters] = useState(typeAhead)
  const [current, setCurrent] = useState<TagId | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const near = rowNearest(rows, current, tags)
  const index = near >= 0 ? near : Math.max(0, rowNearest(rows, [...chosen][0], tags))
  const row = rows[index]

  const setOpen = useCallback(
    (id: TagId, isOpen: boolean) =>
      onClose((now) => new Set(isOpen ? [...now].filter((one) => one !== id) : [...now, id])),
    [onClose],
  )
  const open = useCallback((id: TagId) => setOpen(id, true), [setOpen])
  const { landing, handlers } = useRowDrag(view, useTagDragging(rows, chosen, open, readOnly || isNarrowed))

  const hasKeyboard = useRef(false)
  const focusRow = () =>
    view.scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({
      preventScroll: true,
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another row is current, or the same one elsewhere
  useLayoutEffect(() => {
    if (!hasKeyboard.current) return
    view.reveal(index)
    const { activeElement } = document
    // Its row may have gone, and the keyboard with it.
    if (activeElement === document.body || view.scroller.current?.contains(activeElement)) focusRow()
  }, [row?.id, index])
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the tree begins is asked once
  useLayoutEffect(() => view.reveal(index), [])

  const choose = (next: RowChoice) => {
    setAnchor(next.anchor)
    if (next.chosen.length === 0) return
    onChoose(new Set(next.chosen as TagId[]))
    if (next.chosen.length > 1) readOut(`${countOf(next.chosen.length, 'tag')} chosen`)
  }
  const ids = () => rows.map(({ id }) => id)
  // Another one may have been chosen elsewhere since.
  const from = anchor !== null && chosen.has(anchor as TagId) ? anchor : ([...chosen][0] ?? null)
  const now = (): RowChoice => ({ chosen: [...chosen], anchor: from })
  const goTo = (at: number, { shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
    const to = rows[Math.max(0, Math.min(rows.length - 1, at))]
    if (!to) return
    hasKeyboard.current = true
    setCurrent(to.id)
    if (shiftKey) choose(extended(ids(), now(), row?.id ?? null, to.id))
    else if (!(ctrlKey || metaKey)) choose(only(to.id))
  }

  /** Whether the key is one of the tree’s own. */
  const act = (event: KeyboardEvent): boolean => {
    if (!row) return false
    const command = event.ctrlKey || event.metaKey
    const step = event.altKey && !event.shiftKey ? stepOfKey(event.key) : undefined
    if (step !== undefined) {
      if (!readOnly) moveByKey(chosen.has(row.id) ? chosen : new Set([row.id]), step, isNarrowed, open)
      return !readOnly
    }
    if (event.altKey) return false
    const move = placeAfterKey(
      { ...keyOf(event), ctrlKey: false, metaKey: false },
      index,
      rows.length,
      view.page,
    )
    if (move !== undefined) goTo(move, event)
    else if (command && event.key.toLowerCase() === 'a') choose(all(ids(), from))
    else if (event.key === ' ') choose(command ? toggled(ids(), now(), row.id) : only(row.id))
    else if (command) return false
    else if (event.key === 'ArrowRight' && row.isOpen !== undefined)
      row.isOpen ? goTo(index + 1, event) : setOpen(row.id, true)
    else if (event.key === 'ArrowLeft' && row.isOpen && !isNarrowed) setOpen(row.id, false)
    else if (event.key === 'ArrowLeft') {
      if (row.level > 1) goTo(rowAbove(rows, index), event)
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const found = findByLetters(
        event.key,
        rows.map(({ node }) => node.tag.name),
        index,
      )
      if (found >= 0) goTo(found, event)
    } else if (event.key === 'Escape' && chosen.size > 1) choose(only(row.id))
    else if (readOnly) return false
    else if (event.key === 'F2' || event.key === 'Enter') onRename(row.id)
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete()
    else return false
    return true
  }
  const press = (event: KeyboardEvent) => {
    if (renaming !== null || !act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  const rowAt = (event: MouseEvent | FocusEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key
    return rows.find((one) => String(one.id) === id)
  }
  const isChevron = (event: MouseEvent) => (event.target as Element).closest('button') !== null
  const click = (event: MouseEvent) => {
    const at = rowAt(event)
    if (!at) return
    if (isChevron(event)) {
      if (!isNarrowed) setOpen(at.id, !at.isOpen)
      return
    }
    setCurrent(at.id)
    if (event.shiftKey) choose(extended(ids(), now(), row?.id ?? null, at.id))
    else choose(event.ctrlKey || event.metaKey ? toggled(ids(), now(), at.id) : only(at.id))
  }
  const rename = (event: MouseEvent) => {
    const at = rowAt(event)
    if (at && !isChevron(event) && !readOnly) onRename(at.id)
  }
  const focused = (event: FocusEvent) => {
    hasKeyboard.current = true
    const at = rowAt(event)
    if (at) setCurrent(at.id)
    else focusRow()
  }
  const blurred = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) hasKeyboard.current = false
  }

  const renamed = tags.find(({ id }) => id === renaming)
  const endRenaming = useCallback(() => onRename(null), [onRename])
  const inSight = Array.from({ length: view.end - view.first }, (_, at) => view.first + at)
  const drawn = inSight.includes(index)
    ? inSight
    : index < view.first
      ? [index, ...inSight]
      : [...inSight, index]
  const shared = { ref: view.scroller, className: 'tag-tree', onScroll: view.onScroll }
  return (
    <div ref={frame} className="tag-tree-frame" data-dialog-start>
      {row ? (
        <div
          role="treegrid"
          aria-label="Tags"
          aria-multiselectable
          aria-rowcount={rows.length}
          aria-describedby="tag-tree-help"
          tabIndex={-1}
          {...shared}
          {...handlers}
          onKeyDown={press}
          onClick={click}
          onDoubleClick={rename}
          onFocus={focused}
          onBlur={blurred}
        >
          <div role="presentation" className="tag-tree-rows" style={{ height: view.height }}>
            {drawn.map((at) => (
              <TagTreeRow
                key={rows[at]!.id}
                tag={rows[at]!.node.tag}
                usesBelow={rows[at]!.node.usesBelow}
                level={rows[at]!.level}
                place={rows[at]!.place}
                siblings={rows[at]!.siblings}
                isOpen={rows[at]!.isOpen}
                index={at}
                isChosen={chosen.has(rows[at]!.id)}
                isCurrent={at === index}
                isLandedOn={landing?.id === rows[at]!.id && landing.position === 'on'}
                isDraggable={!readOnly && !isNarrowed}
              />
            ))}
            {landing && landing.position !== 'on' && (
              <div aria-hidden className="tag-tree-drop" style={landing.line} />
            )}
          </div>
        </div>
      ) : (
        <div {...shared}>
          <p className="tag-tree-none">
            {isNarrowed ? 'No tag has these words.' : 'No tags. Make one to begin.'}
          </p>
        </div>
      )}
      <span id="tag-tree-help" hidden>
        {readOnly ? '' : 'Alt and the arrow keys move a tag, F2 renames it.'}
      </span>
      {renamed && <RenameField key={renamed.id} tag={renamed} frame={frame} onEnd={endRenaming} />}
    </div>
  )
}

const keyOf = ({ key, altKey }: KeyboardEvent) => ({ key, altKey })
