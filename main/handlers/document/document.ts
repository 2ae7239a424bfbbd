import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { likelyDates } from '../../import/likely-dates.ts'
import type { DocumentImporter, ProjectContext } from '../../project-context.ts'
import { documentSummaries } from '../../summaries/document-summaries.ts'
import type { Tasks } from '../../tasks.ts'
import { typing } from '../typing.ts'
import { counted } from '../words.ts'
import { bulkHandlers, statusWords } from './document-bulk.ts'

export function documentHandlers(
  context: ProjectContext,
  importDocuments: DocumentImporter,
  tasks: Tasks,
): ProjectHandlers['document'] {
  const { history, readOnly, repositories } = context.project
  const { annotations, documents, dismissedCopies, judgedAnswers, links, memos } = repositories
  const summaries = documentSummaries(context.project)

  function requireAll(ids: readonly DocumentId[]): DocumentId[] {
    for (const id of ids) documents.revisionOf(id)
    return [...new Set(ids)]
  }

  return {
    list: summaries.list,
    packed: summaries.packed,
    counts: summaries.counts,
    order: () => Int32Array.from(documents.ids()),
    summaries: ({ ids }) => summaries.some(ids),
    details: ({ id }) => documents.get(id),
    remarks: ({ id }) => documents.remarks(id),
    likelyDates: ({ id }) => likelyDates(documents.get(id).source.name, documents.plainText(id)),
    text: ({ id }) => documents.packedText(id),

    async original({ id }) {
      const { source } = documents.get(id)
      // It brings the encodings of the world along.
      const { describeOriginal } = await import('./original.ts')
      return describeOriginal(source, documents.original(id))
    },
    originalBytes({ id }) {
      const bytes = documents.original(id)
      if (!bytes) throw new Failure('not-found', 'This project does not have the original of this document.')
      return new Uint8Array(bytes)
    },

    async import(request) {
      if (readOnly !== '') throw new Failure('read-only', readOnly)
      return tasks.run(request.task, (task) => importDocuments(context, request, task))
    },

    update({ id, change }) {
      const { title } = documents.get(id)
      const label =
        change.title !== undefined
          ? `rename ${title} to ${change.title}`
          : change.status !== undefined
            ? `mark ${title} as ${statusWords[change.status]}`
            : `edit details of ${title}`
      const joins = change.status === undefined ? typing(`document ${id}`, change) : {}
      history.record(label, () => documents.update(id, change), joins)
      return documents.get(id)
    },

    ...bulkHandlers(context),

    move({ ids, beforeId }) {
      const moved = requireAll(ids)
      if (beforeId !== null) requireAll([beforeId])
      if (beforeId !== null && moved.includes(beforeId)) {
        throw new Failure('bad-input', 'Documents cannot be put before themselves. Choose another place.')
      }
      history.record(`move ${counted(moved.length, 'document')}`, () => documents.move(moved, beforeId))
    },

    deletionCost({ ids }) {
      const unique = [...new Set(ids)]
      return {
        annotations: unique.reduce((sum, id) => sum + annotations.countByDocument(id), 0),
        links: links.countByDocuments(unique),
      }
    },

    delete({ ids }) {
      const unique = requireAll(ids)
      const [first] = unique
      const label =
        unique.length === 1 && first
          ? `delete ${documents.get(first).title}`
          : `delete ${unique.length} documents`
      history.record(label, () => {
        for (const id of unique) {
          annotations.deleteByDocument(id)
          for (const memo of memos.listAbout({ document: id })) memos.delete(memo.id)
          judgedAnswers.deleteByDocument(id)
          dismissedCopies.deleteByDocument(id)
          documents.delete(id)
        }
      })
    },
  }
}
