import type { Argument } from '../argument/argument.ts'
import type { Stance, Surroundings } from '../work-lists/surroundings.ts'

/**
 * A side of an argument: a claim, with all passages that state it, or a passage that states none. Numbers: twice the
 * id, one more for a claim; 0 is neither.
 */
export type Node = number
export const claimNode = (id: number): Node => id * 2 + 1
const annotationNode = (id: number): Node => id * 2
export const claimOf = (node: Node): number | null => (node % 2 === 1 ? (node - 1) / 2 : null)
export const annotationOf = (node: Node): number | null => (node % 2 === 0 ? node / 2 : null)

export interface Tie {
  link: number
  type: number
  stance: Stance
  source: Node
  target: Node
}

/** Calls `take` for each link between claims and passages, in the order they were made, with the sides it joins. */
export function eachTie(argument: Argument, { stances }: Surroundings, take: (tie: Tie) => void): void {
  const { type, sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } = argument
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0) continue
    const stance = stances.get(type[link]!)
    const source = nodeOf(argument, sourceClaim[link]!, sourceAnnotation[link]!)
    const target = nodeOf(argument, targetClaim[link]!, targetAnnotation[link]!)
    if (stance && source > 0 && target > 0) take({ link, type: type[link]!, stance, source, target })
  }
}

function nodeOf({ claim }: Argument, ownClaim: number, annotation: number): Node {
  const stated = ownClaim || claim[annotation]!
  if (stated > 0) return claimNode(stated)
  return annotation > 0 ? annotationNode(annotation) : 0
}

/** What a pair is called as the subject of a finding; `a4 c7` for an annotation and a claim. */
export const pairName = (one: Node, other: Node): string => `${nodeName(one)} ${nodeName(other)}`
const nodeName = (node: Node) => (node % 2 === 1 ? `c${(node - 1) / 2}` : `a${node / 2}`)

/** The type of link that a finding is about; null of a pair alone. */
export const typeIn = (subject: string): number | null =>
  subject.startsWith('t') ? Number(subject.split(' ')[0]!.slice(1)) : null

export function nodesOf(pair: string): [Node, Node] {
  const [one = '', other = ''] = pair.split(' ').slice(-2)
  return [nodeNamed(one), nodeNamed(other)]
}
const nodeNamed = (name: string) =>
  name.startsWith('c') ? claimNode(Number(name.slice(1))) : annotationNode(Number(name.slice(1)))
