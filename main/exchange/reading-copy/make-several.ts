import type { Repositories } from '../../../db/repositories/index.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ReadingCopy, ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import type { Material } from './material.ts'
import { readMaterial } from './read-material.ts'
import { severalForPaper } from './several.ts'

/** Documents, or with null all of them, as one page for paper. Fails with `bad-input` where that would be too long. */
export function makeCopyOfSeveral(
  repositories: Repositories,
  documentIds: readonly DocumentId[] | null,
  options: ReadingCopyOptions,
  fonts: string | null,
): ReadingCopy {
  const chosen = documentIds && new Set(documentIds)
  const all = repositories.documents.list().filter(({ id }) => chosen?.has(id) ?? true)
  function* materials(): Generator<Material> {
    for (const { id } of all) yield readMaterial(repositories, id, options)
  }
  return severalForPaper(
    {
      title: repositories.project.get().name,
      tags: repositories.tags.listByPosition(),
      documents: all.map(({ title, metadata }) => ({ title, date: metadata.date ?? '' })),
      materials: materials(),
      fonts,
    },
    options,
  )
}
