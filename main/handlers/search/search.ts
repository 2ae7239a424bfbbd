import { setImmediate } from 'node:timers/promises'
import type { CurrentText } from '../../../db/repositories/documents.ts'
import type { SearchedDocument } from '../../../db/repositories/search-texts.ts'
import { type AnnotationColumns, mostCreated } from '../../../preload/contract/annotation.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { parseQuery } from '../../../preload/contract/search/parse.ts'
import type { Passages } from '../../../preload/contract/search.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import { documentDates } from '../../document-dates.ts'
import { fittingDocuments } from '../../filters/fitting-documents.ts'
import { knownDocuments } from '../../filters/known-documents.ts'
import type { ProjectContext, Task } from '../../project-context.ts'
import { linesAsCsv } from '../../search/lines-as-csv.ts'
import type { Questions, SpanColumns, What } from '../../search/messages.ts'
import type { SearchThread } from '../../search/search-thread.ts'
import type { Tasks } from '../../tasks.ts'
import { saidByAny } from '../../work-lists/answers-of-claims.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'
import { counted } from '../words.ts'

export function searchHandlers(
  { annotator, project }: ProjectContext,
  thread: SearchThread,
  tasks: Tasks,
): ProjectHandlers['search'] {
  const { history, newUid, now, repositories } = project
  const { annotationColumns, annotations, searchedSpans, tags } = repositories
  const documents = knownDocuments(project)
  const argument = liveArgument(project)
  const around = liveSurroundings(project)

  let sources: { of: readonly SearchedDocument[]; texts: CurrentText[] } | null = null
  let commits = 0
  let annotated = { commits, columns: new Map<DocumentId, AnnotationColumns>() }
  let spans: { asked: string; commits: number; columns: SpanColumns } | null = null
  history.onCommitted(() => {
    commits += 1
  })

  async function upToDate(task?: Task): Promise<readonly SearchedDocument[]> {
    const all = documents()
    if (sources?.of !== all) {
      const texts = all.map(({ documentId, revisionId, metadata }) => ({
        id: documentId,
        revisionId,
        language: metadata.language ?? '',
      }))
      sources = { of: all, texts }
    }
    await thread.bringUpToDate(sources.texts, task)
    return all
  }

  /** Of the texts as they are when this returns; fails with `not-found` where the result is one of earlier texts. */
  async function hitsNow(what: What<'hits'>): Promise<Questions['hits']['gives']> {
    for (;;) {
      const all = await upToDate()
      const hits = await thread.ask('hits', what)
      if (documents() === all) return hits
    }
  }

  /** In slices, so that others are answered in between. */
  async function spansOf({ at: _, words: __, ...asked }: Passages): Promise<SpanColumns> {
    const key = JSON.stringify(asked)
    const begun = commits
    if (spans?.asked === key && spans.commits === begun) return spans.columns
    const rows: number[][] = []
    const isSaid = saidByAny(asked.speakerIds, await argument.now(), around())
    for (const batch of searchedSpans.batches({ ...asked, speakerIds: [] })) {
      for (const row of batch) if (isSaid(row[4]!)) rows.push(row)
      await setImmediate()
    }
    rows.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
    const column = (at: number) => Int32Array.from(rows, (row) => row[at]!)
    const columns = { document: column(0), start: column(1), end: column(2) }
    spans = { asked: key, commits: begun, columns }
    return columns
  }

  /** Read once between changes: whoever scrolls asks for the same documents again and again. */
  function annotationsOf(id: DocumentId): AnnotationColumns {
    if (annotated.commits !== commits) annotated = { commits, columns: new Map() }
    const { columns } = annotated
    const known = columns.get(id) ?? annotationColumns.of(id)
    columns.set(id, known)
    return known
  }

  return {
    prepare: ({ task }) =>
      tasks.run(task, async (running) => {
        await upToDate(running)
      }),

    async run({ task, asked, order, lines, early }) {
      const parsed = parseQuery(asked.query)
      if ('problem' in parsed) throw new Failure('bad-input', parsed.problem)
      return tasks.run(task, async (running) => {
        const spans = asked.passages && (await spansOf(asked.passages))
        const all = await upToDate(running)
        const wanted = fittingDocuments(all, asked.documents)
        const near = asked.passages && spans && { at: asked.passages.at, words: asked.passages.words, spans }
        const { query, matchCase, matchAccents, together } = asked
        const documentIds = idsOf(wanted)
        const { rank } = documentDates(all)
        // Undated last.
        const dateRank = Int32Array.from(wanted, ({ documentId }) => rank[documentId] || rank.length)
        const what = { query, matchCase, matchAccents, together, documentIds, dateRank, near }
        return thread.ask('run', { asked: what, order, lines, early }, running)
      })
    },

    count: ({ task, ...asked }) =>
      tasks.run(task, async (running) => {
        await upToDate(running)
        return thread.ask('count', asked, running)
      }),

    async lines(asked) {
      await upToDate()
      return thread.ask('lines', asked)
    },

    async linesAt(asked) {
      await upToDate()
      return thread.ask('linesAt', asked)
    },

    tagsAt({ places }) {
      return places.map((place) => tagsIn(annotationsOf(place.documentId), place))
    },

    async csvOf(asked) {
      const all = await upToDate()
      return linesAsCsv(await thread.ask('linesAt', asked), all)
    },

    async createAnnotations({ id, tagId, order, at }) {
      const { name } = tags.entry(tagId)
      const hits = await hitsNow({ id, order, at, most: mostCreated })
      if (hits.all > mostCreated) {
        throw new Failure(
          'bad-input',
          `No more than ${mostCreated.toLocaleString('en')} passages can be tagged in one go. Narrow the search, or choose lines.`,
        )
      }
      let created = 0
      history.record(`tag ${counted(hits.all, 'passage')} as ${name}`, () => {
        const annotatorId = annotator()
        for (let row = 0; row < hits.start.length; row++) {
          const passage = {
            documentId: hits.document[row]! as DocumentId,
            tagId,
            annotatorId,
            spans: [{ start: hits.start[row]!, end: hits.end[row]! }],
          }
          if (annotations.findSame(passage) !== undefined) continue
          annotations.insert({ ...passage, uid: newUid(), created: now() })
          created += 1
        }
      })
      return { created, skipped: hits.all - created }
    },

    async words({ documents: chosen, ...asked }) {
      const documentIds = idsOf(fittingDocuments(await upToDate(), chosen))
      return thread.ask('words', { ...asked, documentIds })
    },

    async collocates(asked) {
      await upToDate()
      return thread.ask('collocates', asked)
    },
  }
}

function tagsIn({ start, end, tag }: AnnotationColumns, place: Span): TagId[] {
  const own = new Set<number>()
  for (let row = 0; row < start.length && start[row]! < place.end; row++) {
    if (end[row]! > place.start) own.add(tag[row]!)
  }
  return [...own] as TagId[]
}

const idsOf = (documents: readonly SearchedDocument[]) =>
  Int32Array.from(documents, ({ documentId }) => documentId)
