import type { OpenProject } from '../../../db/open-project.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { TagUse } from '../../../db/repositories/tag-uses.ts'
import { collectionsField, collectionsOf } from '../../../preload/contract/collections.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { OutputOf, ParsedOf } from '../../../preload/contract/index.ts'
import type { SplitBy, SplitGroup, SplitOutcome } from '../../../preload/contract/tag.ts'
import { newTag } from './new-tag.ts'

/** What an annotation says to what a tag is split by, and how people read that. */
interface Said {
  value: string
  title: string
}

/** By what the annotations of a tag can be told apart: only what not all of them say alike. */
export function waysToSplit(repositories: Repositories, id: TagId): OutputOf<'tag.splitWays'> {
  const { attributes } = repositories.tags.entry(id)
  const uses = repositories.tagUses.listByTag(id)
  const metadata = [...new Set(uses.map(({ documentId }) => documentId))].map((documentId) =>
    repositories.documents.metadataOf(documentId),
  )
  const fields = new Set(
    metadata.flatMap((one) => Object.keys(one)).filter((field) => field !== collectionsField),
  )
  const ways: { by: SplitBy; title: string }[] = [
    ...attributes.map(({ name }) => ({
      by: { kind: 'attribute' as const, name },
      title: `Attribute: ${name}`,
    })),
    { by: { kind: 'annotator' }, title: 'Annotator' },
    { by: { kind: 'speaker' }, title: 'Speaker' },
    { by: { kind: 'collection' }, title: 'Collection of the document' },
    ...[...fields].map((field) => ({
      by: { kind: 'metadata' as const, field },
      title: `${field[0]?.toUpperCase() ?? ''}${field.slice(1)} of the document`,
    })),
    { by: { kind: 'document' }, title: 'Document' },
  ]
  return ways.filter(({ by }) => {
    const said = sayingOf(repositories, by)
    return new Set(uses.map((use) => said(use).value)).size > 1
  })
}

/** The largest first; those that say nothing last. */
export function splitGroups(repositories: Repositories, id: TagId, by: SplitBy): SplitGroup[] {
  const said = sayingOf(repositories, by)
  const groups = Map.groupBy(repositories.tagUses.listByTag(id).map(said), ({ value }) => value)
  return [...groups]
    .map(([value, all]) => ({ value, title: all[0]!.title, count: all.length }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count)
}

/** Gives annotations of a tag other tags and counts them on the way. Inside a step. */
export function splitTag(
  { repositories, newUid }: OpenProject,
  { id, by, parts, place }: ParsedOf<'tag.split'>,
): SplitOutcome {
  const { tags, tagUses } = repositories
  const tag = tags.entry(id)
  const uses = tagUses.listByTag(id)
  const groups = by === null ? undefined : Map.groupBy(uses, (use) => sayingOf(repositories, by)(use).value)
  const left = new Set(uses.map((use) => use.id))

  const outcome = parts.map(({ values, ids, to }) => {
    const chosen = [...values.flatMap((value) => (groups?.get(value) ?? []).map((use) => use.id)), ...ids]
    const isNew = 'name' in to
    const tagId = isNew ? tags.insert(partOf(to.name)) : tags.entry(to.tagId).id
    if (tagId === id)
      throw new Failure('bad-input', 'The tag cannot be split into itself. Choose another one.')
    let annotations = 0
    for (const annotation of chosen) annotations += Number(give(annotation, tagId))
    return { tagId, name: tags.entry(tagId).name, isNew, annotations }
  })
  tags.reorder(tags.list().map((one) => one.id))
  return { parts: outcome, left: left.size }

  function give(annotation: AnnotationId, tagId: TagId): boolean {
    if (!left.delete(annotation))
      throw new Failure('bad-input', `An annotation to be given another tag is not tagged as ${tag.name}.`)
    return tagUses.giveTag(annotation, tagId, { lookAgain: false })
  }

  function partOf(name: string) {
    const { role, definition, include, exclude, attributes } = tag
    const parentId = place === 'under' ? id : tag.parentId
    const given = { name, role, definition, include, exclude, attributes, parentId }
    return newTag(given, newUid(), tags.list())
  }
}

function sayingOf(repositories: Repositories, by: SplitBy): (use: TagUse) => Said {
  const { annotators, documents, speakers } = repositories
  const ofDocument = (read: (id: DocumentId) => Said) => {
    const known = new Map<DocumentId, Said>()
    return ({ documentId }: TagUse) => {
      const said = known.get(documentId) ?? read(documentId)
      known.set(documentId, said)
      return said
    }
  }
  switch (by.kind) {
    case 'attribute':
      return ({ attributes }) => {
        const value = Object.hasOwn(attributes, by.name) ? String(attributes[by.name]) : ''
        return { value, title: value || 'Not said' }
      }
    case 'annotator': {
      const names = new Map(annotators.list().map(({ id, name }) => [id, name]))
      return ({ annotatorId }) => ({ value: String(annotatorId), title: names.get(annotatorId) ?? '' })
    }
    case 'speaker': {
      const names = new Map(speakers.list().map(({ id, name }) => [id, name]))
      return ({ speakerId }) =>
        speakerId === null
          ? { value: '', title: 'No speaker' }
          : { value: String(speakerId), title: names.get(speakerId) ?? '' }
    }
    case 'document':
      return ofDocument((id) => ({ value: String(id), title: documents.get(id).title }))
    case 'collection':
      return ofDocument((id) => {
        const value = collectionsOf(documents.metadataOf(id)).join('; ')
        return { value, title: value || 'In no collection' }
      })
    case 'metadata':
      return ofDocument((id) => {
        const value = documents.metadataOf(id)[by.field] ?? ''
        return { value, title: value || 'Not said' }
      })
  }
}
