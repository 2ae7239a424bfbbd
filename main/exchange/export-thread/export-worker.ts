import { parentPort } from 'node:worker_threads'
import { connect } from '../../../db/connect.ts'
import { preparingLate } from '../../../db/late-statements.ts'
import { readSteadily } from '../../../db/read-steadily.ts'
import { createRepositories } from '../../../db/repositories/index.ts'
import type { Reply } from '../../../preload/contract/failure.ts'
import { replyTo } from '../../dispatch.ts'
import { type PagesSet, pagesElsewhere } from '../../pages-elsewhere.ts'
import { exchange } from '../exchange.ts'
import type { FromExport, ToExport } from './export-messages.ts'

/**
 * The thread in which a large project is exported, so that the project’s process answers the window meanwhile. It reads
 * the project file by a connection of its own. One export each; `export-in-thread.ts` is the other end.
 */
const port = parentPort!
const stopping = new AbortController()
const pages = pagesElsewhere(tell)

port.on('message', (message: ToExport) => {
  if (message === 'stop') stopping.abort()
  else if ('type' in message) pages.hear(message)
  else void work(message)
})

/** Nobody sees more steps than these, and each takes its time on the other side. */
const betweenTellingMs = 50

type Asked = Exclude<ToExport, 'stop' | PagesSet>

async function work(asked: Asked): Promise<void> {
  const { signal } = stopping
  let told = 0
  const progress = (done: number, of: number, doing: string): void => {
    const now = performance.now()
    if (done < of && now - told < betweenTellingMs) return
    told = now
    tell({ type: 'progress', done, of, doing })
  }
  if ('preview' in asked) {
    const reply = await withProject(asked.path, (project) => exchange.preview({ project }, asked.preview))
    tell({ type: 'previewed', reply })
  } else {
    const reply = await withProject(asked.path, (project) =>
      exchange.write({ project }, asked.write, {
        ...{ signal, progress, beginning: (part) => tell({ type: 'beginning', part }) },
        exporting: (contents) => tell({ type: 'exporting', contents }),
        setPages: pages.setPages,
      }),
    )
    tell({ type: 'written', reply })
  }
}

type Project = Parameters<typeof exchange.preview>[0]['project']

function withProject<T>(path: string, use: (project: Project) => T | Promise<T>): Promise<Reply<T>> {
  return replyTo(async () => {
    const database = connect(path, { readOnly: true })
    // In units of 1024 bytes. It goes through everything once: to keep more pages would only take memory.
    database.pragma('cache_size = -2000')
    try {
      return await use({
        path,
        repositories: createRepositories(preparingLate(database)),
        steadily: (read) => readSteadily(database, read),
      })
    } finally {
      database.close()
    }
  })
}

function tell(message: FromExport): void {
  port.postMessage(message)
}
