import type { OpenProject } from '../../db/open-project.ts'
import type { ClaimHead } from '../../db/repositories/claims.ts'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { countByClaim, firstDocuments } from '../argument/by-claim.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { liveSurroundings } from '../work-lists/surroundings.ts'
import { undisturbed } from './undisturbed.ts'

/** Claims that are put into words in one go: some milliseconds. */
const claimsAtOnce = 5000

/** Claims as a list shows them. */
export function claimSummaries(project: OpenProject) {
  const { claims } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  const whole = undisturbed(project.history)

  function summedUp(argument: Argument): (head: ClaimHead) => ClaimSummary {
    const { dates, stances } = around()
    const answered = answeredNodes(argument, stances).claims
    const [counts, first] = [countByClaim(argument), firstDocuments(argument, dates)]
    return ({ id, statement, created }) => ({
      id,
      statement,
      created,
      mentions: counts[id] ?? 0,
      firstStated: dates.dateOf(first[id] ?? 0),
      answered: answered[id] === 1,
    })
  }

  return {
    /** All, in the order they were made, as JSON. */
    packed: () =>
      whole(async (slices) => {
        const argument = await live.now()
        const toSummary = summedUp(argument)
        await slices.rest()
        const heads = claims.heads()
        await slices.rest()
        const pieces: string[] = []
        for (let from = 0; from < heads.length; from += claimsAtOnce) {
          const some = heads.slice(from, from + claimsAtOnce).map(toSummary)
          pieces.push(JSON.stringify(some).slice(1, -1))
          await slices.rest()
        }
        return `[${pieces.join(',')}]`
      }),
    /** Of those that are there. */
    async some(ids: readonly ClaimId[]): Promise<ClaimSummary[]> {
      const toSummary = summedUp(await live.now())
      return ids.flatMap((id) => claims.find(id) ?? []).map(toSummary)
    },
  }
}
