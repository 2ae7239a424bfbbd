import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { stanceOf } from '../../preload/contract/argument-graph/graph.ts'
import type { ArgumentMap, MapLink, MapNode } from '../../preload/contract/argument-map.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'
import {
  type Box,
  boxWidth,
  type Drawing,
  type DrawnLink,
  dotSize,
  fontSize,
  footSize,
  heightOf,
  linksWithDot,
  mostLines,
  nameOf,
  type Point,
  padding,
} from './drawing.ts'
import { footLines } from './foot.ts'
import { type Measure, wrapped } from './wrap.ts'

export type Types = ReadonlyMap<number, LinkType>

const options = {
  'elk.algorithm': 'layered',
  // What speaks for or against a claim stands below it.
  'elk.direction': 'UP',
  'elk.edgeRouting': 'ORTHOGONAL',
  // With the usual 7 a map of 200 nodes takes twice as long, and looks no better.
  'elk.layered.thoroughness': '2',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.componentComponent': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
}

const dotOf = (key: string) => `${key}.`
const room = boxWidth - 2 * padding
const linesOf = (text: string, measure: Measure) => wrapped(text, room, mostLines, measure)
const footIn = (node: MapNode, measure: Measure) =>
  footLines(node, room, (words) => (measure(words) * footSize) / fontSize)

/**
 * A map as the layout library takes it: a link that others end at goes through a small node of its own. Parts that are
 * not linked with each other are put side by side until the whole has about the shape asked for, its width to its height.
 */
export function asElkGraph(map: ArgumentMap, types: Types, measure: Measure, shape = 1.5): ElkNode {
  const dots = linksWithDot(map)
  const end = (key: string) => (dots.has(key) ? dotOf(key) : key)
  const edge = (id: string, source: string, target: string, link: MapLink | null): ElkExtendedEdge => ({
    id,
    sources: [source],
    targets: [target],
    ...(link && {
      labels: [
        {
          text: nameOf(link, types.get(link.linkTypeId)!),
          width: (measure(nameOf(link, types.get(link.linkTypeId)!)) * footSize) / fontSize + 8,
          height: 16,
          layoutOptions: { 'elk.edgeLabels.inline': 'true' },
        },
      ],
    }),
  })
  return {
    id: 'map',
    layoutOptions: { ...options, 'elk.aspectRatio': String(shape) },
    children: [
      ...map.nodes.map((node) => ({
        id: node.key,
        width: boxWidth,
        height: heightOf(linesOf(node.text, measure).length, footIn(node, measure).length),
      })),
      ...[...dots].map((key) => ({ id: dotOf(key), width: dotSize, height: dotSize })),
    ],
    edges: map.links.flatMap((link) =>
      dots.has(link.key)
        ? [
            edge(`${link.key}<`, end(link.source), dotOf(link.key), link),
            edge(`${link.key}>`, dotOf(link.key), end(link.target), null),
          ]
        : [edge(link.key, end(link.source), end(link.target), link)],
    ),
  }
}

/** What the layout library answers, as a drawing. */
export function asDrawing(laidOut: ElkNode, map: ArgumentMap, types: Types, measure: Measure): Drawing {
  const nodes = new Map(laidOut.children?.map((child) => [child.id, child]))
  const edges = new Map(laidOut.edges?.map((edge) => [edge.id, edge]))
  const boxes = map.nodes.map((node): Box => {
    const { x = 0, y = 0, width = 0, height = 0 } = nodes.get(node.key) ?? {}
    return { node, x, y, width, height, lines: linesOf(node.text, measure), foot: footIn(node, measure) }
  })
  const links = map.links.map((link): DrawnLink => {
    const type = types.get(link.linkTypeId)!
    const dot = nodes.get(dotOf(link.key))
    const parts = (dot ? [`${link.key}<`, `${link.key}>`] : [link.key]).map((id) => edges.get(id))
    const label = parts[0]?.labels?.[0]
    return {
      link,
      type,
      stance: stanceOf(type),
      lines: parts.map(pointsOf),
      dot: dot ? { x: dot.x! + dotSize / 2, y: dot.y! + dotSize / 2 } : null,
      label: label ? { x: label.x! + label.width! / 2, y: label.y! + label.height! / 2 } : null,
    }
  })
  return { width: laidOut.width ?? 0, height: laidOut.height ?? 0, boxes, links }
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (
    edge?.sections?.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]) ?? []
  )
}
