import type { OpenProject } from '../../db/open-project.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import { type ClaimIndex, createClaimIndex } from './claim-index.ts'

/** The index of a project’s claims: made when it is first asked for, kept up to date with every commit from then on. */
export function liveClaimIndex({ history, repositories }: OpenProject): () => ClaimIndex {
  let index: ClaimIndex | undefined
  history.onCommitted(({ rows }) => {
    for (const id of index ? (rows('claim') as ClaimId[]) : []) {
      const claim = repositories.claims.find(id)
      if (claim) index?.put(id, claim.statement)
      else index?.remove(id)
    }
  })
  return () => {
    if (index) return index
    index = createClaimIndex()
    for (const [id, statement] of repositories.claims.statements()) index.put(id, statement)
    return index
  }
}
