import type { Stance } from '../../preload/contract/argument-graph/graph.ts'
import type { ArgumentMap, MapLink, MapNode } from '../../preload/contract/argument-map.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'

export interface Point {
  x: number
  y: number
}

/** A node where it is drawn, its words in lines. Places and sizes in CSS pixels at full size. */
export interface Box extends Point {
  node: MapNode
  width: number
  height: number
  lines: readonly string[]
  foot: readonly string[]
}

/** A link where it is drawn: `against` dashed and ending in a bar, `for` in a filled head, `other` in an open one. `dot`: on its line, where other links end at it. */
export interface DrawnLink {
  link: MapLink
  type: LinkType
  stance: Stance
  /** From its source to its target; two lines where there is a dot between. */
  lines: readonly (readonly Point[])[]
  dot: Point | null
  /** Where its name stands, its middle. */
  label: Point | null
}

/** A map laid out. */
export interface Drawing {
  width: number
  height: number
  boxes: readonly Box[]
  links: readonly DrawnLink[]
}

export const boxWidth = 216
export const padding = 11
export const lineHeight = 17
export const fontSize = 13
export const footSize = 11
const footHeight = 14
export const mostLines = 7
export const dotSize = 12

export function heightOf(lines: number, footLines: number): number {
  return 2 * padding + Math.max(1, lines) * lineHeight + 3 + footLines * footHeight
}

/** Where a line of the foot stands, its base line. */
export function footY({ y, height, foot }: Pick<Box, 'y' | 'height' | 'foot'>, at: number): number {
  return y + height - padding + 1 - (foot.length - 1 - at) * footHeight
}

/** The links that other links end at: each has a dot on its line. */
export function linksWithDot({ links }: Pick<ArgumentMap, 'links'>): Set<string> {
  const keys = new Set(links.map(({ key }) => key))
  return new Set(links.flatMap(({ source, target }) => [source, target]).filter((key) => keys.has(key)))
}

/** What a link is called in the map, with how many it stands for. */
export function nameOf({ links }: MapLink, { name }: Pick<LinkType, 'name'>): string {
  return links.length === 1 ? name : `${name} ×${links.length}`
}

/** An SVG path along points, with round corners. */
export function pathOf(points: readonly Point[], radius = 6): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${at(first)}`
  for (const [index, corner] of rest.entries()) {
    const before = points[index]!
    const after = rest[index + 1]
    if (!after) {
      path += `L${at(corner)}`
      continue
    }
    const room = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    path += `L${at(towards(corner, before, room))}Q${at(corner)} ${at(towards(corner, after, room))}`
  }
  return path
}

const rounded = (value: number) => Math.round(value * 10) / 10
const at = ({ x, y }: Point) => `${rounded(x)} ${rounded(y)}`
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}
