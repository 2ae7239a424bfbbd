import { useMemo } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { focusInOrder } from '../../commands/travel.ts'
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
  const items = useAnnotations(side)
  return (
    <div className="annotation-list">
      <h2 className="annotation-list-head">
        Annotations <span className="inspector-count">{items.length}</span>
      </h2>
      <VirtualList
        label="Annotations"
        items={items}
        textOf={(item) => item.quote}
        rowHeight={rowHeight}
        selected={[]}
        onOpen={({ id }) => focusInOrder(id)}
        empty={
          <EmptyState title="No annotations yet">
            Select some text and press a tag’s key, or click a tag above the text.
          </EmptyState>
        }
      >
        {({ tagName, color, quote }) => (
          <div className="annotation-row">
            <span className="annotation-row-tag">
              <TagSwatch color={color} /> {tagName}
            </span>
            <q className="annotation-row-quote" dir="auto">
              {quote}
            </q>
          </div>
        )}
      </VirtualList>
    </div>
  )
}

interface ListedAnnotation {
  id: AnnotationId
  tagName: string
  color: string
  quote: string
}

function useAnnotations(side: PaneSide): ListedAnnotation[] {
  const redrawn = useWorkbench((state) => state.redrawn)
  const tags = useWorkbench((state) => state.tags)
  const documentId = useWorkbench((state) => state.panes[side]?.documentId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; `redrawn` tells when it changed
  return useMemo(() => {
    const view = viewOf(side)
    if (!view || view.text.id !== documentId) return []
    const byId = new Map(tags.map((tag) => [tag.id, tag]))
    return view.inReadingOrder().map((id) => {
      const tag = byId.get(view.tagOf(id)!)
      const quote = view
        .spansOf(id)
        .map(({ start, end }) => view.text.text.slice(start, Math.min(end, start + longestQuote)))
      return { id, tagName: tag?.name ?? '', color: tag?.color ?? '#57534e', quote: quote.join(' … ') }
    })
  }, [redrawn, side, documentId, tags])
}
