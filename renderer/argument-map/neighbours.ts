import type { ArgumentMap } from '../../preload/contract/argument-map.ts'
import type { Drawing, Point } from './drawing.ts'

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** Where each stop of the keyboard is, its middle: the boxes, and the dots on lines. */
export function stopsOf({ boxes, links }: Drawing): Map<string, Point> {
  return new Map([
    ...boxes.map(
      ({ node, x, y, width, height }) => [node.key, { x: x + width / 2, y: y + height / 2 }] as const,
    ),
    ...links.flatMap(({ link, dot }) => (dot ? [[link.key, dot] as const] : [])),
  ])
}

/** The stops that a stop is linked with, by a link or as an end of the link that it is. */
function linkedWith(
  { links }: Pick<ArgumentMap, 'links'>,
  stops: ReadonlyMap<string, Point>,
  from: string,
): Set<string> {
  const linked = new Set<string>()
  for (const { key, source, target } of links) {
    const line = stops.has(key) ? [source, key, target] : [source, target]
    const at = line.indexOf(from)
    if (at < 0) continue
    for (const next of [line[at - 1], line[at + 1]]) if (next !== undefined && next !== from) linked.add(next)
  }
  return linked
}

/**
 * The nearest stop in a direction: among those linked with this one, else among all. What lies aside counts twice as
 * far as what lies ahead. Undefined where there is none.
 */
export function nextStop(
  map: Pick<ArgumentMap, 'links'>,
  stops: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | undefined {
  const linked = linkedWith(map, stops, from)
  return (
    nearest(stops, from, direction, (key) => linked.has(key)) ?? nearest(stops, from, direction, () => true)
  )
}

const ways: Record<Direction, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

function nearest(
  stops: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
  isWanted: (key: string) => boolean,
): string | undefined {
  const here = stops.get(from)
  if (!here) return undefined
  const way = ways[direction]
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [key, { x, y }] of stops) {
    const ahead = (x - here.x) * way.x + (y - here.y) * way.y
    if (key === from || ahead < 1 || !isWanted(key)) continue
    const cost = ahead + 2 * Math.abs((x - here.x) * way.y - (y - here.y) * way.x)
    if (cost < least) [best, least] = [key, cost]
  }
  return best
}
