import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'

const requests = vi.hoisted(() => ({ answers: [] as (() => void)[] }))
vi.mock('../../client.ts', () => ({
  request: (channel: string, { id }: { id: number }) =>
    new Promise((resolve) =>
      requests.answers.push(() => resolve(channel === 'link.of' ? [] : { id, documentId: 7, spans: [] })),
    ),
}))
vi.mock('../painted.ts', async (original) => ({ ...(await original<object>()), painted: async () => {} }))
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))

const { focusAnnotation, forgetFocusOf, isFocusInSight, refreshFocused } = await import('./focus.ts')
const { workbench } = await import('../workbench.ts')

const id = 1 as AnnotationId
const seen = 7 as DocumentId
const imported = 8 as DocumentId

const answerAll = () => {
  for (const answer of requests.answers.splice(0)) answer()
}

beforeEach(() => {
  requests.answers = []
  workbench.setState({
    ...workbench.getInitialState(),
    panes: { left: { documentId: seen }, right: null },
  })
})

describe('an annotation whose document has left its pane', () => {
  const leave = () => {
    forgetFocusOf('left')
    workbench.setState({ panes: { left: { documentId: imported }, right: null } })
  }

  it('does not come into focus when its answer comes late', async () => {
    const focusing = focusAnnotation(id, 'left')
    leave()
    answerAll()
    await focusing
    expect(workbench.getState().focused).toBe(null)
  })

  it('does not come back when what the panel shows of it was being asked for again', async () => {
    const focusing = focusAnnotation(id, 'left')
    answerAll()
    await focusing
    expect(workbench.getState().focused?.annotation.id).toBe(id)
    expect(isFocusInSight(workbench.getState())).toBe(true)

    const refreshing = refreshFocused()
    leave()
    answerAll()
    await refreshing
    expect(workbench.getState().focused).toBe(null)
  })
})

it('an annotation of another document than its pane shows is not in sight', async () => {
  const focusing = focusAnnotation(id, 'left')
  answerAll()
  await focusing
  workbench.setState({ panes: { left: { documentId: imported }, right: null } })
  expect(isFocusInSight(workbench.getState())).toBe(false)
})
