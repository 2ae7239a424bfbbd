import type { LinkOntoLink } from '../../db/repositories/links.ts'
import type { Argument } from '../argument/argument.ts'

/** A node as a number: a claim by its id, a passage that states none by its id below zero; 0 is none. */
export type NodeNumber = number

/** Where an end belongs in a map: to its claim, where it has one. */
export function nodeOf(argument: Argument, annotation: number, claim: number): NodeNumber {
  if (claim !== 0) return claim
  if (annotation === 0 || argument.document[annotation] === 0) return 0
  return argument.claim[annotation] || -annotation
}

export function endsOf(argument: Argument, link: number): [source: NodeNumber, target: NodeNumber] {
  const { sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } = argument
  return [
    nodeOf(argument, sourceAnnotation[link]!, sourceClaim[link]!),
    nodeOf(argument, targetAnnotation[link]!, targetClaim[link]!),
  ]
}

/** The nodes that a link joins, also through the links that it ends at. */
export function nodesOf(
  argument: Argument,
  onto: ReadonlyMap<number, LinkOntoLink>,
  link: number,
  seen = new Set<number>(),
): NodeNumber[] {
  if (seen.has(link) || argument.type[link] === 0) return []
  seen.add(link)
  const ends = endsOf(argument, link)
  const own = onto.get(link)
  return [
    ...(own?.source ? nodesOf(argument, onto, own.source, seen) : [ends[0]]),
    ...(own?.target ? nodesOf(argument, onto, own.target, seen) : [ends[1]]),
  ].filter((node) => node !== 0)
}

/** The nodes next to these by one link, the others in the order of their links. Walks over all links once. */
export function nextTo(
  argument: Argument,
  onto: ReadonlyMap<number, LinkOntoLink>,
  from: ReadonlySet<NodeNumber>,
): Set<NodeNumber> {
  const found = new Set<NodeNumber>()
  const { type } = argument
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0) continue
    const nodes = onto.has(link) ? nodesOf(argument, onto, link) : endsOf(argument, link)
    if (!nodes.some((node) => from.has(node))) continue
    for (const node of nodes) if (node !== 0 && !from.has(node)) found.add(node)
  }
  return found
}

/** For nodes of a map: how many others they are linked with outside of it. Walks over all links once. */
export function beyond(
  argument: Argument,
  onto: ReadonlyMap<number, LinkOntoLink>,
  within: ReadonlySet<NodeNumber>,
): Map<NodeNumber, number> {
  const outside = new Map<NodeNumber, Set<NodeNumber>>()
  for (let link = 1; link < argument.type.length; link++) {
    if (argument.type[link] === 0) continue
    const nodes = onto.has(link) ? nodesOf(argument, onto, link) : endsOf(argument, link)
    for (const node of nodes) {
      if (!within.has(node)) continue
      for (const other of nodes) {
        if (other === 0 || within.has(other)) continue
        const known = outside.get(node) ?? new Set()
        outside.set(node, known.add(other))
      }
    }
  }
  return new Map([...outside].map(([node, others]) => [node, others.size]))
}

/** Everything within so many links of the roots, nearest first, no more than there is room for. */
export function neighbourhood(
  argument: Argument,
  onto: ReadonlyMap<number, LinkOntoLink>,
  { roots, depth, most }: { roots: readonly NodeNumber[]; depth: number; most: number },
): { nodes: Set<NodeNumber>; leftOut: number } {
  const nodes = new Set(roots.slice(0, most))
  let leftOut = roots.length - nodes.size
  let frontier: ReadonlySet<NodeNumber> = nodes
  for (let step = 0; step < depth && frontier.size > 0; step++) {
    const next = [...nextTo(argument, onto, frontier)].filter((node) => !nodes.has(node))
    const taken = next.slice(0, most - nodes.size)
    leftOut += next.length - taken.length
    for (const node of taken) nodes.add(node)
    frontier = new Set(taken)
  }
  return { nodes, leftOut }
}
