import { expect, test } from 'vitest'
import { createProject } from '../db/create-project.ts'
import { recordApart } from '../db/record-apart.ts'
import { addDocument, documentOf } from '../db/testing/documents.ts'
import { testFolder } from '../db/testing/folder.ts'
import type { Join } from '../db/undo/joining.ts'
import type { Event } from '../preload/contract/events.ts'
import { inSlices } from './exchange/arrival/slices.ts'
import type { DocumentImporter } from './project-context.ts'
import type { FromProject } from './project-messages.ts'
import { serveProject } from './serve-project.ts'
import { testSession } from './testing/session.ts'

const file = testFolder()

/**
 * A project that is asked by messages, with an import that goes on until `letEnd` is called or it is cancelled; `joins`
 * where more files of it follow.
 */
async function longImport(name: string, joins?: Join) {
  const project = createProject(file(`${name}.rejoinder`))
  addDocument(project, 'before', { title: 'before' })
  let begun = Promise.withResolvers<void>()
  let isEnding = false
  const importDocuments: DocumentImporter = async ({ project }, _, { signal }) => {
    await recordApart(
      project,
      'import long',
      function* ({ documents }) {
        documents.insert(documentOf('long', { title: 'long', uid: project.newUid() }))
        begun.resolve()
        while (!isEnding) yield
      },
      { drive: (work) => inSlices(work, signal), joins },
    )
    return { files: [], cancelled: false }
  }
  let tell: (event: Event) => void = () => {}
  const { session } = testSession({ project, importDocuments, emit: (event) => tell(event) })
  const answered: string[] = []
  const refused: string[] = []
  const waiting: number[] = []
  const send = (message: FromProject): void => {
    if (message.type === 'event' && message.event.type === 'waiting') waiting.push(message.event.changes)
    if (message.type !== 'reply' || message.id === 0) return
    answered.push(`${message.id} ${message.reply.ok ? 'done' : message.reply.code}`)
    if (!message.reply.ok) refused.push(message.reply.message)
  }
  const serve = serveProject({
    open: (_, emit) => {
      tell = emit
      return session
    },
    send,
    end: () => {},
  })
  const opening = { path: '' } as never
  await serve({ type: 'open', id: 0, opening })
  const ask = (id: number, channel: string, input?: unknown) => serve({ type: 'request', id, channel, input })
  const begin = async (id: number) => {
    isEnding = false
    begun = Promise.withResolvers()
    const importing = ask(id, 'document.import', { task: 'long', paths: ['/long'] })
    await begun.promise
    return { importing }
  }
  const { importing } = await begin(1)
  return {
    begin,
    project,
    serve,
    ask,
    importing,
    answered,
    refused,
    waiting,
    letEnd: () => {
      isEnding = true
    },
  }
}

const titlesIn = ({ repositories }: Awaited<ReturnType<typeof longImport>>['project']): string[] =>
  repositories.documents.list().map(({ title }) => title)

test('what is changed during a long import is done after it, in order, while reading goes on', async () => {
  const app = await longImport('waits')
  const made = app.ask(2, 'tag.create', { name: 'Written meanwhile' })
  const undone = app.ask(3, 'history.undo')
  await app.ask(4, 'document.list')
  expect(app.answered).toEqual(['4 done'])
  app.letEnd()
  await Promise.all([app.importing, made, undone])
  expect(app.answered.toSorted()).toEqual(['1 done', '2 done', '3 done', '4 done'])
  expect(titlesIn(app.project)).toEqual(['before', 'long'])
  expect(app.project.history.state().undo).toBe('import long')
  expect(app.project.history.state().redo).not.toBeNull()
  await app.serve({ type: 'close', id: 5 })
})

test('an undo pressed during a long import undoes what was done meanwhile, and never the import', async () => {
  const app = await longImport('undone')
  const made = app.ask(2, 'tag.create', { name: 'Written meanwhile' })
  const undone = [app.ask(3, 'history.undo'), app.ask(4, 'history.undo')]
  expect(app.waiting).toEqual([1, 2, 3])
  app.letEnd()
  await Promise.all([app.importing, made, ...undone])
  expect(app.waiting).toEqual([1, 2, 3, 2, 1, 0])
  expect(app.answered.toSorted()).toEqual(['1 done', '2 done', '3 done', '4 busy'])
  expect(app.refused).toEqual([
    'Nothing was undone: “import long” came in meanwhile. When the import has ended, undo takes it back.',
  ])
  expect(titlesIn(app.project)).toEqual(['before', 'long'])
  await app.ask(5, 'history.undo')
  expect(titlesIn(app.project)).toEqual(['before'])
  await app.serve({ type: 'close', id: 6 })
})

test('an undo pressed during a long import that more files follow is told when it can be taken back', async () => {
  let isGoingOn = true
  const app = await longImport('several', { key: 'k', withinMs: 600_000, isGoingOn: () => isGoingOn })
  const undone = app.ask(2, 'history.undo')
  app.letEnd()
  await Promise.all([app.importing, undone])
  expect(app.refused).toEqual([
    'Nothing was undone: “import long” came in meanwhile. When the import has ended, undo takes it back.',
  ])
  isGoingOn = false
  await app.ask(3, 'history.undo')
  expect(titlesIn(app.project)).toEqual(['before'])
  await app.serve({ type: 'close', id: 4 })
})

test('an undo pressed during a long import that is cancelled undoes what came before it', async () => {
  const app = await longImport('undone-cancelled')
  const undone = app.ask(2, 'history.undo')
  await app.serve({ type: 'cancel', task: 'long' })
  await Promise.all([app.importing, undone])
  expect(app.answered.toSorted()).toEqual(['1 cancelled', '2 done'])
  expect(titlesIn(app.project)).toEqual([])
  await app.serve({ type: 'close', id: 3 })
})

test('an undo pressed during a second long import that is cancelled undoes the first', async () => {
  const app = await longImport('undone-first')
  app.letEnd()
  await app.importing
  const second = await app.begin(2)
  const undone = app.ask(3, 'history.undo')
  await app.serve({ type: 'cancel', task: 'long' })
  await Promise.all([second.importing, undone])
  expect(app.answered.toSorted()).toEqual(['1 done', '2 cancelled', '3 done'])
  expect(titlesIn(app.project)).toEqual(['before'])
  await app.serve({ type: 'close', id: 4 })
})

test('an import is stopped though changes wait for it, and they are made', async () => {
  const app = await longImport('cancelled')
  const made = app.ask(2, 'tag.create', { name: 'Written meanwhile' })
  await app.serve({ type: 'cancel', task: 'long' })
  await Promise.all([app.importing, made])
  expect(app.answered.toSorted()).toEqual(['1 cancelled', '2 done'])
  expect(titlesIn(app.project)).toEqual(['before'])
  expect(app.project.repositories.tags.list().map(({ name }) => name)).toContain('Written meanwhile')
  await app.serve({ type: 'close', id: 3 })
})

test('a project that is closed during a long import keeps what was changed meanwhile', async () => {
  const app = await longImport('closed')
  const made = app.ask(2, 'tag.create', { name: 'Written meanwhile' })
  await app.serve({ type: 'close', id: 3 })
  await made
  expect(app.answered.toSorted()).toEqual(['1 cancelled', '2 done', '3 done'])
})
