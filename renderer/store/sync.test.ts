import { beforeEach, expect, it, vi } from 'vitest'
import type { Changed } from '../../preload/contract/events.ts'
import { Failure, type FailureCode } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/view.ts'

const code = vi.hoisted(() => ({ now: 'not-found' }))
vi.mock('../client.ts', () => ({
  projectChanged() {},
  request: (channel: string) =>
    channel.startsWith('annotation.') || channel.startsWith('link.')
      ? Promise.reject(new Failure(code.now as FailureCode, 'It cannot be read.'))
      : new Promise(() => {}),
}))
const page = { addEventListener() {}, matchMedia: () => ({ matches: false, addEventListener() {} }) }
vi.stubGlobal('window', page)
vi.stubGlobal('addEventListener', page.addEventListener)
vi.stubGlobal('matchMedia', page.matchMedia)
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))

const { hear } = await import('./sync.ts')
const { viewMounted } = await import('./views.ts')
const { workbench } = await import('./workbench.ts')

const importUndone: Changed = {
  history: { undo: null, redo: 'import 2 documents' },
  annotations: null,
  links: { upserted: [], removed: [] },
  claims: { upserted: [], removed: [] },
  documents: null,
  lists: ['document'],
}
const told = async () => {
  hear({ type: 'changed', changed: importUndone }, () => {})
  await new Promise((resolve) => setTimeout(resolve, 20))
  return workbench.getState().notices.map(({ words }) => words)
}

beforeEach(() => {
  workbench.setState({ notices: [] })
  viewMounted('left', 7 as DocumentId, {} as DocumentView)
})

it('no error is shown for a document in a pane that undoing its import has taken away', async () => {
  code.now = 'not-found'
  expect(await told()).toEqual([])
})

it('what fails otherwise is shown', async () => {
  code.now = 'database'
  expect(await told()).toEqual(['It cannot be read.'])
})
