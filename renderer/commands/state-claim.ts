import type { Claim } from '../../preload/contract/claim.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { say } from '../store/notices.ts'

/** Makes the annotation a mention of the claim with these words, which is made when there is none; '' takes it away. */
export async function setClaim(id: AnnotationId, words: string, claims: readonly Claim[]): Promise<void> {
  const statement = words.trim()
  if (statement === '') {
    await request('annotation.update', { id, change: { claimId: null } })
    say('States no claim now')
    return
  }
  const known = claims.find((claim) => claim.statement === statement)
  const claim = known ?? (await request('claim.create', { statement }))
  await request('annotation.update', { id, change: { claimId: claim.id } })
  say(known ? 'Now a mention of that claim' : 'New claim made')
}
