import type { OpenProject } from '../../db/open-project.ts'
import type { ClaimHead } from '../../db/repositories/claims.ts'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { countByClaim, firstDocuments } from '../argument/by-claim.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { liveSurroundings } from '../work-lists/surroundings.ts'

/** Claims as a list shows them. */
export function claimSummaries(project: OpenProject) {
  const { claims } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  async function summed(heads: () => ClaimHead[]): Promise<ClaimSummary[]> {
    const argument = await live.now()
    const { dates, stances } = around()
    const answered = answeredNodes(argument, stances).claims
    const [counts, first] = [countByClaim(argument), firstDocuments(argument, dates)]
    return heads().map(({ id, statement, created }) => ({
      id,
      statement,
      created,
      mentions: counts[id] ?? 0,
      firstStated: dates.dateOf(first[id] ?? 0),
      answered: answered[id] === 1,
    }))
  }

  return {
    /** In the order they were made. */
    list: () => summed(claims.heads),
    /** Of those that are there. */
    some: (ids: readonly ClaimId[]) => summed(() => ids.flatMap((id) => claims.find(id) ?? [])),
  }
}
