import { dotLines } from '../../preload/contract/argument-graph/dot.ts'
import {
  type ArgumentGraph,
  type Fact,
  type Facts,
  stanceOf,
} from '../../preload/contract/argument-graph/graph.ts'
import { graphmlLines } from '../../preload/contract/argument-graph/graphml.ts'
import type { ArgumentMap, MapNode } from '../../preload/contract/argument-map.ts'
import { isOfDocument } from '../../preload/contract/said-by.ts'
import type { Types } from './as-elk-graph.ts'
import { linksWithDot, nameOf } from './drawing.ts'

const said: Fact[] = [
  ...(['kind', 'text', 'speaker', 'source', 'document', 'date', 'mentions', 'answered'] as const),
  ...(['type', 'stance', 'symmetric', 'links', 'part'] as const),
]

/** A map for programs that know graphs. */
function asGraph(map: ArgumentMap, types: Types, title: string): ArgumentGraph {
  const dots = linksWithDot(map)
  return {
    title,
    nodes: map.nodes.map(({ key, claim, text, first, mentions, answered }) => ({
      id: key,
      kind: claim === null ? 'passage' : 'claim',
      facts: { text, ...(first && factsOf(first)), ...(claim === null ? {} : { mentions, answered }) },
    })),
    links: map.links.map((link) => {
      const type = types.get(link.linkTypeId)!
      const stance = stanceOf(type)
      return {
        id: link.key,
        source: link.source,
        target: link.target,
        hasDot: dots.has(link.key),
        label: nameOf(link, type),
        stance,
        symmetric: type.symmetric,
        color: type.color,
        facts: { type: type.name, stance, links: link.links.length },
      }
    }),
  }
}

/** A speaker is one that the passage names; the document’s author or outlet is its source. */
function factsOf({ document, date, ...said }: NonNullable<MapNode['first']>): Facts {
  const whose = isOfDocument(said)
    ? { speaker: '', source: `${said.speakerFrom}: ${said.speaker}` }
    : { speaker: said.speaker, source: '' }
  return { ...whose, document, date }
}

export const asGraphml = (map: ArgumentMap, types: Types, title: string): string =>
  [...graphmlLines(asGraph(map, types, title), said)].join('')

export const asDot = (map: ArgumentMap, types: Types, title: string): string =>
  [...dotLines(asGraph(map, types, title))].join('')
