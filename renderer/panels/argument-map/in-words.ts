import type { ArgumentMap } from '../../../preload/contract/argument-map.ts'
import type { Types } from '../../argument-map/as-elk-graph.ts'
import { nameOf } from '../../argument-map/drawing.ts'
import { footOf } from '../../argument-map/foot.ts'

/** What is at a stop, as it is read out: its words, then what it does and what is done to it. */
export function inWords(map: ArgumentMap, types: Types, key: string): string {
  const node = map.nodes.find((one) => one.key === key)
  const link = map.links.find((one) => one.key === key)
  const told = node
    ? [node.text.replace(/\.$/u, ''), footOf(node)]
    : link
      ? [`${textOf(map, link.source)} ${types.get(link.linkTypeId)?.name ?? ''} ${textOf(map, link.target)}`]
      : []
  const does = map.links
    .filter(({ source }) => source === key)
    .map((one) => `${types.get(one.linkTypeId)?.name ?? ''}: ${textOf(map, one.target)}`)
  const comes = map.links
    .filter(({ target }) => target === key)
    .map(
      (one) =>
        `${textOf(map, one.source)}: ${types.has(one.linkTypeId) ? nameOf(one, types.get(one.linkTypeId)!) : ''} this`,
    )
  // What ends in a sign of its own gets no second one.
  return [...told, ...does, ...comes].map((one) => one.replace(/\.$/, '')).join('. ')
}

/** The words of a node, cut short; of a link its ends. */
export function textOf(map: ArgumentMap, key: string): string {
  const text = map.nodes.find((one) => one.key === key)?.text
  if (text === undefined) return 'a link'
  return text.length > 80 ? `“${text.slice(0, 79).trimEnd()}…”` : `“${text}”`
}
