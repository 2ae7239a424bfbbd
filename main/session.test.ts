import { expect, test } from 'vitest'
import { addDocument, documentOf } from '../db/testing/documents.ts'
import type { DocumentImporter } from './project-context.ts'
import { testSession } from './testing/session.ts'

const spans = [{ start: 0, end: 3 }]

test('an annotator joins with the first thing done, is known by uid, and signs the history', async () => {
  const app = testSession({ who: { uid: 'ada', name: '  Ada ' } })
  const documentId = addDocument(app.project, 'text')
  const [tag, otherTag] = await app.ask('tag.list')
  expect(await app.ask('annotator.list')).toEqual([])
  const { annotatorId } = await app.ask('annotation.create', { documentId, tagId: tag!.id, spans })
  expect(await app.ask('annotator.list')).toEqual([{ id: annotatorId, uid: 'ada', name: 'Ada' }])
  await app.ask('annotator.rename', { id: annotatorId, name: 'Ada L.' })

  const again = testSession({ project: app.project, who: { uid: 'ada', name: 'Ada' } })
  const more = await again.ask('annotation.create', { documentId, tagId: otherTag!.id, spans })
  expect(more.annotatorId).toBe(annotatorId)
  const other = testSession({ project: app.project, who: { uid: 'ben', name: '' } })
  await other.ask('annotation.create', { documentId, tagId: tag!.id, spans })
  expect((await app.ask('annotator.list')).map(({ name }) => name)).toEqual(['Ada L.', 'Annotator'])
  expect(app.project.database.prepare('SELECT DISTINCT who FROM step').pluck().all()).toEqual([
    'Ada',
    'Annotator',
  ])
})

test('an import tells its progress, can be stopped, and is one step', async () => {
  const importDocuments: DocumentImporter = async ({ project }, { task: key, paths }, task) => {
    const documentIds = []
    for (const [index, path] of paths.entries()) {
      if (task.signal.aborted) break
      task.progress(index, paths.length, path)
      const insert = () => project.repositories.documents.insert(documentOf(path))
      documentIds.push(
        project.history.record(`import ${index + 1} documents`, insert, {
          joins: { key, withinMs: Number.POSITIVE_INFINITY },
        }),
      )
      await new Promise((resolve) => setTimeout(resolve))
      if (index === 1) app.session.cancel(key)
    }
    const file = {
      path: '/all',
      name: 'all',
      outcome: 'imported' as const,
      documentIds,
      notes: [],
      problem: '',
    }
    return { files: [file], cancelled: task.signal.aborted }
  }
  const app = testSession({ importDocuments })
  const request = { task: 'import 1', paths: ['a', 'b', 'c'] }
  const running = app.ask('document.import', request)
  await expect(app.ask('document.import', request)).rejects.toMatchObject({ code: 'exists' })
  expect(await running).toMatchObject({ cancelled: true, files: [{ documentIds: [1, 2] }] })
  // What follows soon after waits a little.
  expect(app.events.find(({ type }) => type === 'progress')).toEqual({
    type: 'progress',
    progress: { task: 'import 1', done: 0, of: 3, doing: 'a' },
  })
  expect(await app.ask('history.state')).toEqual({ undo: 'import 2 documents', redo: null })
  expect(await app.ask('history.undo')).toEqual({ label: 'import 2 documents', place: null })
  expect(await app.ask('document.list')).toEqual([])
  expect(await app.ask('history.redo')).toEqual({
    label: 'import 2 documents',
    place: { documentId: 1, annotationId: null, span: null, others: 0 },
  })
  app.session.cancel('import 1')
})

test('closing waits for what is under way', async () => {
  let ended = false
  const app = testSession({
    importDocuments: async (_, __, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      ended = true
      return { files: [], cancelled: true }
    },
  })
  const running = app.ask('document.import', { task: 't', paths: ['a'] })
  await app.session.close()
  expect(ended).toBe(true)
  expect((await running).cancelled).toBe(true)
  expect(app.project.database.open).toBe(false)
})

test('what changes very much is told in few words', async () => {
  const app = testSession()
  const documentId = addDocument(app.project, 'text')
  const { annotations, annotators, tags } = app.project.repositories
  const [tag] = tags.list()
  app.project.history.record('import', () => {
    const annotatorId = annotators.insert({ uid: 'a', name: 'Ada' })
    const common = { documentId, annotatorId, tagId: tag!.id, spans, created: app.project.now() }
    for (let i = 0; i < 600; i++) annotations.insert({ ...common, uid: `n${i}` })
  })
  expect(app.latestChange()).toMatchObject({
    annotations: null,
    documents: [documentId],
    lists: ['annotator'],
  })
  app.project.history.record('import more', () => {
    const common = {
      documentId,
      annotatorId: annotators.list()[0]!.id,
      tagId: tag!.id,
      spans,
      created: app.project.now(),
    }
    for (let i = 0; i < 3000; i++) annotations.insert({ ...common, uid: `m${i}` })
  })
  expect(app.latestChange()).toMatchObject({ annotations: null, documents: null })
  await app.ask('history.undo')
  expect(app.latestChange()).toMatchObject({
    annotations: null,
    documents: null,
    history: { redo: 'import more' },
  })
  expect((await app.ask('annotation.columns', { documentId })).annotation).toHaveLength(600)
})
