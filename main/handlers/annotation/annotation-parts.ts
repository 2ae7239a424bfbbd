import type { Annotation } from '../../../preload/contract/annotation.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { splitSpans, uniteSpans } from '../../../preload/contract/spans.ts'
import type { ProjectContext } from '../../project-context.ts'
import { linksGone, moveLinks } from '../claim/move-links.ts'
import { counted } from '../words.ts'
import { joinValues } from './joined-values.ts'

/** One annotation of several, several of one. */
export function annotationPartsHandlers({
  project,
}: ProjectContext): Pick<ProjectHandlers['annotation'], 'join' | 'split'> {
  const { history, newUid, now, repositories } = project
  const { annotations, documents, memos, tags } = repositories

  function requireTogether(into: Annotation, others: readonly Annotation[]): void {
    const same = (key: 'documentId' | 'tagId' | 'annotatorId') =>
      others.every((one) => one[key] === into[key])
    if (!same('documentId'))
      throw new Failure(
        'bad-input',
        'Annotations of different documents cannot be joined. Link them instead.',
      )
    if (!same('tagId'))
      throw new Failure(
        'bad-input',
        'Only annotations with the same tag can be joined. Change their tag first.',
      )
    if (!same('annotatorId'))
      throw new Failure('bad-input', 'The work of different annotators cannot be joined.')
  }

  return {
    join({ into, ids }) {
      const keeper = annotations.get(into)
      const others = [...new Set(ids)].filter((id) => id !== into).map((id) => annotations.get(id))
      if (others.length === 0) throw new Failure('bad-input', 'Joining takes at least two annotations.')
      requireTogether(keeper, others)
      const { change, differing } = joinValues(keeper, others)
      const spans = uniteSpans(
        documents.plainText(keeper.documentId),
        [keeper, ...others].flatMap((one) => one.spans),
      )
      const gone = history.record(`join ${counted(others.length + 1, 'annotation')}`, () => {
        const ends = others.map(({ id }) => ({ annotation: id }))
        const moved = moveLinks(repositories, { annotation: into }, ends)
        for (const { id } of others) {
          memos.moveToAnnotation(id, into)
          annotations.delete(id)
        }
        annotations.update(into, change)
        annotations.replaceSpans(into, spans)
        return linksGone(moved)
      })
      return { annotation: annotations.get(into), differing, linksGone: gone }
    },

    split({ id, at }) {
      const { documentId, annotatorId, tagId, speakerId, confidence, attributes, spans } = annotations.get(id)
      const [first, ...rest] = splitSpans(documents.plainText(documentId), spans, at)
      if (first === undefined || rest.length === 0)
        throw new Failure('bad-input', 'There is nothing to split here. Put the caret inside the annotation.')
      const label = `split an annotation of ${tags.entry(tagId).name} in ${rest.length + 1}`
      const parts = history.record(label, () => {
        annotations.replaceSpans(id, first)
        const same = { documentId, annotatorId, tagId, speakerId, confidence, attributes }
        return rest.map((spans) => annotations.insert({ ...same, spans, uid: newUid(), created: now() }))
      })
      return [id, ...parts].map((part) => annotations.get(part))
    },
  }
}
