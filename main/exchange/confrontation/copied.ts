import type { Repositories } from '../../../db/repositories/index.ts'
import type {
  ConfrontationCopy,
  ConfrontedAnswer,
  ConfrontedClaim,
} from '../../../preload/contract/confrontation.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, ClaimId, LinkId } from '../../../preload/contract/ids.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import { confrontationColumns, furtherAnswers } from '../../confrontation/columns.ts'
import { confrontedDetails } from '../../confrontation/details.ts'
import type { LiveConfrontations } from '../../confrontation/live.ts'
import type { Slices } from '../../slices.ts'

/** Claims read at once. */
const batch = 50

/** An answer as it stands in a copy. */
export interface CopiedAnswer extends ConfrontedAnswer {
  type: Pick<LinkType, 'id' | 'name' | 'color'>
  /** 1 for an answer to the claim, 2 for one to that, and so on. */
  level: number
  /** Of the link that gives it. */
  uid: string
  /** Of the link that gives the answer which this one answers; null for an answer to the claim. */
  toUid: string | null
  /** Whoever gives it stands above already, so that what answers it is not set again. */
  isAgain: boolean
}

export interface CopiedClaim extends ConfrontedClaim {
  /** Of the claim, or of the passage where it states none. */
  uid: string
  /** Whether a link stands against it. */
  isAnswered: boolean
  /** Each before those that answer it. */
  answers: CopiedAnswer[]
}

/** What a copy is of. */
export interface Copied {
  project: string
  claims: number
  unanswered: number
  /** What is answered and no claim. */
  others: number
  order: ConfrontationCopy['order']
  /** One after the other; each may be long. */
  each: AsyncGenerator<CopiedClaim>
}

/** Reads what goes on paper or into a file, claim by claim. Fails with `bad-input` above `mostRows` rows. */
export async function readCopied(
  repositories: Repositories,
  all: LiveConfrontations,
  { depth, ...choice }: ConfrontationCopy,
  slices: Slices,
  mostRows = Number.POSITIVE_INFINITY,
): Promise<Copied> {
  const columns = await confrontationColumns(all, all.left, choice, slices)
  const types = new Map(repositories.linkTypes.entries().map((type) => [type.id, type]))
  const { claim, start, answer, answered } = columns
  let rows = 0
  const ofClaims = new Set(all.claims)
  const isClaim = Array.from(claim, (thing) => ofClaims.has(thing))

  /** The numbers of answers with their level, each before those that answer it. */
  function* below(
    answers: Iterable<number>,
    level: number,
    givers: readonly number[],
    to: number | null = null,
  ): Generator<{ number: number; level: number; isAgain: boolean; to: number | null }> {
    for (const number of answers) {
      const giver = all.graph.giverOf(number)
      const isAgain = givers.includes(giver)
      yield { number, level, isAgain, to }
      if (level < depth && !isAgain)
        yield* below(furtherAnswers(all, number, choice.order), level + 1, [...givers, giver], number)
    }
  }

  async function* each(): AsyncGenerator<CopiedClaim> {
    for (let first = 0; first < claim.length; first += batch) {
      const things = [...claim.subarray(first, first + batch)]
      const answers = things.map((thing, i) => [
        ...below(answer.subarray(start[first + i]!, start[first + i + 1]!), 1, [thing]),
      ])
      rows += answers.reduce((sum, own) => sum + Math.max(1, own.length), 0)
      if (rows > mostRows) throw tooLong(mostRows)
      const said = confrontedDetails(repositories, all, {
        claims: things,
        answers: [...new Set(answers.flat().map(({ number }) => number))],
      })
      const claims = new Map(said.claims.map((one) => [one.claim, one]))
      const byNumber = new Map(said.answers.map((one) => [one.answer, one]))
      const uids = new Map(
        repositories.links
          .listByIds(said.answers.map(({ linkId }) => linkId))
          .map(({ id, uid }) => [id, uid]),
      )
      const uidOf = (number: number) => uids.get(Math.abs(number) as LinkId) ?? ''
      for (const [i, thing] of things.entries()) {
        const own = claims.get(thing)
        if (!own) continue
        yield {
          ...own,
          uid: uidOfThing(repositories, thing),
          isAnswered: answered[first + i] === 1,
          answers: answers[i]!.flatMap(({ number, level, isAgain, to }): CopiedAnswer[] => {
            const one = byNumber.get(number)
            const type = one && types.get(one.linkTypeId)
            const ids = { uid: uidOf(number), toUid: to === null ? null : uidOf(to) }
            return type ? [{ ...one, ...ids, type, level, isAgain }] : []
          }),
        }
      }
      await slices.rest()
    }
  }
  return {
    project: repositories.project.get().name,
    claims: isClaim.reduce((count, one) => count + Number(one), 0),
    unanswered: answered.reduce((count, one, i) => count + Number(isClaim[i]! && one === 0), 0),
    others: isClaim.reduce((count, one) => count + Number(!one), 0),
    order: choice.order,
    each: each(),
  }
}

/** Each was there a moment ago. */
function uidOfThing({ claims, annotations }: Repositories, thing: number): string {
  if (thing > 0) return claims.find(thing as ClaimId)?.uid ?? ''
  return annotations.find(-thing as AnnotationId)?.uid ?? ''
}

function tooLong(mostRows: number): Failure {
  return new Failure(
    'bad-input',
    `That makes more than ${mostRows.toLocaleString('en')} rows, too many for pages. Show fewer claims or levels, or export CSV.`,
  )
}
