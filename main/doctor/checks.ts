import type { Argument } from '../argument/argument.ts'
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
