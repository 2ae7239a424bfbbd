import type { Repositories } from '../../../db/repositories/index.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import {
  mostPrintedCharacters,
  type ReadingCopy,
  type ReadingCopyOptions,
} from '../../../preload/contract/reading-copy.ts'
import { runsFromRight } from './blocks.ts'
import type { Material } from './material.ts'
import { readMaterial } from './read-material.ts'
import { severalCopies } from './several.ts'
import { styleFor } from './style.ts'

/** Documents, or with null all of them, as one page for paper. Fails with `bad-input` where that would be too long. */
export function makeCopyOfSeveral(
  repositories: Repositories,
  documentIds: readonly DocumentId[] | null,
  options: ReadingCopyOptions,
  fonts: string | null,
): ReadingCopy {
  const title = repositories.project.get().name
  const tags = repositories.tags.listByPosition()
  const chosen = documentIds && new Set(documentIds)
  const all = repositories.documents.list().filter(({ id }) => chosen?.has(id) ?? true)
  let characters = 0
  function* materials(): Generator<Material> {
    for (const { id } of all) {
      const material = readMaterial(repositories, id, options)
      characters += material.text.text.length
      if (characters > mostPrintedCharacters) throw tooLong()
      yield material
    }
  }
  const documents = all.map(({ title, metadata }) => ({ title, date: metadata.date ?? '' }))
  const html = [...severalCopies({ title, tags, documents, materials: materials(), fonts }, options)].join('')
  return { title, runsFromRight: runsFromRight(title), html, style: styleFor(tags) }
}

const tooLong = () =>
  new Failure(
    'bad-input',
    `These texts together have more than ${mostPrintedCharacters.toLocaleString('en')} characters, too many for pages. Print fewer of them, or export a reading copy.`,
  )
