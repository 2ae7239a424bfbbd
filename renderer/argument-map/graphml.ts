import type { ArgumentMap, MapLink, MapNode } from '../../preload/contract/argument-map.ts'
import type { Types } from './as-elk-graph.ts'
import { linksWithDot, stanceOf } from './drawing.ts'
import { escaped } from './escaped.ts'

const keys = [
  ['kind', 'node', 'string'],
  ['text', 'node', 'string'],
  ['speaker', 'node', 'string'],
  ['document', 'node', 'string'],
  ['date', 'node', 'string'],
  ['mentions', 'node', 'int'],
  ['answered', 'node', 'boolean'],
  ['type', 'all', 'string'],
  ['stance', 'all', 'string'],
  ['symmetric', 'edge', 'boolean'],
  ['links', 'all', 'int'],
  ['part', 'edge', 'string'],
] as const

/**
 * A map as GraphML. This knows no edge that ends at an edge: a link that another one ends at is a node of the kind
 * `link`, with an edge from its source (`part` is `from`) and an edge to its target (`part` is `to`).
 */
export function asGraphml(map: ArgumentMap, types: Types, title: string): string {
  const dots = linksWithDot(map)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys.map(
      ([name, of, type]) => `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '  <graph id="map" edgedefault="directed">',
    `    <desc>${escaped(title)}</desc>`,
    ...map.nodes.map(({ key, claim, text, first, mentions, answered }) =>
      element('node', { id: key }, [
        ['kind', claim === null ? 'passage' : 'claim'],
        ['text', text],
        ...knownOf(first),
        ...(claim === null
          ? []
          : ([
              ['mentions', mentions],
              ['answered', answered],
            ] as const)),
      ]),
    ),
    ...map.links
      .filter(({ key }) => dots.has(key))
      .map((link) => element('node', { id: link.key }, [['kind', 'link'], ...about(link, types)])),
    ...map.links.flatMap((link) => edgesOf(link, dots.has(link.key), types)),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

type Data = readonly (readonly [key: (typeof keys)[number][0], value: string | number | boolean])[]

/** Of a passage, or of where a claim is stated first. */
function knownOf(first: MapNode['first']): Data {
  const { speaker = '', document = '', date = '' } = first ?? {}
  const all = [
    ['speaker', speaker],
    ['document', document],
    ['date', date],
  ] as const
  return all.filter(([, value]) => value !== '')
}

function about({ linkTypeId, links }: MapLink, types: Types): Data {
  const type = types.get(linkTypeId)!
  return [
    ['type', type.name],
    ['stance', stanceOf(type)],
    ['links', links.length],
  ]
}

function edgesOf(link: MapLink, hasDot: boolean, types: Types): string[] {
  const { key, source, target } = link
  const own: Data = [...about(link, types), ['symmetric', types.get(link.linkTypeId)!.symmetric]]
  if (!hasDot) return [element('edge', { id: `${key}-edge`, source, target }, own)]
  return [
    element('edge', { id: `${key}-from`, source, target: key }, [...own, ['part', 'from']]),
    element('edge', { id: `${key}-to`, source: key, target }, [...own, ['part', 'to']]),
  ]
}

function element(name: 'node' | 'edge', attributes: Record<string, string>, data: Data): string {
  const head = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
  const body = data.map(([key, value]) => `      <data key="${key}">${escaped(String(value))}</data>`)
  return [`    <${name}${head.join('')}>`, ...body, `    </${name}>`].join('\n')
}
