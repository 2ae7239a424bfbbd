import { beforeEach, expect, test, vi } from 'vitest'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { workbench } from '../workbench.ts'
import { closeAnswers, lookForAnswers } from './answers.ts'

const { request, showFailure } = vi.hoisted(() => ({ request: vi.fn(), showFailure: vi.fn() }))
vi.mock('../../client.ts', () => ({ request }))
vi.mock('../notices.ts', () => ({ say: vi.fn(), showFailure }))
vi.mock('../views.ts', () => ({ activeView: () => undefined, viewShowing: vi.fn() }))
vi.mock('../places.ts', () => ({ otherSide: vi.fn(), show: vi.fn() }))
vi.mock('../screen.ts', () => ({ closeDrawer: vi.fn() }))

beforeEach(() => {
  vi.clearAllMocks()
  const claims = statements.map((statement, at) => ({ id: at + 1, statement, mentions: 0 }) as ClaimSummary)
  workbench.setState({ answering: null, claims })
})

const statements = ['The tram pays.', 'Nobody loses a garden.']
/** Asks from the card of the claim, which puts the texts in its place. */
function look(id: number): void {
  const { claimsView } = workbench.getState()
  workbench.setState({ middle: 'claims', claimsView: { ...claimsView, current: id as ClaimId } })
  lookForAnswers()
}
const found = { candidates: [], sentences: 3, words: '' }

test('a claim asked about meanwhile gets its answers though the request before it fails', async () => {
  const old = Promise.withResolvers<never>()
  request.mockReturnValueOnce(old.promise).mockResolvedValueOnce(found)
  look(1)
  look(2)
  old.reject(new Failure('internal', 'It broke.'))
  await vi.waitFor(() => expect(workbench.getState().answering?.candidates).toEqual([]))
  expect(workbench.getState().answering?.to).toEqual({ claim: 2 })
  expect(showFailure).not.toHaveBeenCalled()
})

test('a failure of the claim that is asked about is told, and the panel closes', async () => {
  const failure = new Failure('internal', 'It broke.')
  request.mockRejectedValueOnce(failure)
  look(1)
  await vi.waitFor(() => expect(showFailure).toHaveBeenCalledWith(failure))
  expect(workbench.getState().answering).toBe(null)
})

test('answers to a claim stand beside the texts, and closing them goes back to its card', async () => {
  request.mockResolvedValueOnce(found)
  look(2)
  expect(workbench.getState()).toMatchObject({ middle: 'texts', answering: { words: statements[1] } })
  closeAnswers()
  expect(workbench.getState()).toMatchObject({ middle: 'claims', answering: null })
  await vi.waitFor(() => expect(request).toHaveBeenCalledOnce())
})
