import type { OpenProject } from '../../db/open-project.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import { sharedWork } from '../shared-work.ts'
import { inSlices } from '../slices.ts'
import { type ClaimIndex, createClaimIndex } from './claim-index.ts'

/**
 * The index of a project’s claims: made when it is first asked for, in pieces that let other requests through, and
 * kept up to date with every commit from then on.
 */
export function liveClaimIndex({ history, repositories }: OpenProject): () => Promise<ClaimIndex> {
  const making = new Map<'all', Promise<ClaimIndex>>()
  let made: ClaimIndex | undefined
  // Claims that a commit changed after they were read and before they are in the index.
  const changed = new Set<ClaimId>()

  function follow(index: ClaimIndex, id: ClaimId): void {
    const claim = repositories.claims.find(id)
    if (claim) index.put(id, claim.statement)
    else index.remove(id)
  }

  history.onCommitted(({ rows }) => {
    for (const id of rows('claim') as ClaimId[]) {
      if (made) follow(made, id)
      else changed.add(id)
    }
  })

  async function make(): Promise<ClaimIndex> {
    const index = createClaimIndex()
    const slices = inSlices()
    changed.clear()
    for (const [id, statement] of repositories.claims.statements()) {
      index.put(id, statement)
      await slices.rest()
    }
    for (const id of changed) follow(index, id)
    made = index
    return index
  }

  return () => sharedWork(making, 'all', make)
}
