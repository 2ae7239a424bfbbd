import { useDeferredValue, useMemo } from 'react'
import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { focusInOrder } from '../../commands/travel.ts'
import { useHiddenHere } from '../../store/hidden-here.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'

const rowHeight = 58
const longestQuote = 160

/** The annotations of the active document in reading order: an equal way to all of them. */
export function AnnotationList() {
  const side = useWorkbench((state) => state.activeSide)
  const items = useShown(side)
  const tags = useWorkbench((state) => state.tags)
  const tagById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const hidden = useHiddenHere(side)
  return (
    <div className="annotation-list">
      <h2 className="annotation-list-head">
        Annotations <span className="inspector-count">{items.length}</span>
        {hidden.annotations > 0 && items.length > 0 && (
          <span className="annotation-list-hidden">{hidden.annotations} hidden</span>
        )}
      </h2>
      <VirtualList
        label="Annotations"
        items={items}
        textOf={({ id }) => quoteOf(side, id)}
        rowHeight={rowHeight}
        selected={[]}
        onOpen={({ id }) => focusInOrder(id)}
        empty={
          hidden.annotations > 0 ? (
            <EmptyState title="All annotations here are hidden">
              Press Shift+H to show all tags again.
            </EmptyState>
          ) : (
            <EmptyState title="No annotations yet">
              Select some text and press a tag’s key, or click a tag above the text.
            </EmptyState>
          )
        }
      >
        {({ id }) => <AnnotationRow side={side} id={id} tagById={tagById} />}
      </VirtualList>
    </div>
  )
}

interface AnnotationRowProps {
  side: PaneSide
  id: AnnotationId
  tagById: ReadonlyMap<TagId, Tag>
}

function AnnotationRow({ side, id, tagById }: AnnotationRowProps) {
  const tagId = viewOf(side)?.tagOf(id)
  const tag = tagId === undefined ? undefined : tagById.get(tagId)
  return (
    <div className="annotation-row">
      <span className="annotation-row-tag">
        <TagSwatch color={tag?.color ?? '#57534e'} /> {tag?.name ?? ''}
      </span>
      <q className="annotation-row-quote" dir="auto">
        {quoteOf(side, id)}
      </q>
    </div>
  )
}

/** Of the view and not of the list, which may be of 50,000: only what can be seen is asked for. */
function quoteOf(side: PaneSide, id: AnnotationId): string {
  const view = viewOf(side)
  if (!view) return ''
  const parts = view.spansOf(id)
  return parts
    .map(({ start, end }) => view.text.text.slice(start, Math.min(end, start + longestQuote)))
    .join(' … ')
}

/** Those that are shown, in reading order. */
function useShown(side: PaneSide): { id: AnnotationId }[] {
  const redrawn = useDeferredValue(useWorkbench((state) => state.redrawn))
  const tags = useWorkbench((state) => state.tags)
  const looks = useWorkbench((state) => state.tagLooks)
  const documentId = useWorkbench((state) => state.panes[side]?.documentId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; the others tell when it changed
  return useMemo(() => {
    const view = viewOf(side)
    if (!view || view.text.id !== documentId) return []
    return view.inReadingOrder().map((id) => ({ id }))
  }, [redrawn, side, documentId, tags, looks])
}
