import type { Annotation } from '../../preload/contract/annotation.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { ParsedOf, ProjectHandlers } from '../../preload/contract/index.ts'
import type { ProjectContext } from '../project-context.ts'
import { requireFitting } from './attributes.ts'
import { typing } from './typing.ts'
import { counted } from './words.ts'

export function annotationHandlers({ annotator, project }: ProjectContext): ProjectHandlers['annotation'] {
  const { history, newUid, now, repositories } = project
  const { annotationColumns, annotationHits, annotations, claims, documents, speakers, tags } = repositories

  type Change = ParsedOf<'annotation.update'>['change']

  /** Fails where the change names something that is not there or does not fit the tag. */
  function requirePossible(change: Change, before: Pick<Annotation, 'tagId' | 'attributes'>): void {
    const tag = tags.entry(change.tagId ?? before.tagId)
    if (change.speakerId) speakers.get(change.speakerId)
    if (change.claimId) claims.get(change.claimId)
    if (change.attributes) requireFitting(change.attributes, tag.attributes, before.attributes)
  }

  function labelOf({ tagId, spans, speakerId, claimId, note, attributes, confidence }: Change): string {
    if (tagId !== undefined) return `change tag to ${tags.entry(tagId).name}`
    if (spans !== undefined) return 'adjust ends'
    if (speakerId !== undefined)
      return speakerId === null ? 'remove speaker' : `set speaker ${speakers.get(speakerId).name}`
    if (claimId !== undefined) return claimId === null ? 'detach from claim' : 'attach to claim'
    if (note !== undefined) return 'edit note'
    if (attributes !== undefined) return 'set attributes'
    return confidence === undefined ? 'change annotation' : 'set confidence'
  }

  return {
    columns({ documentId }) {
      documents.revisionOf(documentId)
      return annotationColumns.of(documentId)
    },
    get: ({ id }) => annotations.get(id),
    search: ({ words, limit }) => annotationHits.search(words, limit),

    create({ documentId, tagId, spans }) {
      const { name } = tags.entry(tagId)
      documents.revisionOf(documentId)
      const id = history.record(`tag as ${name}`, () =>
        annotations.insert({
          uid: newUid(),
          documentId,
          annotatorId: annotator(),
          tagId,
          spans,
          created: now(),
        }),
      )
      return annotations.get(id)
    },

    update({ id, change }) {
      requirePossible(change, annotations.get(id))
      const { spans, ...rest } = change
      history.record(
        labelOf(change),
        () => {
          annotations.update(id, rest)
          if (spans !== undefined) annotations.replaceSpans(id, spans)
        },
        typing(`annotation ${id}`, change),
      )
      return annotations.get(id)
    },

    delete({ ids }) {
      const unique = [...new Set(ids)]
      history.record(`delete ${counted(unique.length, 'annotation')}`, () => {
        for (const id of unique) {
          if (!annotations.delete(id))
            throw new Failure('not-found', 'This annotation is not there any more.')
        }
      })
    },
  }
}
