import type { Argument } from '../argument/argument.ts'
import { firstDocuments, mentionsByClaim, rowsOfClaim } from '../argument/by-claim.ts'
import { type Node, sourceNode, targetNode } from '../argument/nodes.ts'
import { inSlices } from '../slices.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'
import { eachTie, pairName, pairOf, unorderedPair, unorderedPairName } from './pairs.ts'

/** Links against something that come from it. By link id. */
export async function selfAttacks(argument: Argument, about: Surroundings): Promise<string[]> {
  const found: string[] = []
  await eachTie(argument, about, (link, stance, source, target) => {
    if (stance.against && source === target) found.push(`l${link}`)
  })
  return found
}

/** Pairs of which the first supports the second, while one stands against the other. */
export async function supportedOpponents(argument: Argument, about: Surroundings): Promise<string[]> {
  const opponents = new Set<number>()
  await eachTie(argument, about, (_, stance, source, target) => {
    if (stance.against && source !== target) opponents.add(unorderedPair(source, target))
  })
  const found = new Set<string>()
  await eachTie(argument, about, (_, stance, source, target) => {
    if (stance.supports && opponents.has(unorderedPair(source, target))) found.add(pairName(source, target))
  })
  return [...found]
}

/** Pairs that links of one directed type join in both directions, with the type before them: `t2 a4 c7`. */
export async function bothWays(argument: Argument, about: Surroundings): Promise<string[]> {
  const seen = new Map<number, Set<number>>()
  const found = new Set<string>()
  await eachTie(argument, about, (link, stance, source, target) => {
    if (stance.symmetric || source === target) return
    const type = argument.type[link]!
    const pairs = seen.get(type) ?? new Set()
    seen.set(type, pairs)
    pairs.add(pairOf(source, target))
    if (pairs.has(pairOf(target, source))) found.add(`t${type} ${unorderedPairName(source, target)}`)
  })
  return [...found]
}

/** Claims between two looks at the clock. */
const claimsAtOnce = 500

/** Pairs of claims with the same words: the first that has them with each later one. */
export async function claimsWordedAlike(
  statements: Iterable<readonly [id: number, statement: string]>,
): Promise<string[]> {
  const slices = inSlices()
  const first = new Map<string, number>()
  const found: string[] = []
  let looked = 0
  for (const [id, statement] of statements) {
    const words = plain(statement)
    const known = first.get(words)
    if (words !== '' && known !== undefined) found.push(pairName(known, id))
    else first.set(words, id)
    looked += 1
    if (looked % claimsAtOnce === 0) await slices.rest()
  }
  return found
}

/** Without case and signs. */
const plain = (statement: string): string =>
  statement
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** The passage that gives the answer of a link; of a claim the one that states it first, 0 where none does. */
export function answeringPassage(argument: Argument, { dates }: Surroundings, link: number): number {
  const passage = argument.sourceAnnotation[link]!
  return passage !== 0 ? passage : firstStating(argument, dates, sourceNode(argument, link))
}

/** The passage that states first what a link answers; 0 where none does. */
export function answeredPassage(argument: Argument, { dates }: Surroundings, link: number): number {
  return firstStating(argument, dates, targetNode(argument, link))
}

function firstStating(argument: Argument, dates: Surroundings['dates'], node: Node): number {
  if (node <= 0) return -node
  const { document } = argument
  let first = 0
  for (const mention of rowsOfClaim(mentionsByClaim(argument), node)) {
    if (first === 0 || dates.compare(document[mention]!, document[first]!) < 0) first = mention
  }
  return first
}

/**
 * Directed links against something that was first stated after the answer was given. A date that is not known to the day
 * is early only where all its days are. By link id.
 */
export async function answersTooEarly(argument: Argument, about: Surroundings): Promise<string[]> {
  const { dates } = about
  const first = firstDocuments(argument, dates)
  const statedIn = (node: Node) => (node > 0 ? first[node]! : argument.document[-node]!)
  const found: string[] = []
  await eachTie(argument, about, (link, stance, source, target) => {
    if (!stance.against || stance.symmetric) return
    const passage = argument.sourceAnnotation[link]!
    const given = dates.lastDay(passage > 0 ? argument.document[passage]! : statedIn(source))
    const made = dates.firstDay(statedIn(target))
    if (given !== undefined && made !== undefined && given < made) found.push(`l${link}`)
  })
  return found
}
