import type { Changed } from '../../../preload/contract/events.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { showFailure } from '../notices.ts'
import { allViews } from '../views.ts'
import { workbench } from '../workbench.ts'

/** Asks which annotations of the documents in sight were made under an older definition. */
export async function loadOutdated(): Promise<void> {
  const { outdated, tags } = workbench.getState()
  // Nothing can be older than a first version, unless it came from another tag.
  if (tags.every((tag) => tag.version === 1 && tag.outdated === 0)) {
    if (outdated.size > 0) workbench.setState({ outdated: new Set() })
    return
  }
  const documents = [...new Set(allViews().map(({ documentId }) => documentId))]
  const lists = await Promise.all(
    documents.map((documentId) => request('annotation.outdated', { documentId })),
  )
  workbench.setState({ outdated: new Set(lists.flat()) })
}

/** Follows single annotations that changed; the set stays the same object while nothing of it does. */
export function patchOutdated({ upserted, removed }: NonNullable<Changed['annotations']>): void {
  const { outdated, tags } = workbench.getState()
  const versions = new Map(tags.map(({ id, version }) => [id, version]))
  const now = new Map<AnnotationId, boolean>(removed.map(({ id }) => [id, false]))
  for (const { id, tagId, tagVersion } of upserted) now.set(id, tagVersion < (versions.get(tagId) ?? 0))
  if ([...now].every(([id, isOutdated]) => outdated.has(id) === isOutdated)) return
  const next = new Set(outdated)
  for (const [id, isOutdated] of now) {
    if (isOutdated) next.add(id)
    else next.delete(id)
  }
  workbench.setState({ outdated: next })
}

/** A tag that has come to mean something else makes its annotations older. Returns a function that ends it. */
export function followMeanings(): () => void {
  return workbench.subscribe((state, before) => {
    if (state.tags === before.tags) return
    const versions = new Map(before.tags.map(({ id, version }) => [id, version]))
    const changed = state.tags.some(({ id, version }) => versions.get(id) !== version)
    if (changed || state.tags.length !== before.tags.length) loadOutdated().catch(showFailure)
  })
}
