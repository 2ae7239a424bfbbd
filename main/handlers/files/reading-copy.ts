import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { makeCopyOfSeveral } from '../../exchange/reading-copy/make-several.ts'
import { readMaterial } from '../../exchange/reading-copy/read-material.ts'
import { makeReadingCopy } from '../../exchange/reading-copy/reading-copy.ts'
import type { ProjectContext } from '../../project-context.ts'

export function readingCopyHandlers({ project }: ProjectContext): ProjectHandlers['readingCopy'] {
  return {
    make: ({ documentId, options, fonts }) =>
      makeReadingCopy(readMaterial(project.repositories, documentId, options), options, fonts),

    makeSeveral: ({ documentIds, options, fonts }) =>
      makeCopyOfSeveral(project.repositories, documentIds, options, fonts),
  }
}
