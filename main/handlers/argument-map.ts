import { type MapNode, mostNodes } from '../../preload/contract/argument-map.ts'
import type { AnnotationId, ClaimId } from '../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { liveArgument } from '../argument/live-argument.ts'
import type { Node } from '../argument/nodes.ts'
import { keyOf, mapLinks } from '../argument-map/map-links.ts'
import { beyond, neighbourhood } from '../argument-map/neighbourhood.ts'
import type { ProjectContext } from '../project-context.ts'

export function argumentMapHandlers({ project }: ProjectContext): ProjectHandlers['argumentMap'] {
  const { annotationHits, claimSummaries, linkTypes } = project.repositories
  const live = liveArgument(project)

  /** What the nodes say, in their order; what has gone meanwhile is left out. */
  function described(nodes: ReadonlySet<Node>, outside: ReadonlyMap<Node, number>): MapNode[] {
    const all = [...nodes]
    const claims = new Map(
      claimSummaries
        .some(all.filter((node) => node > 0) as ClaimId[])
        .map((claim) => [claim.id as number, claim]),
    )
    const passages = new Map(
      annotationHits
        .listByIds(all.filter((node) => node < 0).map((node) => -node as AnnotationId))
        .map((hit) => [-hit.id, hit]),
    )
    return all.flatMap((node): MapNode[] => {
      const claim = claims.get(node)
      const shared = { key: keyOf(node), beyond: outside.get(node) ?? 0 }
      if (claim) {
        const { id, statement, mentions, answered } = claim
        return [{ ...shared, claim: id, passage: null, text: statement, where: '', mentions, answered }]
      }
      const hit = passages.get(node)
      if (!hit) return []
      const { id, documentId, quote, documentTitle } = hit
      return [
        {
          ...shared,
          claim: null,
          passage: { id, documentId },
          text: quote.join(' … '),
          where: documentTitle,
          mentions: 0,
          answered: false,
        },
      ]
    })
  }

  return {
    async get({ claims, depth }) {
      const argument = await live.now()
      const roots = claims.length > 0 ? [...new Set<number>(claims)] : [...argument.claims]
      const { nodes, leftOut } = await neighbourhood(argument, {
        roots,
        depth: claims.length > 0 ? depth : 1,
        most: mostNodes,
      })
      const outside = await beyond(argument, nodes)
      const symmetric = new Set(
        linkTypes
          .entries()
          .filter((type) => type.symmetric)
          .map(({ id }) => id as number),
      )
      const there = described(nodes, outside)
      const keys = new Set(there.map(({ key }) => key))
      const known = new Set([...nodes].filter((node) => keys.has(keyOf(node))))
      return { nodes: there, links: mapLinks(argument, known, symmetric), leftOut }
    },
  }
}
