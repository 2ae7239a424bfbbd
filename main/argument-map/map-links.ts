import type { LinkOntoLink } from '../../db/repositories/links.ts'
import type { MapLink } from '../../preload/contract/argument-map.ts'
import type { LinkId, LinkTypeId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { endsOf, type NodeNumber } from './neighbourhood.ts'

export const keyOf = (node: NodeNumber): string => (node > 0 ? `c${node}` : `p${-node}`)

/** The links among nodes, those of one type between the same ends as one; then the links onto these. */
export function mapLinks(
  argument: Argument,
  onto: ReadonlyMap<number, LinkOntoLink>,
  nodes: ReadonlySet<NodeNumber>,
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

  const waiting: number[] = []
  for (let link = 1; link < argument.type.length; link++) {
    if (argument.type[link] === 0) continue
    if (onto.has(link)) {
      waiting.push(link)
      continue
    }
    const [source, target] = endsOf(argument, link)
    if (nodes.has(source) && nodes.has(target)) draw(link, keyOf(source), keyOf(target))
  }
  // A link onto a link onto a link: each round finds those whose ends are drawn by now.
  for (let left = waiting, before = -1; left.length > 0 && left.length !== before; ) {
    before = left.length
    left = left.filter((link) => {
      const own = onto.get(link)!
      const [from, to] = endsOf(argument, link)
      const source = own.source ? keys.get(own.source) : nodes.has(from) ? keyOf(from) : undefined
      const target = own.target ? keys.get(own.target) : nodes.has(to) ? keyOf(to) : undefined
      if (source === undefined || target === undefined) return true
      draw(link, source, target)
      return false
    })
  }
  return [...drawn.values()]
}
