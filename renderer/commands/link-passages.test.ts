import { expect, it, vi } from 'vitest'
import type { AnnotationId, LinkId, LinkTypeId } from '../../preload/contract/ids.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'

const request = vi.hoisted(() => vi.fn())
vi.mock('../client.ts', () => ({ request }))
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
vi.stubGlobal('requestAnimationFrame', () => 0)

const { dropPending, finishLink, linkFrom, linkFromLink } = await import('./link-passages.ts')
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

it('names both ends of a link whose second end is its source', async () => {
  const undermines = { id: 8 as LinkTypeId, name: 'undermines' } as LinkType
  workbench.setState({ linkTypes: [undermines] })
  const end = (id: number, words: string) => ({ end: { annotation: id as AnnotationId }, words, where: '' })
  const join = async (isReversed: boolean) => {
    dropPending()
    linkFrom(end(1, 'Every survey we know says so'))
    linkFrom(end(2, 'Nobody has ever seen the surveys of which the council speaks so often'))
    await finishLink(undermines.id, isReversed)
  }
  await join(false)
  expect(said()).toBe('Linked: undermines')
  await join(true)
  expect(request).toHaveBeenLastCalledWith('link.create', {
    linkTypeId: undermines.id,
    source: { annotation: 2 },
    target: { annotation: 1 },
  })
  expect(said()).toBe(
    'Linked: “Nobody has ever seen the surveys of …” undermines “Every survey we know says so”',
  )
})
