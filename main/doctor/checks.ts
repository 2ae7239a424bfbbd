import type { Argument } from '../argument/argument.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'
import { eachTie, type Node, pairName } from './pairs.ts'

/** Links against something that come from it. By link id. */
export function selfAttacks(argument: Argument, about: Surroundings): string[] {
  const found: string[] = []
  eachTie(argument, about, ({ link, stance, source, target }) => {
    if (stance.against && source === target) found.push(`l${link}`)
  })
  return found
}

/** Pairs of which the first supports the second, while one stands against the other. */
export function supportedOpponents(argument: Argument, about: Surroundings): string[] {
  const opponents = new Set<number>()
  eachTie(argument, about, ({ stance, source, target }) => {
    if (stance.against && source !== target) opponents.add(unordered(source, target))
  })
  const found = new Set<string>()
  eachTie(argument, about, ({ stance, source, target }) => {
    if (stance.supports && opponents.has(unordered(source, target))) found.add(pairName(source, target))
  })
  return [...found]
}

/** Pairs that links of one directed type join in both directions, with the type before them: `t2 a4 c7`. */
export function bothWays(argument: Argument, about: Surroundings): string[] {
  const seen = new Map<number, Set<number>>()
  const found = new Set<string>()
  eachTie(argument, about, ({ type, stance, source, target }) => {
    if (stance.symmetric || source === target) return
    const pairs = seen.get(type) ?? new Set()
    seen.set(type, pairs)
    pairs.add(source * most + target)
    if (pairs.has(target * most + source))
      found.add(`t${type} ${pairName(Math.min(source, target), Math.max(source, target))}`)
  })
  return [...found]
}

/** Beyond every side of an argument, so that a pair is one number. */
const most = 2 ** 26
const unordered = (one: Node, other: Node) => Math.min(one, other) * most + Math.max(one, other)
