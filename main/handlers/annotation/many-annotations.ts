import type { Annotation } from '../../../preload/contract/annotation.ts'
import { lacksRequired, noLongerApplying } from '../../../preload/contract/attribute-rules.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ProjectContext } from '../../project-context.ts'
import { typing } from '../typing.ts'
import { counted } from '../words.ts'
import { requireFitting } from './attributes.ts'

type Verbs = Pick<ProjectHandlers['annotation'], 'lacking' | 'updateMany' | 'delete'>
type Change = ParsedOf<'annotation.updateMany'>['change']

/** What is asked of and done to many annotations in one go. `speakerOf` is called inside the step. */
export function manyAnnotationsHandlers(
  { project }: ProjectContext,
  speakerOf: (name: string) => SpeakerId | null,
): Verbs {
  const { history, repositories } = project
  const { annotations, documents, links, tags } = repositories

  function labelOf({ tagId, speakerName, confidence, attribute }: Change, count: number): string {
    if (attribute !== undefined && count === 1) return `set ${attribute.name}`
    const those = counted(count, 'annotation')
    if (tagId !== undefined) return `change tag of ${those} to ${tags.entry(tagId).name}`
    if (speakerName !== undefined)
      return speakerName === '' ? `remove speaker of ${those}` : `set speaker of ${those} to ${speakerName}`
    if (attribute !== undefined) return `set ${attribute.name} of ${those}`
    return confidence === undefined ? `change ${those}` : `set confidence of ${those}`
  }

  /** Fails where an attribute is not one of the tag that the annotation has or gets. */
  function attributesAfter({ tagId, attribute }: Change, { attributes, ...before }: Annotation) {
    if (attribute === undefined) return undefined
    const { [attribute.name]: _, ...others } = attributes
    if (attribute.value === null) return others
    const after = { ...others, [attribute.name]: attribute.value }
    const tag = tags.entry(tagId ?? before.tagId)
    if (!tag.attributes.some(({ name }) => name === attribute.name)) {
      throw new Failure('bad-input', `${tag.name} has no attribute “${attribute.name}”. Nothing was changed.`)
    }
    requireFitting(after, tag.attributes, attributes)
    return after
  }

  /** Words typed into an attribute of one annotation are one step until a pause. */
  function typedInto([first, ...others]: Annotation[], { attribute }: Change): ReturnType<typeof typing> {
    const definition =
      first && tags.entry(first.tagId).attributes.find(({ name }) => name === attribute?.name)
    if (others.length > 0 || definition?.kind !== 'text') return {}
    return typing(`annotation ${first!.id}.attribute`, { [definition.name]: attribute?.value ?? '' })
  }

  return {
    lacking({ documentId }) {
      documents.revisionOf(documentId)
      return tags
        .listByPosition()
        .filter(({ attributes }) => attributes.some(({ required }) => required))
        .flatMap((tag) =>
          annotations
            .attributesByTag(documentId, tag.id)
            .filter(([, values]) => lacksRequired(tag.attributes, values))
            .map(([id]) => id),
        )
    },

    updateMany({ ids, change }) {
      const before = [...new Set(ids)].map((id) => annotations.get(id))
      const { tagId, speakerName, confidence } = change
      const noLongerApply =
        tagId === undefined
          ? 0
          : before.reduce((count, { tagId: from, attributes }) => {
              const definitions = [tags.entry(from).attributes, tags.entry(tagId).attributes] as const
              return count + noLongerApplying(...definitions, attributes).length
            }, 0)
      history.record(
        labelOf(change, before.length),
        () => {
          const speaker = speakerName === undefined ? {} : { speakerId: speakerOf(speakerName) }
          for (const annotation of before) {
            const attributes = attributesAfter(change, annotation)
            annotations.update(annotation.id, { tagId, confidence, attributes, ...speaker })
          }
        },
        typedInto(before, change),
      )
      return { noLongerApply }
    },

    delete({ ids }) {
      const unique = [...new Set(ids)]
      return history.record(`delete ${counted(unique.length, 'annotation')}`, () => {
        const before = links.count()
        for (const id of unique) {
          if (!annotations.delete(id))
            throw new Failure('not-found', 'This annotation is not there any more.')
        }
        return { links: before - links.count() }
      })
    },
  }
}
