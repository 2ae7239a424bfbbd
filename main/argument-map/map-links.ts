import type { MapLink } from '../../preload/contract/argument-map.ts'
import type { LinkId, LinkTypeId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { type Node, sourceNode, targetNode } from '../argument/nodes.ts'

export const keyOf = (node: Node): string => (node > 0 ? `c${node}` : `p${-node}`)

/** The links among nodes, those of one type between the same ends as one; then the links onto these. */
export function mapLinks(
  argument: Argument,
  nodes: ReadonlySet<Node>,
  symmetric: ReadonlySet<number>,
): MapLink[] {
  const drawn = new Map<string, MapLink>()
  /** The key of what a link is drawn as. */
  const keys = new Map<number, string>()
  const draw = (link: number, source: string, target: string) => {
    if (source === target) return
    const type = argument.type[link]!
    const [from, to] = symmetric.has(type) && source > target ? [target, source] : [source, target]
    const same = `${type} ${from} ${to}`
    const known = drawn.get(same)
    if (known) known.links.push(link as LinkId)
    else
      drawn.set(same, {
        key: `l${link}`,
        linkTypeId: type as LinkTypeId,
        source: from,
        target: to,
        links: [link as LinkId],
      })
    keys.set(link, drawn.get(same)!.key)
  }

  const { sourceLink, targetLink } = argument
  const keyAt = (link: number, node: Node) =>
    link !== 0 ? keys.get(link) : nodes.has(node) ? keyOf(node) : undefined
  const waiting: number[] = []
  for (let link = 1; link < argument.type.length; link++) {
    if (argument.type[link] === 0) continue
    if (sourceLink[link] !== 0 || targetLink[link] !== 0) {
      waiting.push(link)
      continue
    }
    const source = sourceNode(argument, link)
    const target = targetNode(argument, link)
    if (nodes.has(source) && nodes.has(target)) draw(link, keyOf(source), keyOf(target))
  }
  // A link onto a link onto a link: each round finds those whose ends are drawn by now.
  for (let left = waiting, before = -1; left.length > 0 && left.length !== before; ) {
    before = left.length
    left = left.filter((link) => {
      const source = keyAt(sourceLink[link]!, sourceNode(argument, link))
      const target = keyAt(targetLink[link]!, targetNode(argument, link))
      if (source === undefined || target === undefined) return true
      draw(link, source, target)
      return false
    })
  }
  return [...drawn.values()]
}
