import { useDeferredValue, useEffect, useState } from 'react'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'

const none: ReadonlySet<AnnotationId> = new Set()

/** The annotations of a document that lack what their tag requires. Asks nothing where no tag requires anything. */
export function useLacking(documentId: DocumentId | undefined): ReadonlySet<AnnotationId> {
  const redrawn = useDeferredValue(useWorkbench((state) => state.redrawn))
  const tags = useWorkbench((state) => state.tags)
  const [lacking, setLacking] = useState(none)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redrawn` tells when annotations have changed
  useEffect(() => {
    if (documentId === undefined || !tags.some((tag) => tag.attributes.some(({ required }) => required))) {
      setLacking(none)
      return
    }
    let isWanted = true
    request('annotation.lacking', { documentId })
      .then((ids) => isWanted && setLacking(new Set(ids)))
      .catch(showFailure)
    return () => {
      isWanted = false
    }
  }, [documentId, tags, redrawn])
  return lacking
}
