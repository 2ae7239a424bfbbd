import { expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { projectDataset } from '../../exchange/project-dataset.ts'
import { countUnanswered } from '../../exchange/unanswered.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const force: AttributeDefinition = {
  name: 'force',
  kind: 'choice',
  values: ['weak', 'strong'],
  required: true,
}
const empty: AttributeDefinition = { name: 'kind', kind: 'choice', values: [], required: true }

const asImported = ({ project }: TestSession, id: TagId, attributes: AttributeDefinition[]) =>
  project.history.record('import', () => project.repositories.tags.update(id, { attributes }))

test('a choice without choices is refused, unless it came so with an import', async () => {
  const app = testSession()
  const [claim] = await app.ask('tag.list')
  const define = (attributes: AttributeDefinition[]) =>
    app.ask('tag.update', { id: claim!.id, change: { attributes } })
  await expect(define([empty])).rejects.toMatchObject({ code: 'bad-input' })
  await expect(define([force, force])).rejects.toMatchObject({ code: 'bad-input' })
  await expect(app.ask('tag.create', { name: 'Doubt', attributes: [empty] })).rejects.toMatchObject({
    code: 'bad-input',
  })

  asImported(app, claim!.id, [empty])
  await define([empty, force])
  expect((await app.ask('tag.list'))[0]?.attributes.map(({ name }) => name)).toEqual(['kind', 'force'])
})

test('what cannot be answered and what is not answered yet is told, and neither counts as a fault', async () => {
  const app = testSession()
  const documentId = addDocument(app.project, 'The tram pays for itself. It never does.')
  const [claim] = await app.ask('tag.list')
  asImported(app, claim!.id, [empty, force])
  const annotate = (start: number) =>
    app.ask('annotation.create', { documentId, tagId: claim!.id, spans: [{ start, end: start + 3 }] })
  const { id } = await annotate(0)
  await annotate(4)
  const unanswerable = 'The tag “Claim” asks for “kind” and gives no choices: add some in the codebook.'
  const counted = () => countUnanswered(projectDataset(app.project.repositories))

  expect(await app.ask('project.undone')).toEqual([
    unanswerable,
    '2 annotations of “Claim” lack what the tag requires.',
  ])
  expect(counted()).toBe(2)
  await app.ask('annotation.update', { id, change: { attributes: { force: 'weak' } } })
  expect(await app.ask('project.undone')).toEqual([
    unanswerable,
    'An annotation of “Claim” lacks what the tag requires.',
  ])
  expect(counted()).toBe(1)
  expect(await app.ask('project.check')).toEqual([])
})
