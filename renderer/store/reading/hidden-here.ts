import { useMemo } from 'react'
import type { Tag } from '../../../preload/contract/tag.ts'
import { viewOf } from '../views.ts'
import { type PaneSide, useWorkbench } from '../workbench.ts'
import { tagsLooking } from './tag-looks.ts'

/** What is not to be seen at present: hidden tags of the codebook, and their annotations in the text of one side. */
export interface HiddenHere {
  tags: readonly Tag[]
  annotations: number
}

export function useHiddenHere(side: PaneSide): HiddenHere {
  const redrawn = useWorkbench((state) => state.redrawn)
  const tags = useWorkbench((state) => state.tags)
  const looks = useWorkbench((state) => state.tagLooks)
  const documentId = useWorkbench((state) => state.panes[side]?.documentId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; `redrawn` tells when it changed
  return useMemo(() => {
    const hidden = looks.size === 0 ? [] : tagsLooking('hidden', tags, looks)
    const view = viewOf(side)
    const counts = view?.text.id === documentId ? view?.tagCounts() : undefined
    return { tags: hidden, annotations: hidden.reduce((sum, { id }) => sum + (counts?.get(id) ?? 0), 0) }
  }, [redrawn, side, documentId, tags, looks])
}
