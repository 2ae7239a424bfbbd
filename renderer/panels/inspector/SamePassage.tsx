import { useMemo } from 'react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import { showFailure } from '../../store/notices.ts'
import { focusAnnotation } from '../../store/reading/focus.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'

/** The other tags that the very same passage has; pressing one brings that annotation into focus. */
export function SamePassage({ annotation, side }: { annotation: Annotation; side: PaneSide }) {
  const redrawn = useWorkbench((state) => state.redrawn)
  const tags = useWorkbench((state) => state.tags)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; `redrawn` tells when it changed
  const others = useMemo(() => {
    const view = viewOf(side)
    if (view?.text.id !== annotation.documentId) return []
    const places = JSON.stringify(annotation.spans)
    return view
      .annotationsAt(annotation.spans[0]!.start)
      .filter((id) => id !== annotation.id && JSON.stringify(view.spansOf(id)) === places)
      .map((id) => ({ id, tag: tags.find((tag) => tag.id === view.tagOf(id)) }))
  }, [redrawn, annotation, side, tags])
  if (others.length === 0) return null
  return (
    <p className="inspector-also">
      Also tagged as
      {others.map(({ id, tag }) => (
        <Button key={id} look="quiet" onPress={() => focusAnnotation(id, side).catch(showFailure)}>
          {tag && <TagSwatch color={tag.color} />}
          <span>{tag?.name ?? 'another tag'}</span>
        </Button>
      ))}
    </p>
  )
}
