import { beforeEach, expect, it, vi } from 'vitest'
import { request } from '../../client.ts'
import { workbench } from '../workbench.ts'
import { noSearch } from './search-state.ts'
import { change, lineAt, run, sortLines } from './searching.ts'

vi.mock('../../client.ts')
vi.mock('../painted.ts')

const found = { id: 1, counted: true, hits: 2, documents: 1, searched: 1, words: 9, more: false }
let answer: () => void

beforeEach(() => {
  change({ ...noSearch, asked: { ...noSearch.asked, query: 'tram' } })
  vi.mocked(request).mockImplementation((async (channel: string, input: { order: string }) => {
    const lines = [`first by ${input?.order}`, `second by ${input?.order}`]
    if (channel === 'search.lines') return lines
    if (channel !== 'search.run') return undefined
    return new Promise((resolve) => {
      answer = () => resolve({ ...found, lines })
    })
  }) as never)
})

it('shows no lines that come sorted otherwise than now', async () => {
  const running = run()
  sortLines('left-1')
  answer()
  await running
  await vi.waitFor(() => expect(lineAt(workbench.getState().searching, 0)).toBeDefined())
  expect(workbench.getState().searching.order).toBe('left-1')
  expect(lineAt(workbench.getState().searching, 0)).toBe('first by left-1')
})
