import { beforeEach, expect, it, vi } from 'vitest'
import type { Annotation } from '../../preload/contract/annotation.ts'
import type { Changed } from '../../preload/contract/events.ts'
import { Failure, type FailureCode } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/view.ts'

const gone = 7 as DocumentId
const damaged = 8 as DocumentId
vi.mock('../client.ts', () => ({
  projectChanged() {},
  request: (channel: string, input: { documentId: DocumentId } | undefined) => {
    if (!channel.startsWith('annotation.') && !channel.startsWith('link.')) return new Promise(() => {})
    const code: FailureCode = input?.documentId === gone ? 'not-found' : 'disk'
    return Promise.reject(new Failure(code, `${channel} of ${input?.documentId}`))
  },
}))
const page = { addEventListener() {}, matchMedia: () => ({ matches: false, addEventListener() {} }) }
vi.stubGlobal('window', page)
vi.stubGlobal('addEventListener', page.addEventListener)
vi.stubGlobal('matchMedia', page.matchMedia)
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))

const { hear } = await import('./sync.ts')
const { focusArriving, focusedOn, focusNew } = await import('./reading/focus.ts')
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

beforeEach(() => workbench.setState({ notices: [] }))

it('of what cannot be read, only that is no error which undoing an import has taken out of a pane', async () => {
  viewMounted('left', gone, {} as DocumentView)
  viewMounted('right', damaged, {} as DocumentView)
  hear({ type: 'changed', changed: importUndone }, () => {})

  // Each is asked for the left pane first.
  const shown = () => workbench.getState().notices.map(({ words }) => words)
  await vi.waitFor(() => expect(shown()).toContain(`link.marks of ${damaged}`))
  expect(shown()).toContain(`annotation.columns of ${damaged}`)
  expect(shown().filter((words) => words.endsWith(`of ${gone}`))).toEqual([])
})

it('an annotation that is undone before it is shown in the inspector does not come into focus', async () => {
  const view: Partial<DocumentView> = { setFocused() {}, patchAnnotations() {} }
  viewMounted('left', damaged, view as DocumentView)
  viewMounted('right', gone, view as DocumentView)
  const annotation = { id: 3, documentId: damaged, tagId: 1, spans: [] } as unknown as Annotation
  focusNew(annotation, 'left')
  const removed = [{ id: annotation.id, documentId: damaged }]
  const changed: Changed = { ...importUndone, annotations: { upserted: [], removed }, lists: [] }
  hear({ type: 'changed', changed }, () => {})
  await focusArriving()
  expect(workbench.getState().focused).toBe(null)
  expect(focusedOn('left')).toBe(null)
})
