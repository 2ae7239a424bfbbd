// @vitest-environment node

import { beforeAll, expect, test, vi } from 'vitest'
import { dispatch } from '../../main/dispatch.ts'
import { testSession } from '../../main/testing/session.ts'
import type { Event } from '../../preload/contract/events.ts'
import { packReply } from '../../preload/contract/long-answers.ts'

let edit: typeof import('./edit-codebook.ts')
let hear: typeof import('../store/sync.ts')['hear']
let workbench: typeof import('../store/workbench.ts')['workbench']
const asked = vi.fn()

beforeAll(async () => {
  vi.stubGlobal('window', { rejoinder: { request: asked }, addEventListener: () => {} })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }))
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))
  vi.stubGlobal('document', { activeElement: null, querySelector: () => null, querySelectorAll: () => [] })
  edit = await import('./edit-codebook.ts')
  ;({ hear } = await import('../store/sync.ts'))
  ;({ workbench } = await import('../store/workbench.ts'))
})

test('tags that are moved stand at their new places when that is said, and the codebook was asked for once', async () => {
  const app = testSession({ emit: (event: Event) => hear(event, () => {}) })
  asked.mockImplementation(async (channel: string, input: unknown) => {
    const reply = await dispatch(app.session.handlers, channel, input)
    // A long list comes after the answer to the move.
    if (channel === 'tag.list') await new Promise((resolve) => setTimeout(resolve))
    return packReply(channel, reply)
  })
  const tags = await app.ask('tag.list')
  workbench.setState({ tags, project: await app.ask('project.info') })
  const [first, second] = tags

  await edit.moveTags([first!.id], () => ({ parentId: second!.id, beforeId: null }))

  const moved = workbench.getState().tags.find(({ id }) => id === first!.id)
  expect(moved?.parentId).toBe(second!.id)
  expect(workbench.getState().said.words).toMatch(/ moved, under /)
  expect(asked.mock.calls.filter(([channel]) => channel === 'tag.list')).toHaveLength(1)
})
