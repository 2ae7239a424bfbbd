import { expect, it, vi } from 'vitest'
import type { Query } from '../../../preload/contract/finding/query.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { DocumentView } from '../../document/index.ts'

const asked = vi.hoisted(() => [] as string[])
vi.mock('../../finding/finder.ts', () => ({
  Finder: class {
    readonly #text: { id: number }
    constructor(text: { id: number }) {
      this.#text = text
    }
    async find({ words }: Query) {
      asked.push(`${words} in ${this.#text.id}`)
      return { passages: { start: Int32Array.of(3), end: Int32Array.of(5) }, more: false }
    }
    destroy() {}
  },
}))
vi.mock('../../finding/find-nearby.ts', () => ({ nearbyFinder: () => () => null }))
vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))

const { openFinding, search } = await import('./finding.ts')
const { viewMounted } = await import('../views.ts')
const { workbench } = await import('../workbench.ts')

const [one, two] = [1, 2] as DocumentId[]

function mount(documentId: DocumentId): void {
  const view: Partial<DocumentView> = {
    text: { id: documentId } as DocumentView['text'],
    caret: () => 0,
    readingPlace: () => ({ offset: 0, shift: 0 }),
    selection: () => null,
    hasFocus: () => false,
    reveal: () => {},
    setFound: () => {},
  }
  viewMounted('left', documentId, view as DocumentView)
}

it('looks for what was typed before the text was there, and not in the one that was there before', async () => {
  mount(one!)
  workbench.setState({ panes: { left: { documentId: two! }, right: null } })
  openFinding()
  const { finding } = workbench.getState()
  search({ ...finding!.query, words: 'tram' })
  mount(two!)
  await expect.poll(() => workbench.getState().finding?.passages?.start.length).toBe(1)
  expect(asked).toEqual(['tram in 2'])
})
