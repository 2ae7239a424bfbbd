import { reachOf } from './extend.ts'
import type { CopyParameters } from './parameters.ts'
import { weightOf } from './units.ts'

/** A passage of one text that stands in another nearly word for word. In units, end exclusive. */
export interface SharedPassage {
  aStart: number
  aEnd: number
  bStart: number
  bEnd: number
}

/** A place where both texts have the same shingle. */
export interface Seed {
  a: number
  b: number
}

interface Chain extends SharedPassage {
  same: number
}

/** Passages still open to go on are few; older ones are forgotten. */
const mostOpen = 8

/** The passages that two texts share, from the places where they have a shingle in common, those in order of `b`. */
export function sharedPassages(
  a: Int32Array,
  b: Int32Array,
  seeds: readonly Seed[],
  parameters: CopyParameters,
): SharedPassage[] {
  const chains: Chain[] = []
  for (const seed of seeds) {
    if (a[seed.a] !== b[seed.b]) continue
    const open = chains.slice(-mostOpen)
    if (open.some((chain) => holds(chain, seed))) continue
    const run = runAt(a, b, seed)
    const before = open.findLast((chain) => goesOn(chain, run, parameters.gap))
    if (before) join(before, run)
    else chains.push(run)
  }
  return chains.map((chain) => extended(a, b, chain)).filter((chain) => isCopy(a, b, chain, parameters))
}

const holds = (chain: SharedPassage, { a, b }: Seed): boolean =>
  a >= chain.aStart && a < chain.aEnd && b >= chain.bStart && b < chain.bEnd

const goesOn = (chain: Chain, run: Chain, gap: number): boolean =>
  run.aStart >= chain.aEnd &&
  run.bStart >= chain.bEnd &&
  run.aStart - chain.aEnd <= gap &&
  run.bStart - chain.bEnd <= gap

function join(chain: Chain, run: Chain): void {
  chain.aEnd = run.aEnd
  chain.bEnd = run.bEnd
  chain.same += run.same
}

/** What is the same without a gap around a seed. */
function runAt(a: Int32Array, b: Int32Array, seed: Seed): Chain {
  let [aStart, bStart, aEnd, bEnd] = [seed.a, seed.b, seed.a + 1, seed.b + 1]
  while (aStart > 0 && bStart > 0 && a[aStart - 1] === b[bStart - 1]) {
    aStart -= 1
    bStart -= 1
  }
  while (aEnd < a.length && bEnd < b.length && a[aEnd] === b[bEnd]) {
    aEnd += 1
    bEnd += 1
  }
  return { aStart, aEnd, bStart, bEnd, same: aEnd - aStart }
}

/** Over what differs at both ends. What differs between its runs is not counted: `same` is a little too small. */
function extended(a: Int32Array, b: Int32Array, chain: Chain): Chain {
  const { aStart, aEnd, bStart, bEnd, same } = chain
  const on = reachOf(a, b, { a: aEnd, b: bEnd }, { a: a.length, b: b.length }, 1)
  const back = reachOf(a, b, { a: aStart, b: bStart }, { a: 0, b: 0 }, -1)
  return { aStart: back.a, aEnd: on.a, bStart: back.b, bEnd: on.b, same: same + on.same + back.same }
}

function isCopy(a: Int32Array, b: Int32Array, chain: Chain, { least, share }: CopyParameters): boolean {
  const longer = Math.max(chain.aEnd - chain.aStart, chain.bEnd - chain.bStart)
  if (chain.same < share * longer) return false
  const weight = Math.min(weightIn(a, chain.aStart, chain.aEnd), weightIn(b, chain.bStart, chain.bEnd))
  return (weight * chain.same) / longer >= 2 * least
}

function weightIn(units: Int32Array, start: number, end: number): number {
  let weight = 0
  for (let at = start; at < end; at++) weight += weightOf(units[at]!)
  return weight
}
