import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { entryAt, type OutlineEntry } from '../../moving/outline.ts'
import { useCurrentRow } from '../../ui/current-row.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWindowedRows } from '../../ui/windowed-rows.ts'

const rowHeight = 28

export interface OutlineTreeProps {
  label: string
  entries: readonly OutlineEntry[]
  /** What does not hold the words is left out, so nothing can be folded. */
  isFiltered: boolean
  folded: ReadonlySet<number>
  onFold: (id: number, isFolded: boolean) => void
  /** Of the text that is being read. */
  offset: number
  countOf: (entry: OutlineEntry) => number
  /** `stays`: the keyboard stays in the outline. */
  onGo: (entry: OutlineEntry, stays: boolean) => void
  empty: string
}

/**
 * A tree of any length, of which only what can be seen is drawn. Arrows, Home, End and Page keys move; Left folds or
 * goes up, Right unfolds or goes down; Enter goes there, Space shows it.
 */
export function OutlineTree(props: OutlineTreeProps) {
  const { label, entries, isFiltered, folded, onFold, offset, countOf, onGo, empty } = props
  const rows = useWindowedRows(entries.length, rowHeight)
  const read = entryAt(entries, offset)
  // The place that is being read comes into sight when it changes; else the outline is scrolled as one likes.
  const row = useCurrentRow(entries, rows, { selected: isFiltered ? undefined : entries[read]?.id })

  const press = (event: KeyboardEvent) => {
    const entry = row.item
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return
    const canFold = entry.hasChildren && !isFiltered
    const move = row.moveBy(event)
    if (move !== undefined) row.goTo(move)
    else if (event.key === 'Enter') onGo(entry, false)
    else if (event.key === ' ') onGo(entry, true)
    else if (event.key === 'ArrowLeft' && canFold && !folded.has(entry.id)) onFold(entry.id, true)
    else if (event.key === 'ArrowLeft')
      row.goTo(entries.findLastIndex((other, i) => i < row.index && other.depth < entry.depth))
    else if (event.key === 'ArrowRight' && canFold && folded.has(entry.id)) onFold(entry.id, false)
    else if (event.key === 'ArrowRight' && canFold) row.goTo(row.index + 1)
    else return
    event.preventDefault()
  }

  if (entries.length === 0) return <p className="outline-none">{empty}</p>
  return (
    <div
      ref={rows.scroller}
      role="tree"
      aria-label={label}
      className="ui-virtual-list outline-tree"
      onScroll={rows.onScroll}
      onKeyDown={press}
      {...row.listProps}
    >
      <div role="presentation" className="ui-virtual-rows" style={{ height: rows.height }}>
        {row.drawn.map((index) => {
          const entry = entries[index]!
          return (
            <Row
              key={entry.id}
              id={row.elementId(entry)}
              entry={entry}
              index={index}
              of={entries.length}
              count={countOf(entry)}
              isCurrent={index === row.index}
              isRead={index === read}
              isFolded={entry.hasChildren && !isFiltered ? folded.has(entry.id) : null}
              onFold={onFold}
              onGo={() => {
                row.setId(entry.id)
                onGo(entry, false)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  entry: OutlineEntry
  index: number
  of: number
  count: number
  isCurrent: boolean
  isRead: boolean
  /** Null where nothing stands under it. */
  isFolded: boolean | null
  onFold: (id: number, isFolded: boolean) => void
  onGo: () => void
}

const Row = memo(
  function Row({ id, entry, index, of, count, isCurrent, isRead, isFolded, onFold, onGo }: RowProps) {
    const { title, detail, depth } = entry
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself has the focus and the keys
      // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
      <div
        id={id}
        role="treeitem"
        aria-level={depth + 1}
        aria-posinset={index + 1}
        aria-setsize={of}
        aria-expanded={isFolded === null ? undefined : !isFolded}
        aria-selected={isRead}
        aria-current={isRead ? 'location' : undefined}
        data-current={isCurrent || undefined}
        className="ui-virtual-row outline-row"
        style={{
          height: rowHeight,
          transform: `translateY(${index * rowHeight}px)`,
          paddingInlineStart: 8 + Math.min(depth, 8) * 14,
        }}
        onClick={onGo}
      >
        <span
          className="outline-fold"
          aria-hidden
          onClick={(event) => {
            if (isFolded === null) return
            event.stopPropagation()
            onFold(entry.id, !isFolded)
          }}
        >
          {isFolded !== null && <Icon of={isFolded ? ChevronRight : ChevronDown} size={14} />}
        </span>
        <span className="outline-title" dir="auto" title={detail === '' ? title : undefined}>
          {title}
          {detail !== '' && <span className="outline-detail"> {detail}</span>}
        </span>
        {count > 0 && (
          <span className="outline-count">
            {count.toLocaleString('en')}
            <span className="ui-hidden">{count === 1 ? ' annotation' : ' annotations'}</span>
          </span>
        )}
      </div>
    )
  },
  (a, b) =>
    a.entry === b.entry &&
    a.index === b.index &&
    a.of === b.of &&
    a.count === b.count &&
    a.isCurrent === b.isCurrent &&
    a.isRead === b.isRead &&
    a.isFolded === b.isFolded,
)
