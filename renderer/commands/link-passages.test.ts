import { expect, it, vi } from 'vitest'
import type { AnnotationId, LinkId } from '../../preload/contract/ids.ts'

const request = vi.hoisted(() => vi.fn())
vi.mock('../client.ts', () => ({ request }))
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
vi.stubGlobal('requestAnimationFrame', () => 0)

const { dropPending, linkFrom, linkFromLink } = await import('./link-passages.ts')
const { workbench } = await import('../store/workbench.ts')
const said = () => workbench.getState().said.words

it('says whether a link is begun at a passage or at a link, and names both ends of that', async () => {
  linkFrom({ end: { annotation: 1 as AnnotationId }, words: 'The tram pays', where: 'Statement' })
  expect(said()).toBe('Link begun. Go to the other end and press L there')
  dropPending()
  request.mockResolvedValue([{ kind: 'link', link: 3, words: 'rebuts: “It never has” → “The tram pays”' }])
  await linkFromLink(3 as LinkId)
  expect(said()).toBe(
    'Link begun from the link rebuts: “It never has” → “The tram pays”. Go to the other end and press L there',
  )
  expect(workbench.getState().pending?.end).toEqual({ link: 3 })
})
