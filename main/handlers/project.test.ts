import { expect, test } from 'vitest'
import { addDocument } from '../../db/testing/documents.ts'
import { testSession } from '../testing/session.ts'

const spans = [{ start: 0, end: 3 }]

test('a description is typed into one step, a name is given in one', async () => {
  const app = testSession()
  app.sources.tickMs = 300
  await app.ask('project.update', { name: 'Trams' })
  await app.ask('project.update', { name: 'Tram dispute' })
  for (const description of ['A', 'A dispute']) await app.ask('project.update', { description })
  expect(await app.ask('project.info')).toMatchObject({
    name: 'Tram dispute',
    description: 'A dispute',
    readOnly: '',
  })
  expect(await app.ask('history.undo')).toEqual({ label: 'edit project description', place: null })
  expect(await app.ask('history.undo')).toEqual({ label: 'rename project to Tram dispute', place: null })
  expect(await app.ask('project.info')).toMatchObject({ name: 'Trams', description: '' })
})

test('a document goes with its annotations, links and memos, and comes back with them', async () => {
  const app = testSession()
  const [one, two] = [
    addDocument(app.project, 'one', { title: 'One' }),
    addDocument(app.project, 'two', { title: 'Two' }),
  ]
  const [tag] = await app.ask('tag.list')
  const a = await app.ask('annotation.create', { documentId: one, tagId: tag!.id, spans })
  const b = await app.ask('annotation.create', { documentId: two, tagId: tag!.id, spans })
  const [type] = await app.ask('linkType.list')
  const link = await app.ask('link.create', {
    linkTypeId: type!.id,
    source: { annotation: a.id },
    target: { annotation: b.id },
  })
  const memo = await app.ask('memo.create', { about: { document: one }, text: 'doubtful' })
  await app.ask('memo.create', { about: { project: true }, text: 'stays' })

  expect(await app.ask('document.deletionCost', { ids: [one, one] })).toEqual({ annotations: 1, links: 1 })
  await app.ask('document.delete', { ids: [one] })
  expect(app.latestChange()).toMatchObject({
    annotations: { removed: [{ id: a.id, documentId: one }] },
    links: { removed: [link.id] },
    lists: expect.arrayContaining(['document', 'memo']),
    history: { undo: 'delete One' },
  })
  expect(app.latestChange().documents).toEqual(expect.arrayContaining([one, two]))
  expect((await app.ask('document.list')).map(({ id }) => id)).toEqual([two])
  await expect(app.ask('document.text', { id: one })).rejects.toMatchObject({ code: 'not-found' })
  expect(await app.ask('memo.list', { about: null })).toHaveLength(1)
  expect(await app.ask('project.check')).toEqual([])

  expect(await app.ask('history.undo')).toEqual({
    label: 'delete One',
    place: { documentId: one, annotationId: a.id, span: null, others: 0 },
  })
  expect((await app.ask('document.text', { id: one })).text).toBe('one')
  expect(await app.ask('memo.list', { about: { document: one } })).toEqual([memo])
  expect(await app.ask('link.get', { id: link.id })).toEqual(link)
  expect(app.latestChange().lists).toContain('document')
})

test('details of a document change in steps of their own, and only the list that changed is told', async () => {
  const app = testSession()
  const id = addDocument(app.project, 'text', { title: 'T' })
  await app.ask('document.update', { id, change: { status: 'in-progress' } })
  expect(app.latestChange()).toMatchObject({
    history: { undo: 'mark T as in progress' },
    documents: [id],
    lists: [],
  })
  await app.ask('document.update', { id, change: { metadata: { date: '2020', outlet: 'Radio' } } })
  expect(await app.ask('document.summaries', { ids: [id] })).toMatchObject([
    { date: '2020', outlet: 'Radio' },
  ])
  await app.ask('document.update', { id, change: { title: 'New' } })
  expect(app.latestChange().history.undo).toBe('rename T to New')
})

test('documents move, and not before themselves', async () => {
  const app = testSession()
  const ids = ['a', 'b', 'c'].map((text) => addDocument(app.project, text))
  await app.ask('document.move', { ids: [ids[2]!], beforeId: ids[0]! })
  expect((await app.ask('document.list')).map(({ title }) => title)).toEqual(['c', 'a', 'b'])
  expect(app.latestChange()).toMatchObject({ lists: ['document'], history: { undo: 'move document' } })
  await expect(app.ask('document.move', { ids: [ids[0]!], beforeId: ids[0]! })).rejects.toMatchObject({
    code: 'bad-input',
  })
})

test('a speaker is found again by name or variant, whatever the case', async () => {
  const app = testSession()
  const made = await app.ask('speaker.create', { name: 'Dmitry Peskov', variants: ['Peskov'] })
  expect(await app.ask('speaker.create', { name: 'PESKOV' })).toEqual(made)
  await app.ask('speaker.create', { name: 'Ada 10' })
  await app.ask('speaker.create', { name: 'ada 9' })
  expect((await app.ask('speaker.list')).map(({ name }) => name)).toEqual([
    'ada 9',
    'Ada 10',
    'Dmitry Peskov',
  ])

  const documentId = addDocument(app.project, 'text')
  const [tag] = await app.ask('tag.list')
  const { id } = await app.ask('annotation.create', { documentId, tagId: tag!.id, spans })
  await app.ask('annotation.update', { id, change: { speakerId: made.id } })
  expect((await app.ask('history.state')).undo).toBe('set speaker Dmitry Peskov')
  await app.ask('speaker.delete', { id: made.id })
  expect((await app.ask('annotation.get', { id })).speakerId).toBeNull()
  expect(app.latestChange()).toMatchObject({
    lists: ['speaker'],
    annotations: { upserted: [{ id, speakerId: null }] },
  })
})

test('memos are about something that is there', async () => {
  const app = testSession()
  await expect(app.ask('memo.create', { about: { tag: 77 as never }, text: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  const [tag] = await app.ask('tag.list')
  const { id } = await app.ask('memo.create', { about: { tag: tag!.id }, text: 'x' })
  expect(await app.ask('memo.update', { id, text: 'y' })).toMatchObject({
    about: { tag: tag!.id },
    text: 'y',
  })
  await app.ask('memo.delete', { id })
  await expect(app.ask('memo.delete', { id })).rejects.toMatchObject({ code: 'not-found' })
})

test('two annotators cannot go by the same name', async () => {
  const app = testSession()
  const { history, repositories } = app.project
  history.record('add', () =>
    ['Ada', 'Ben'].map((name) => repositories.annotators.insert({ uid: name, name })),
  )
  const [ada, ben] = await app.ask('annotator.list')
  expect(await app.ask('annotator.rename', { id: ada!.id, name: 'Ada L.' })).toMatchObject({ name: 'Ada L.' })
  await expect(app.ask('annotator.rename', { id: ben!.id, name: 'Ada L.' })).rejects.toMatchObject({
    code: 'exists',
  })
})
