import type { Annotation } from '../../../preload/contract/annotation.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, SpeakerId, TagId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { ProjectContext } from '../../project-context.ts'
import { newTag } from '../codebook/new-tag.ts'
import { speakerNamed } from '../speaker/speaker-named.ts'
import { typing } from '../typing.ts'
import { counted } from '../words.ts'
import { annotationPartsHandlers } from './annotation-parts.ts'
import { requireFitting } from './attributes.ts'
import { manyAnnotationsHandlers } from './many-annotations.ts'
import { outdatedAnnotationHandlers } from './outdated-annotations.ts'
import { seekHandlers } from './seek.ts'

export function annotationHandlers(context: ProjectContext): ProjectHandlers['annotation'] {
  const { annotator, project } = context
  const { history, newUid, now, repositories } = project
  const { annotationColumns, annotationHits, annotations, claims, documents, speakers, tags } = repositories

  type New = Omit<ParsedOf<'annotation.create'>, 'tagId'>
  type Passages = Omit<ParsedOf<'annotation.createMany'>, 'tagId'>
  type Change = ParsedOf<'annotation.update'>['change']

  /** Inside a step. Fails with `exists` where this annotator has tagged the same passage so already. */
  function tagPassage(passage: New, tag: Pick<Annotation, 'tagId'> & { name: string }) {
    const { documentId, spans } = passage
    const same = { documentId, spans, tagId: tag.tagId, annotatorId: annotator() }
    if (annotations.findSame(same) !== undefined)
      throw new Failure('exists', `This passage is tagged as ${tag.name} already.`)
    return annotations.insert({ ...same, uid: newUid(), created: now() })
  }

  /** Inside a step. Passes over what this annotator has tagged so already. */
  function tagPassages({ documentId, start, end }: Passages, tagId: TagId) {
    const given = { documentId, tagId, annotatorId: annotator() }
    let first: AnnotationId | null = null
    let created = 0
    for (let i = 0; i < start.length; i++) {
      const passage = { ...given, spans: [{ start: start[i]!, end: end[i]! }] }
      if (annotations.findSame(passage) !== undefined) continue
      const id = annotations.insert({ ...passage, uid: newUid(), created: now() })
      first ??= id
      created += 1
    }
    return { created, skipped: start.length - created, first }
  }

  /** The tag of a name, whatever its case; `make` makes it inside a step where there is none. */
  function tagNamed(wanted: string) {
    const codebook = tags.list()
    const known = codebook.find((tag) => tag.name.toLowerCase() === wanted.toLowerCase())
    const name = known?.name ?? wanted
    return {
      name,
      isNew: !known,
      inLabel: known ? name : `${name}, a new tag`,
      make: () => known?.id ?? tags.insert(newTag({ name }, newUid(), codebook)),
    }
  }

  /** Fails where the change names something that is not there or does not fit the tag. */
  function requirePossible(change: Change, before: Pick<Annotation, 'tagId' | 'attributes'>): void {
    const tag = tags.entry(change.tagId ?? before.tagId)
    if (change.speakerId) speakers.get(change.speakerId)
    if (change.claimId) claims.get(change.claimId)
    if (change.attributes) requireFitting(change.attributes, tag.attributes, before.attributes)
  }

  /** Inside a step: the speaker of that name, who is added to the register where there is none; null for ''. */
  function speakerOf(name: string): SpeakerId | null {
    if (name === '') return null
    const known = speakerNamed(speakers.list(), name)
    return known?.id ?? speakers.insert({ uid: newUid(), name, kind: 'unknown', variants: [] })
  }

  function labelOf(change: Change, before: Annotation): string {
    const { tagId, spans, speakerId, speakerName, claimId, note, attributes, confidence } = change
    if (tagId !== undefined) return `change tag to ${tags.entry(tagId).name}`
    if (spans !== undefined) return labelOfSpans(before.spans, spans)
    if (speakerName !== undefined) return speakerName === '' ? 'remove speaker' : `set speaker ${speakerName}`
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
      const id = history.record(`tag as ${name}`, () => tagPassage({ documentId, spans }, { tagId, name }))
      return annotations.get(id)
    },

    createMany({ tagId, ...passages }) {
      const { name } = tags.entry(tagId)
      documents.revisionOf(passages.documentId)
      return history.record(`tag ${counted(passages.start.length, 'passage')} as ${name}`, () =>
        tagPassages(passages, tagId),
      )
    },

    createManyWithTag({ name, ...passages }) {
      documents.revisionOf(passages.documentId)
      const tag = tagNamed(name)
      const label = `tag ${counted(passages.start.length, 'passage')} as ${tag.inLabel}`
      const made = history.record(label, () => {
        const tagId = tag.make()
        return { tagId, tagged: tagPassages(passages, tagId) }
      })
      return { ...made.tagged, tag: tags.get(made.tagId), isNew: tag.isNew }
    },

    createWithTag({ name, ...passage }) {
      documents.revisionOf(passage.documentId)
      const tag = tagNamed(name)
      const made = history.record(`tag as ${tag.inLabel}`, () => {
        const tagId = tag.make()
        return { tagId, id: tagPassage(passage, { tagId, name: tag.name }) }
      })
      return { annotation: annotations.get(made.id), tag: tags.get(made.tagId), isNew: tag.isNew }
    },

    update({ id, change }) {
      const before = annotations.get(id)
      requirePossible(change, before)
      const { spans, speakerName, ...rest } = change
      history.record(
        labelOf(change, before),
        () => {
          const speaker = speakerName === undefined ? {} : { speakerId: speakerOf(speakerName) }
          annotations.update(id, { ...rest, ...speaker })
          if (spans !== undefined) annotations.replaceSpans(id, spans)
        },
        speakerName === undefined ? typing(`annotation ${id}`, change) : {},
      )
      return annotations.get(id)
    },

    ...seekHandlers(context),
    ...manyAnnotationsHandlers(context, speakerOf),
    ...annotationPartsHandlers(context),
    ...outdatedAnnotationHandlers(context),
  }
}

function labelOfSpans(before: readonly Span[], after: readonly Span[]): string {
  const isElsewhere = after.every((one) =>
    before.every(({ start, end }) => one.end <= start || one.start >= end),
  )
  if (isElsewhere) return 'move an annotation'
  if (after.length === before.length) return 'adjust ends'
  return after.length > before.length ? 'add a part to an annotation' : 'remove a part of an annotation'
}
