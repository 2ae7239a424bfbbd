import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { OpenProject } from '../../../db/open-project.ts'
import { threadFile } from '../../../db/thread-file.ts'
import { Failure, type Reply } from '../../../preload/contract/failure.ts'
import { noPages, type PagesSet, pagesForOthers } from '../../pages-elsewhere.ts'
import type { Exchange, Task } from '../../project-context.ts'
import { exchange } from '../exchange.ts'
import { clearAway } from '../target.ts'
import type { FromExport, ToExport } from './export-messages.ts'
import { heapFor, type ProjectSizes } from './heap-for.ts'

/** Records that are written before anybody could notice. */
const few = 5_000

/** As `exchange` does it; what would keep the window waiting is done in a thread of its own. */
export const exchangeInThread: Exchange = {
  formats: exchange.formats,

  async preview(context, choice) {
    if (isSmall(context.project)) return exchange.preview(inProcess(context), choice)
    const message = await inThread(context.project, { preview: choice })
    return message.type === 'previewed' ? answerOf(message.reply) : failed('it answered something else')
  },

  async write(context, request, task) {
    if (isSmall(context.project)) return exchange.write(inProcess(context), request, task)
    const message = await inThread(context.project, { write: request }, task)
    return message.type === 'written' ? answerOf(message.reply) : failed('it answered something else')
  },
}

const inProcess = ({ project: { path, repositories } }: { project: OpenProject }) => ({
  // Nobody else gets a turn while it is read.
  project: { path, repositories, steadily: <T>(read: (pause: () => void) => T): T => read(() => {}) },
})

/** What lies in memory alone is no other thread’s to read. */
function isSmall(project: OpenProject): boolean {
  return project.database.memory || countRecords(project) < few
}

/** A document counts as several, and a long text as one for each of its lines. */
function countRecords({ repositories: { annotations, dataset, documents, links } }: OpenProject): number {
  const lines = Math.ceil(dataset.textOctets().all / 250)
  return annotations.count() + links.count() + 20 * documents.count() + lines
}

function sizesOf(project: OpenProject): ProjectSizes {
  const { all, longest } = project.repositories.dataset.textOctets()
  const file = statSync(project.path).size
  const mostAnnotations = project.repositories.dataset.mostAnnotations()
  return { records: countRecords(project), longest, besideTexts: Math.max(0, file - all), mostAnnotations }
}

const formatOf = (asked: WithoutPath<Asked>): string =>
  'preview' in asked ? asked.preview.format : asked.write.format

type Asked = Exclude<ToExport, PagesSet | 'stop'>
type WithoutPath<T> = T extends unknown ? Omit<T, 'path'> : never

function inThread(project: OpenProject, asked: WithoutPath<Asked>, task?: Task): Promise<FromExport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile('export-worker', import.meta.url), {
      ...{ env: {}, execArgv: [] },
      resourceLimits: {
        maxOldGenerationSizeMb: heapFor(formatOf(asked), sizesOf(project)),
        maxYoungGenerationSizeMb: 24,
      },
    })
    const begun: string[] = []
    const askedForPages = pagesForOthers(task?.setPages ?? noPages, (message) => worker.postMessage(message))
    const stop = (): void => worker.postMessage('stop' satisfies ToExport)
    const end = (settle: () => void): void => {
      task?.signal.removeEventListener('abort', stop)
      worker.removeAllListeners()
      // Whatever it still says is too late.
      worker.on('error', () => {})
      void worker.terminate()
      settle()
    }
    /** A thread that dies leaves what it had begun. */
    const die = (failure: Failure): void => end(() => void clearAway(begun).finally(() => reject(failure)))
    worker.on('message', (message: FromExport) => {
      if (message.type === 'beginning') begun.push(message.part)
      else if (message.type === 'exporting') task?.exporting?.(message.contents)
      else if (message.type === 'progress') task?.progress(message.done, message.of, message.doing)
      else if (message.type === 'set-pages' || message.type === 'leave-pages') askedForPages(message)
      else end(() => resolve(message))
    })
    worker.on('error', (error: Error & { code?: string }) =>
      die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : crashed(error.message)),
    )
    worker.on('exit', () => die(crashed('it ended')))
    task?.signal.addEventListener('abort', stop)
    worker.postMessage({ path: project.database.name, ...asked } satisfies Asked)
    if (task?.signal.aborted) stop()
  })
}

function answerOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new Failure(reply.code, reply.message)
}

const tooLarge = () =>
  new Failure('internal', 'This takes more memory than there is for it: export fewer documents at a time.')
const crashed = (detail: string) => new Failure('internal', `The export could not be finished (${detail}).`)
const failed = (detail: string): never => {
  throw crashed(detail)
}
