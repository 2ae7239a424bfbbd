import { expect, it, vi } from 'vitest'
import type { AnnotationId, LinkId } from '../../preload/contract/ids.ts'

vi.mock('../client.ts', () => ({ request: () => new Promise(() => {}) }))
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
vi.stubGlobal('requestAnimationFrame', () => 0)

const { dropPending, linkFrom, linkFromLink } = await import('./link-passages.ts')
const { workbench } = await import('../store/workbench.ts')
const said = () => workbench.getState().said.words

it('says whether a link is begun at a passage or at a link', () => {
  linkFrom({ end: { annotation: 1 as AnnotationId }, words: 'The tram pays', where: 'Statement' })
  expect(said()).toBe('Link begun. Go to the other end and press L there')
  dropPending()
  linkFromLink(3 as LinkId, 'rebuts', 'The tram pays')
  expect(said()).toBe(
    'Link begun from the link “rebuts: The tram pays”. Go to the other end and press L there',
  )
  expect(workbench.getState().pending?.end).toEqual({ link: 3 })
})
