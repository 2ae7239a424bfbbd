import type { OpenProject } from '../../db/open-project.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import { inSlices } from '../answers/slices.ts'
import { type ClaimIndex, createClaimIndex } from './claim-index.ts'

/**
 * The index of a project’s claims: made when it is first asked for, in pieces that let other requests through, and
 * kept up to date with every commit from then on.
 */
export function liveClaimIndex({ history, repositories }: OpenProject): () => Promise<ClaimIndex> {
  const index = createClaimIndex()
  // Claims that a commit changed after they were read and before they are in the index.
  const changed = new Set<ClaimId>()
  let making: Promise<ClaimIndex> | undefined
  let isMade = false

  function follow(id: ClaimId): void {
    const claim = repositories.claims.find(id)
    if (claim) index.put(id, claim.statement)
    else index.remove(id)
  }

  history.onCommitted(({ rows }) => {
    if (making === undefined) return
    for (const id of rows('claim') as ClaimId[]) {
      if (isMade) follow(id)
      else changed.add(id)
    }
  })

  async function make(): Promise<ClaimIndex> {
    const slices = inSlices()
    for (const [id, statement] of repositories.claims.statements()) {
      index.put(id, statement)
      await slices.rest()
    }
    for (const id of changed) follow(id)
    isMade = true
    return index
  }

  return () => {
    making ??= make()
    return making
  }
}
