import { expect, test } from 'vitest'
import type { TagId } from '../../preload/contract/ids.ts'
import { createProjectInMemory } from '../create-project.ts'
import { countingSources } from '../testing/sources.ts'

/** A project, and steps that are parts of one import until it is ended. */
function importing() {
  const project = createProjectInMemory(countingSources())
  let isGoingOn = true
  const joins = { key: 'import', withinMs: 600_000, isGoingOn: () => isGoingOn }
  const bring = (name: string) =>
    project.history.record('import', () => project.repositories.annotators.insert({ uid: name, name }), {
      joins,
    })
  const rename = (name: string) =>
    project.history.record('rename', () => project.repositories.project.update({ name }))
  const end = () => {
    isGoingOn = false
  }
  return { project, joins, bring, rename, end }
}

const stillUnderWay = expect.objectContaining({
  code: 'busy',
  message: expect.stringContaining('still under way'),
})

test('each part of what is going on waits for its end, also where other work has parted it', () => {
  const { project, bring, rename, end } = importing()
  bring('Ada')
  rename('Trams')
  bring('Ben')
  rename('Buses')
  project.history.undo()
  expect(() => project.history.undo()).toThrow(stillUnderWay)
  end()
  expect(project.history.undo()?.label).toBe('import')
  expect(project.history.undo()?.label).toBe('rename')
  expect(project.history.undo()?.label).toBe('import')
  expect(project.repositories.annotators.list()).toEqual([])
})

test('a step that could not be committed does not make the next one wait', () => {
  const { project, joins, rename } = importing()
  const { tags } = project.repositories
  const gone = { parentId: 99 as TagId }
  // Whether there is such a tag is only looked at by the commit.
  expect(() =>
    project.history.record('import', () => tags.update(tags.list()[0]!.id, gone), { joins }),
  ).toThrow()
  rename('Trams')
  expect(project.history.undo()?.label).toBe('rename')
})
