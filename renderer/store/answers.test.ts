import { beforeEach, expect, test, vi } from 'vitest'
import { Failure } from '../../preload/contract/failure.ts'
import { lookForAnswersTo } from './answers.ts'
import { workbench } from './workbench.ts'

const { request, showFailure } = vi.hoisted(() => ({ request: vi.fn(), showFailure: vi.fn() }))
vi.mock('../client.ts', () => ({ request }))
vi.mock('./notices.ts', () => ({ say: vi.fn(), showFailure }))
vi.mock('./views.ts', () => ({ activeView: () => undefined, viewShowing: vi.fn() }))
vi.mock('./places.ts', () => ({ otherSide: vi.fn(), show: vi.fn() }))
vi.mock('./screen.ts', () => ({ closeDrawer: vi.fn() }))

beforeEach(() => {
  vi.clearAllMocks()
  workbench.setState({ answering: null })
})

const claim = (id: number) => ({ claim: id }) as { claim: never }
const found = { candidates: [], sentences: 3, words: '' }

test('a claim asked about meanwhile gets its answers though the request before it fails', async () => {
  const old = Promise.withResolvers<never>()
  request.mockReturnValueOnce(old.promise).mockResolvedValueOnce(found)
  lookForAnswersTo(claim(1), 'The tram pays.', null)
  lookForAnswersTo(claim(2), 'Nobody loses a garden.', null)
  old.reject(new Failure('internal', 'It broke.'))
  await vi.waitFor(() => expect(workbench.getState().answering?.candidates).toEqual([]))
  expect(workbench.getState().answering?.to).toEqual(claim(2))
  expect(showFailure).not.toHaveBeenCalled()
})

test('a failure of the claim that is asked about is told, and the panel closes', async () => {
  const failure = new Failure('internal', 'It broke.')
  request.mockRejectedValueOnce(failure)
  lookForAnswersTo(claim(1), 'The tram pays.', null)
  await vi.waitFor(() => expect(showFailure).toHaveBeenCalledWith(failure))
  expect(workbench.getState().answering).toBe(null)
})
