import type { Argument } from '../argument/argument.ts'
import { type Node, sourceNode, targetNode } from '../argument/nodes.ts'
import { inSlices } from '../slices.ts'

/** Links between two looks at the clock. */
const linksAtOnce = 1000

/** The nodes that a link joins, also through the links that it ends at. */
function nodesOf(argument: Argument, link: number, seen = new Set<number>()): Node[] {
  if (seen.has(link) || argument.type[link] === 0) return []
  seen.add(link)
  const [from, to] = [argument.sourceLink[link]!, argument.targetLink[link]!]
  return [
    ...(from !== 0 ? nodesOf(argument, from, seen) : [sourceNode(argument, link)]),
    ...(to !== 0 ? nodesOf(argument, to, seen) : [targetNode(argument, link)]),
  ].filter((node) => node !== 0)
}

/** Calls `take` for each link with the nodes it joins, a list that is used again for the next. Rests in between. */
async function eachLink(argument: Argument, take: (nodes: readonly Node[]) => void): Promise<void> {
  const { type, sourceLink, targetLink } = argument
  const ends: Node[] = [0, 0]
  const slices = inSlices()
  for (let link = 1; link < type.length; link++) {
    if (link % linksAtOnce === 0) await slices.rest()
    if (type[link] === 0) continue
    if (sourceLink[link] !== 0 || targetLink[link] !== 0) take(nodesOf(argument, link))
    else {
      ends[0] = sourceNode(argument, link)
      ends[1] = targetNode(argument, link)
      take(ends)
    }
  }
}

/** The nodes next to these by one link, the others in the order of their links. Walks over all links once. */
async function nextTo(argument: Argument, from: ReadonlySet<Node>): Promise<Set<Node>> {
  const found = new Set<Node>()
  await eachLink(argument, (nodes) => {
    if (!nodes.some((node) => from.has(node))) return
    for (const node of nodes) if (node !== 0 && !from.has(node)) found.add(node)
  })
  return found
}

/** The passages without a claim that links join, in the order of their links. Walks over all links once. */
export async function linkedPassages(argument: Argument): Promise<Set<Node>> {
  const found = new Set<Node>()
  await eachLink(argument, (nodes) => {
    for (const node of nodes) if (node < 0) found.add(node)
  })
  return found
}

/** The nodes that have the most links with others first, else as they come. Walks over all links once. */
export async function mostLinkedFirst(argument: Argument, nodes: readonly Node[]): Promise<Node[]> {
  const links = new Map<Node, number>()
  await eachLink(argument, (joined) => {
    const different = new Set(joined.filter((node) => node !== 0))
    // A link between two mentions of one claim is none that a map draws.
    if (different.size < 2) return
    for (const node of different) links.set(node, (links.get(node) ?? 0) + 1)
  })
  return nodes.toSorted((one, other) => (links.get(other) ?? 0) - (links.get(one) ?? 0))
}

/** Of each node its passage; of a claim the one that states it first, by date. Walks over all passages once. */
export function firstPassages(
  argument: Argument,
  nodes: ReadonlySet<Node>,
  compare: (one: number, other: number) => number,
): Map<Node, number> {
  const first = new Map([...nodes].flatMap((node) => (node < 0 ? [[node, -node] as const] : [])))
  const { claim, document, order } = argument
  for (const id of order) {
    const node = claim[id]!
    if (node === 0 || !nodes.has(node)) continue
    const before = first.get(node)
    if (before === undefined || compare(document[id]!, document[before]!) < 0) first.set(node, id)
  }
  return first
}

/** For nodes of a map: how many others they are linked with outside of it. Walks over all links once. */
export async function beyond(argument: Argument, within: ReadonlySet<Node>): Promise<Map<Node, number>> {
  const outside = new Map<Node, Set<Node>>()
  await eachLink(argument, (nodes) => {
    for (const node of nodes) {
      if (!within.has(node)) continue
      for (const other of nodes) {
        if (other === 0 || within.has(other)) continue
        const known = outside.get(node) ?? new Set()
        outside.set(node, known.add(other))
      }
    }
  })
  return new Map([...outside].map(([node, others]) => [node, others.size]))
}

/** Everything within so many links of the roots, nearest first, no more than there is room for. */
export async function neighbourhood(
  argument: Argument,
  { roots, depth, most }: { roots: readonly Node[]; depth: number; most: number },
): Promise<{ nodes: Set<Node>; leftOut: number }> {
  const nodes = new Set(roots.slice(0, most))
  let leftOut = roots.length - nodes.size
  let frontier: ReadonlySet<Node> = nodes
  for (let step = 0; step < depth && frontier.size > 0; step++) {
    const next = [...(await nextTo(argument, frontier))].filter((node) => !nodes.has(node))
    const taken = next.slice(0, most - nodes.size)
    leftOut += next.length - taken.length
    for (const node of taken) nodes.add(node)
    frontier = new Set(taken)
  }
  return { nodes, leftOut }
}
