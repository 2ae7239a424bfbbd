import type { Argument } from '../argument/argument.ts'
import type { Stance } from '../argument/attacks.ts'
import { type Node, sourceNode, targetNode } from '../argument/nodes.ts'
import { inSlices } from '../slices.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'

export const claimOf = (node: Node): number | null => (node > 0 ? node : null)
export const annotationOf = (node: Node): number | null => (node < 0 ? -node : null)

type TakeTie = (link: number, stance: Stance, source: Node, target: Node) => void

/** Links between two looks at the clock. */
const linksAtOnce = 1000

/**
 * Calls `take` for each link between claims and passages, in the order they were made, with the sides it joins. Rests
 * in between, so that nobody waits for it.
 */
export async function eachTie(argument: Argument, { stances }: Surroundings, take: TakeTie): Promise<void> {
  const { type } = argument
  const slices = inSlices()
  for (let link = 1; link < type.length; link++) {
    if (link % linksAtOnce === 0) await slices.rest()
    const stance = type[link] === 0 ? undefined : stances.get(type[link]!)
    if (!stance) continue
    const source = sourceNode(argument, link)
    const target = targetNode(argument, link)
    if (source !== 0 && target !== 0) take(link, stance, source, target)
  }
}

/** Beyond every side of an argument, so that a pair is one number. */
const most = 2 ** 26
/** A number for two sides in their order. */
export const pairOf = (one: Node, other: Node): number => one * most + other
/** A number for two sides whatever their order. */
export const unorderedPair = (one: Node, other: Node): number =>
  one < other ? pairOf(one, other) : pairOf(other, one)

/** What a pair is called as the subject of a finding; `a4 c7` for an annotation and a claim. */
export const pairName = (one: Node, other: Node): string => `${nodeName(one)} ${nodeName(other)}`
/** The same whatever their order. */
export const unorderedPairName = (one: Node, other: Node): string =>
  nameOrder(one) < nameOrder(other) ? pairName(one, other) : pairName(other, one)
/** By number, a passage before a claim. What has been judged is found by these names: they must stay. */
const nameOrder = (node: Node) => (node > 0 ? node * 2 + 1 : -node * 2)

const nodeName = (node: Node) => (node > 0 ? `c${node}` : `a${-node}`)

/** The type of link that a finding is about; null of a pair alone. */
export const typeIn = (subject: string): number | null =>
  subject.startsWith('t') ? Number(subject.split(' ')[0]!.slice(1)) : null

export function nodesOf(pair: string): [Node, Node] {
  const [one = '', other = ''] = pair.split(' ').slice(-2)
  return [nodeNamed(one), nodeNamed(other)]
}
const nodeNamed = (name: string) => (name.startsWith('c') ? 1 : -1) * Number(name.slice(1))
