import type { PlaceInProject } from '../../../db/repositories/outdated-annotations.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ProjectContext } from '../../project-context.ts'
import { counted } from '../words.ts'

/** Annotations made under an earlier definition of their tag: finding them and finding them still right. */
export function outdatedAnnotationHandlers({
  project,
}: ProjectContext): Pick<ProjectHandlers['annotation'], 'outdated' | 'nextOutdated' | 'confirm'> {
  const { annotations, outdatedAnnotations } = project.repositories

  /** An offset stands before what begins there, seen from either side. */
  function placeOf(from: ParsedOf<'annotation.nextOutdated'>['from'], step: 1 | -1): PlaceInProject {
    if ('offset' in from) {
      const { documentId, offset: start } = from
      return step > 0
        ? { documentId, start, end: Number.MAX_SAFE_INTEGER, annotationId: 0 }
        : { documentId, start, end: 0, annotationId: Number.MAX_SAFE_INTEGER }
    }
    const { id, documentId, spans } = annotations.get(from.annotation)
    return { documentId, ...spans[0]!, annotationId: id }
  }

  return {
    outdated: ({ documentId }) => outdatedAnnotations.idsByDocument(documentId),

    nextOutdated({ from, step }) {
      const next = outdatedAnnotations.neighbour(placeOf(from, step), step) ?? null
      return { next, left: outdatedAnnotations.count() }
    },

    confirm({ ids }) {
      const unique = [...new Set(ids)]
      project.history.record(`find ${counted(unique.length, 'annotation')} still right`, () => {
        if (outdatedAnnotations.confirm(unique) < unique.length)
          throw new Failure('not-found', 'This annotation is not there any more.')
      })
      return { left: outdatedAnnotations.count() }
    },
  }
}
