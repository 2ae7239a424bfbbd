import { beforeEach, expect, it, vi } from 'vitest'
import { Failure } from '../../../preload/contract/failure.ts'
import { request } from '../../client.ts'
import { workbench } from '../workbench.ts'
import { noSearch } from './search-state.ts'
import { change, countInWords, lineAt, run, sortLines, wantLines } from './searching.ts'

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

/** A search whose first two lines came early, and that was stopped at 1,204 hits. */
function stopsCounting() {
  const lines = (from: number, count: number) => Array.from({ length: count }, (_, at) => `line ${from + at}`)
  vi.mocked(request).mockImplementation((async (
    channel: string,
    input: { soFar?: boolean; lines: number; from: number; count: number },
  ) => {
    if (channel === 'search.run') return { ...found, counted: false, lines: lines(0, 2) }
    if (channel === 'search.lines') return lines(input.from, input.count)
    if (channel !== 'search.count') return undefined
    if (!input.soFar) throw new Failure('cancelled', 'The search was given up.')
    return { ...found, counted: false, hits: 1204, documents: 35, lines: lines(0, input.lines) }
  }) as never)
}

it('says of a count that was stopped that it was, and the least number', async () => {
  stopsCounting()
  await run()
  const { problem, result, stopped } = workbench.getState().searching
  expect(countInWords(result!, stopped)).toBe('Stopped: at least 1,204 hits in 35 documents')
  expect(workbench.getState().said.words).toBe('Stopped: at least 1,204 hits in 35 documents')
  expect(problem).toBe('')
})

it('has the lines that were found when the count was stopped, and asks for none beyond', async () => {
  stopsCounting()
  await run()
  expect(lineAt(workbench.getState().searching, 2)).toBe('line 2')
  expect(lineAt(workbench.getState().searching, 99)).toBe('line 99')
  wantLines(workbench.getState().searching.result, 'text', 1150, 1250)
  await vi.waitFor(() => expect(lineAt(workbench.getState().searching, 1203)).toBe('line 1203'))
  expect(lineAt(workbench.getState().searching, 1204)).toBeUndefined()
})

it('goes back to the order of the texts where sorting was stopped, which needs all hits', async () => {
  stopsCounting()
  const running = run()
  change({ order: 'left-1', pages: new Map() })
  await running
  expect(workbench.getState().searching.order).toBe('text')
  expect(lineAt(workbench.getState().searching, 1)).toBe('line 1')
})
