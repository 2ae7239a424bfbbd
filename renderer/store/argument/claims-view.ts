import { z } from 'zod'
import { ClaimId } from '../../../preload/contract/ids.ts'

/**
 * How the claims are shown: kept for each project and person. `current` is the one whose card is open; `row` the entry of
 * its card that was opened last, to come back to.
 */
export const ClaimsView = z.object({
  words: z.string(),
  order: z.enum(['made', 'mentions', 'first-stated']),
  show: z.enum(['all', 'answered', 'unanswered', 'implicit']),
  current: ClaimId.nullable(),
  chosen: z.array(ClaimId),
  row: z.string(),
})
export type ClaimsView = z.infer<typeof ClaimsView>

export const usualClaims: ClaimsView = {
  words: '',
  order: 'made',
  show: 'all',
  current: null,
  chosen: [],
  row: '',
}
