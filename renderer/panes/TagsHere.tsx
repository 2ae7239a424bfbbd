// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Tag } from '../../preload/contract/tag.ts'
import { lookAtTag, onlyTag, showAllTags } from '../commands/show-tags.ts'
import { tagLines } from '../document/index.ts'
import { lookOf } from '../store/reading/tag-looks.ts'
import { viewOf } from '../store/views.ts'
import { type PaneSide, useWorkbench } from '../store/workbench.ts'
import { Button } from '../ui/Button.tsx'
import { useWindowedRows } from '../ui/windowed-rows.ts'
import { actOnCell, cellId, columnCount, looks, TagRow } from './TagRow.tsx'
import './tags-here.css'

const rowHeight = 34
const mostRows = 12

/** The tags in a text, with how often each is there and how much of it is seen. */
export function TagsHere({ side, documentId }: { side: PaneSide; documentId: DocumentId }) {
  const { tags, counts } = useTagsHere(side, documentId)
  const tagLooks = useWorkbench((state) => state.tagLooks)
  const lines = useMemo(() => tagLines(tags.all), [tags])
  const [cursor, setCursor] = useState({ row: 0, column: 0 })
  const rows = useWindowedRows(tags.here.length, rowHeight)
  const listId = useId()
  const at = Math.min(cursor.row, tags.here.length - 1)
  const rowId = (tag: Tag) => `${listId}-${tag.id}`

  const { scroller } = rows
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [scroller])

  const goTo = ({ row, column }: Cell) => {
    const next = within(row, tags.here.length)
    setCursor({ row: next, column: within(column, columnCount) })
    rows.reveal(next)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape' || event.key === 'Tab')
      return
    // A letter is none for the text below.
    event.stopPropagation()
    const tag = tags.here[at]
    if (tag && actOn(event.key, tag, { ...cursor, row: at }, goTo)) event.preventDefault()
  }

  if (tags.here.length === 0) {
    return <p className="tags-here-empty">Nothing is tagged in this text yet.</p>
  }
  return (
    <>
      <div
        ref={rows.scroller}
        role="grid"
        aria-label="Tags in this text"
        aria-rowcount={tags.here.length}
        aria-colcount={columnCount}
        aria-activedescendant={cellId(rowId(tags.here[at]!), cursor.column)}
        tabIndex={0}
        data-own-focus
        className="tags-here-rows"
        style={{ height: Math.min(mostRows, tags.here.length) * rowHeight }}
        onScroll={rows.onScroll}
        onKeyDown={press}
      >
        <div role="presentation" className="ui-virtual-rows" style={{ height: rows.height }}>
          {tags.here.slice(rows.first, rows.end).map((tag, offset) => (
            <TagRow
              key={tag.id}
              id={rowId(tag)}
              tag={tag}
              line={lines.get(tag.id)!}
              count={counts.get(tag.id) ?? 0}
              look={lookOf(tag.id, tagLooks)}
              at={rows.first + offset}
              height={rowHeight}
              cursor={rows.first + offset === at ? cursor.column : -1}
              onPoint={() => setCursor({ row: rows.first + offset, column: 0 })}
            />
          ))}
        </div>
      </div>
      <div className="tags-here-foot">
        <span aria-hidden>
          <kbd>Space</kbd> dim, hide <kbd>O</kbd> only this <kbd>A</kbd> all
        </span>
        <Button look="quiet" isDisabled={tagLooks.size === 0} onPress={showAllTags}>
          Show all
        </Button>
      </div>
    </>
  )
}

interface Cell {
  row: number
  column: number
}

const within = (index: number, count: number) => Math.max(0, Math.min(count - 1, index))

/** Whether the key has a use here. */
function actOn(key: string, tag: Tag, { row, column }: Cell, goTo: (cell: Cell) => void): boolean {
  const moves: Record<string, Cell> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    Home: { row: 0, column },
    End: { row: Number.POSITIVE_INFINITY, column },
  }
  const move = moves[key]
  const look = looks.find((one) => one.key === key.toLowerCase())
  if (move !== undefined) goTo(move)
  else if (look) lookAtTag(tag.id, look.id)
  else if (key === 'Enter' && column === 0) onlyTag(tag.id)
  else if (key === ' ' || key === 'Enter') actOnCell(tag, column)
  else if (key.toLowerCase() === 'o') onlyTag(tag.id)
  else if (key.toLowerCase() === 'a') showAllTags()
  else return false
  return true
}

/** In the order of the codebook; those that are not shown in full stand here even where the text has none of them. */
function useTagsHere(side: PaneSide, documentId: DocumentId) {
  const redrawn = useWorkbench((state) => state.redrawn)
  const all = useWorkbench((state) => state.tags)
  const tagLooks = useWorkbench((state) => state.tagLooks)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; `redrawn` tells when it changed
  return useMemo(() => {
    const view = viewOf(side)
    const counts = new Map(view?.text.id === documentId ? view.tagCounts() : [])
    const here = all.filter((tag) => counts.has(tag.id) || tagLooks.has(tag.id))
    return { tags: { all, here }, counts }
  }, [side, documentId, all, tagLooks, redrawn])
}
