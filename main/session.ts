import type { OpenProject } from '../db/open-project.ts'
import type { Event } from '../preload/contract/events.ts'
import type { ProjectHandlers } from '../preload/contract/index.ts'
import { SentenceIndex } from './answers/sentence-index.ts'
import { changedBy } from './changed.ts'
import { CopiesThread } from './copies/copies-thread.ts'
import { annotationHandlers } from './handlers/annotation/annotation.ts'
import { marginHandlers } from './handlers/annotation/margin.ts'
import { annotatorHandlers } from './handlers/annotator.ts'
import { answerHandlers } from './handlers/argument/answer.ts'
import { argumentMapHandlers } from './handlers/argument/argument-map.ts'
import { confrontationHandlers } from './handlers/argument/confrontation.ts'
import { doctorHandlers } from './handlers/argument/doctor.ts'
import { overviewHandlers } from './handlers/argument/overview.ts'
import { savedListHandlers } from './handlers/argument/saved-list.ts'
import { timelineHandlers } from './handlers/argument/timeline.ts'
import { workListHandlers } from './handlers/argument/work-list.ts'
import { claimHandlers } from './handlers/claim/claim.ts'
import { linkHandlers } from './handlers/claim/link.ts'
import { linkTypeHandlers } from './handlers/codebook/link-type.ts'
import { tagHandlers } from './handlers/codebook/tag.ts'
import { copyHandlers } from './handlers/document/copy.ts'
import { documentHandlers } from './handlers/document/document.ts'
import { importDeskHandlers } from './handlers/document/import-desk.ts'
import { exchangeHandlers } from './handlers/files/exchange.ts'
import { historyHandlers } from './handlers/history.ts'
import { memoHandlers } from './handlers/memo.ts'
import { projectHandlers } from './handlers/project.ts'
import { savedSearchHandlers } from './handlers/search/saved-search.ts'
import { searchHandlers } from './handlers/search/search.ts'
import { speakerHandlers } from './handlers/speaker/speaker.ts'
import { whenAsked } from './handlers/when-asked.ts'
import { noPages, type SetPages } from './pages-elsewhere.ts'
import type { DeskOpener, DocumentImporter, Exchange, ProjectContext } from './project-context.ts'
import { searchThread } from './search/search-thread.ts'
import { createTasks } from './tasks.ts'

/** What the search for copies rests after each 15 ms of work: it begins by itself, perhaps on a machine with two cores. */
const copiesRestMs = 10

export interface SessionOptions {
  project: OpenProject
  /** Whose work this is: the annotator of this uid, or of this name where there is no uid. */
  who: { uid: string | null; name: string }
  importDocuments: DocumentImporter
  openDesk: DeskOpener
  exchange: Exchange
  /** Gets `changed` of each step, in order and before its commit is on the disk, and `progress` of tasks. */
  emit?: (event: Event) => void
  /** For exports as PDF. */
  setPages?: SetPages
}

export type Session = ReturnType<typeof createSession>

/** An open project with all that can be asked of it. Knows no window: the same in tests and on the command line. */
export function createSession({
  project,
  who,
  importDocuments,
  openDesk,
  exchange,
  emit = () => {},
  setPages = noPages,
}: SessionOptions) {
  let name = who.name.trim() || 'Annotator'
  const { annotators } = project.repositories
  project.history.signAs(name)

  const context: ProjectContext = {
    project,
    annotator({ annotators } = project.repositories) {
      const known = who.uid === null ? annotators.findByName(name) : annotators.findByUid(who.uid)
      return known?.id ?? annotators.insert({ uid: who.uid ?? project.newUid(), name })
    },
  }
  const { documents, revisions } = project.repositories
  const index = new SentenceIndex({
    current: documents.currentTexts,
    read: ({ revisionId }) => revisions.textOnce(revisionId),
  })
  const tasks = createTasks((progress) => emit({ type: 'progress', progress }))
  const searching = searchThread(project.repositories.searchTexts.text)
  const copies = new CopiesThread(project.repositories.searchTexts.text, copiesRestMs)
  const stop = project.history.onCommitted(() => index.expire())
  project.history.witnessedBy({
    seen: (committed) => emit({ type: 'changed', changed: changedBy(project, committed) }),
    lost: () => emit({ type: 'lost' }),
  })

  let waiting = 0
  const tellWaiting = (more: 1 | -1) => {
    waiting += more
    emit({ type: 'waiting', changes: waiting })
  }
  const whenReturned = () => {
    const returned = project.history.whenReturned()
    if (returned === undefined) return undefined
    tellWaiting(1)
    returned.then(() => tellWaiting(-1))
    return returned
  }

  const handlers: ProjectHandlers = {
    annotation: annotationHandlers(context),
    annotationImport: whenAsked('annotationImport', async () => {
      const { annotationImportHandlers } = await import('./handlers/files/annotation-import.ts')
      return annotationImportHandlers(context, tasks, () => name)
    }),
    annotator: annotatorHandlers(context),
    answer: answerHandlers(context, index, tasks),
    argumentMap: argumentMapHandlers(context),
    claim: claimHandlers(context),
    codebook: whenAsked('codebook', async () =>
      (await import('./handlers/codebook/codebook.ts')).codebookHandlers(context),
    ),
    confrontation: confrontationHandlers(context, tasks),
    copy: copyHandlers(context, copies, tasks),
    doctor: doctorHandlers(context),
    document: documentHandlers(context, importDocuments, tasks),
    exchange: exchangeHandlers(context, exchange, tasks, { tell: emit, setPages }),
    history: historyHandlers(context, whenReturned),
    importDesk: importDeskHandlers(context, openDesk, tasks),
    link: linkHandlers(context),
    linkType: linkTypeHandlers(context),
    margin: marginHandlers(context),
    memo: memoHandlers(context),
    overview: overviewHandlers(context),
    project: projectHandlers(context),
    readingCopy: whenAsked('readingCopy', async () =>
      (await import('./handlers/files/reading-copy.ts')).readingCopyHandlers(context),
    ),
    savedList: savedListHandlers(context),
    savedSearch: savedSearchHandlers(context),
    search: searchHandlers(context, searching, tasks),
    speaker: speakerHandlers(context),
    tag: tagHandlers(context),
    timeline: timelineHandlers(context),
    workList: workListHandlers(context),
  }

  return {
    handlers,
    context,
    /** Stops an import or export; harmless when it has ended. */
    cancel: tasks.cancel,
    /** When the project can be changed again; undefined where it can be now. Who asks is told of as waiting until then. */
    whenReturned,

    /** The person goes by another name from now on; the annotator they are is renamed unless another has that name. */
    signAs(newName: string): void {
      name = newName.trim() || name
      project.history.signAs(name)
      const known = who.uid === null ? undefined : annotators.findByUid(who.uid)
      if (!known || known.name === name || project.readOnly !== '' || annotators.findByName(name)) return
      handlers.annotator.rename({ id: known.id, name })
    },

    /** Stops what is under way, then puts the project away. */
    async close(): Promise<void> {
      await tasks.end()
      await searching.close()
      await copies.close()
      stop()
      project.history.witnessedBy(null)
      project.close()
    },
  }
}
