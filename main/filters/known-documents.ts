import type { OpenProject } from '../../db/open-project.ts'
import type { SearchedDocument } from '../../db/repositories/search-texts.ts'

const known = new WeakMap<OpenProject, () => readonly SearchedDocument[]>()

/**
 * The documents of a project by what is known about them, in project order: the same list until one of them changes.
 * Everyone who asks shares it.
 */
export function knownDocuments(project: OpenProject): () => readonly SearchedDocument[] {
  const asked = known.get(project)
  if (asked) return asked
  let documents: readonly SearchedDocument[] | null = null
  project.history.onCommitted((committed) => {
    if (committed.rows('document').length > 0) documents = null
  })
  const list = () => {
    documents ??= project.repositories.searchTexts.list()
    return documents
  }
  known.set(project, list)
  return list
}
