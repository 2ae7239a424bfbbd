import { expect, test, vi } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { Link } from '../../../preload/contract/link.ts'
import { testSession } from '../../testing/session.ts'
import { readMaterial } from './read-material.ts'

test('a document is read with its annotations in order, their links, speakers and the tags they have', async () => {
  const app = testSession()
  const statement = addDocument(app.project, 'The tram pays for itself. So we say.', {
    title: 'Statement',
    metadata: { genre: 'leaflet', date: '2021', author: 'Council', language: 'en' },
  })
  const reply = addDocument(app.project, 'It never has.', { title: 'Reply', metadata: { date: '2022-05' } })
  const [claimTag, rebuttalTag] = (await app.ask('tag.list')).map(({ id }) => id)
  const tag = async (documentId: DocumentId, tagId: typeof claimTag, start: number, end: number) =>
    (await app.ask('annotation.create', { documentId, tagId: tagId!, spans: [{ start, end }] })).id
  const late = await tag(statement, claimTag, 26, 36)
  const early = await tag(statement, claimTag, 0, 25)
  const answer = await tag(reply, rebuttalTag, 0, 13)
  const speaker = await app.ask('speaker.create', { name: 'Ada' })
  await app.ask('annotation.update', { id: answer, change: { speakerId: speaker.id } })
  const yesNo = { name: 'contested', kind: 'yes-no' as const }
  const certainty = { name: 'certainty', kind: 'choice' as const, values: ['high'] }
  await app.ask('tag.update', { id: claimTag!, change: { attributes: [certainty, yesNo] } })
  const attributes = { contested: false, certainty: 'high', former: 'gone' }
  await app.ask('annotation.update', { id: early, change: { attributes } })
  await app.ask('annotation.update', { id: early, change: { confidence: 0.75 } })
  const types = await app.ask('linkType.list')
  const link = (uid: string, source: typeof late, target: typeof late) =>
    app.ask('link.create', {
      linkTypeId: types.find((one) => one.uid === uid)!.id,
      source: { annotation: source },
      target: { annotation: target },
    })
  const support = await link('supports', late, early)
  await link('rebuts', answer, early)
  await app.ask('link.create', {
    linkTypeId: types.find((one) => one.uid === 'undercuts')!.id,
    source: { annotation: answer },
    target: { link: support.id },
  })

  const material = readMaterial(app.project.repositories, statement)
  expect(material.facts).toEqual([
    { name: 'author', value: 'Council' },
    { name: 'date', value: '2021' },
    { name: 'language', value: 'en' },
    { name: 'genre', value: 'leaflet' },
  ])
  expect(material.tags.map(({ id }) => id)).toEqual([claimTag])
  expect(material.annotations.map(({ number, spans }) => [number, spans[0]!.start])).toEqual([
    [1, 0],
    [2, 26],
  ])
  expect(material.annotations.map(({ details }) => details)).toEqual([
    ['certainty: high', 'contested: no', 'confidence: high'],
    [],
  ])
  expect(material.annotations[0]!.links).toMatchObject([
    { type: '… rebuts this', words: 'It never has.', source: 'Reply, Ada', date: '2022-05', to: null },
    { type: '… supports this', words: 'So we say.', to: 2 },
  ])
  const undercut = { type: '… undercuts this link', words: 'It never has.', source: 'Reply, Ada', to: null }
  expect(material.annotations[0]!.links.map(({ onto }) => onto)).toMatchObject([[], [undercut]])
  expect(material.annotations[1]!.links).toMatchObject([
    { type: 'supports', isOutgoing: true, to: 1, onto: [undercut] },
  ])
})

test('what hundreds of links onto each other and onto one passage say is read once', () => {
  const { project } = testSession()
  const { annotationHits, annotations, annotators, links, linkTypes, tags } = project.repositories
  const documentId = addDocument(project, 'The tram pays for itself.')
  project.history.record('link', () => {
    const annotatorId = annotators.insert({ uid: 'ada', name: 'Ada' })
    const linkTypeId = linkTypes.list()[0]!.id
    const target = {
      annotation: annotations.insert({
        ...{ uid: 'a', documentId, annotatorId, tagId: tags.list()[0]!.id, spans: [{ start: 0, end: 8 }] },
        ...{ claimId: null, speakerId: null, attributes: {}, confidence: null, note: '', created: '' },
      }),
    }
    let source: Link['source'] = target
    for (let at = 0; at < 300; at++) {
      const made = { linkTypeId, annotatorId, strength: null, status: '', note: '', created: '' }
      source = { link: links.insert({ uid: `l${at}`, source, target, ...made }) }
    }
  })
  const find = vi.spyOn(annotationHits, 'find')
  const entry = vi.spyOn(linkTypes, 'entry')
  const { annotations: [only] = [] } = readMaterial(project.repositories, documentId)
  expect(only!.links).toHaveLength(300)
  expect(find).toHaveBeenCalledTimes(1)
  expect(entry).toHaveBeenCalledTimes(1)
})

test('a document that has gone is said', () => {
  expect(() => readMaterial(testSession().project.repositories, 99 as DocumentId)).toThrow(/not there/)
})
