import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { makeCopyOfAll } from '../exchange/reading-copy/make-all.ts'
import { readMaterial } from '../exchange/reading-copy/read-material.ts'
import { makeReadingCopy } from '../exchange/reading-copy/reading-copy.ts'
import type { ProjectContext } from '../project-context.ts'

export function readingCopyHandlers({ project }: ProjectContext): ProjectHandlers['readingCopy'] {
  return {
    make: ({ documentId, options, fonts }) =>
      makeReadingCopy(readMaterial(project.repositories, documentId), options, fonts),

    makeAll: ({ options, fonts }) => makeCopyOfAll(project.repositories, options, fonts),
  }
}
