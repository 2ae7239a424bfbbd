import { expect, test, vi } from 'vitest'
import { createProjectInMemory } from '../../db/create-project.ts'
import { liveClaimIndex } from './live-claim-index.ts'

const many = 4000

test('other requests come through while it is made, and what they change is in it', async () => {
  const project = createProjectInMemory()
  const { claims } = project.repositories
  const add = (statement: string) =>
    claims.insert({ uid: project.newUid(), statement, note: '', created: project.now() })
  const ids = project.history.record('add claims', () =>
    Array.from({ length: many }, (_, at) =>
      add(`The ${at}th tram pays for itself within ${at} years, says survey ${at * 7} of the town’s council`),
    ),
  )

  const index = liveClaimIndex(project)
  const making = index()
  let cameThrough = 0
  const asking = setInterval(() => {
    cameThrough += 1
  }, 1)
  project.history.record('change claims', () => {
    claims.update(ids[0]!, { statement: 'Gardens are lost' })
    claims.delete(ids[1]!)
    add('Harbours are gained')
  })
  const made = await making
  clearInterval(asking)

  expect(cameThrough).toBeGreaterThan(0)
  expect(made.size()).toBe(many)
  expect(made.find('gardens', '', 5).map(({ id }) => id)).toEqual([ids[0]])
  expect(made.find('harbours', '', 5)).toHaveLength(1)
  expect(made.find('0th', '', 5)).toEqual([])

  project.history.undo()
  expect((await index()).find('gardens', '', 5)).toEqual([])
  expect((await index()).find('0th', '', 5)).toHaveLength(1)
})

test('it is made anew after its making has failed', async () => {
  const project = createProjectInMemory()
  const { claims } = project.repositories
  project.history.record('add a claim', () =>
    claims.insert({ uid: project.newUid(), statement: 'Trams pay', note: '', created: project.now() }),
  )
  vi.spyOn(claims, 'statements').mockImplementationOnce(() => {
    throw new Error('disk I/O error')
  })
  const index = liveClaimIndex(project)
  await expect(index()).rejects.toThrow('disk I/O error')
  expect((await index()).find('trams', '', 5)).toHaveLength(1)
})
