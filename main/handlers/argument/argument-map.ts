import { type MapNode, mostNodes } from '../../../preload/contract/argument-map.ts'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Argument } from '../../argument/argument.ts'
import { answeredNodes } from '../../argument/attacks.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { Node } from '../../argument/nodes.ts'
import { keyOf, mapLinks } from '../../argument-map/map-links.ts'
import {
  beyond,
  firstPassages,
  linkedPassages,
  mostLinkedFirst,
  neighbourhood,
} from '../../argument-map/neighbourhood.ts'
import { documentDates } from '../../document-dates.ts'
import { knownDocuments } from '../../filters/known-documents.ts'
import type { ProjectContext } from '../../project-context.ts'
import { liveVoices } from '../../speakers/live-voices.ts'
import { claimSummaries } from '../../summaries/claim-summaries.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'

export function argumentMapHandlers({ project }: ProjectContext): ProjectHandlers['argumentMap'] {
  const { annotationHits, linkTypes } = project.repositories
  const summaries = claimSummaries(project)
  const around = liveSurroundings(project)
  const live = liveArgument(project)
  const documents = knownDocuments(project)
  const voices = liveVoices(project)

  /** What the nodes say, in their order; what has gone meanwhile is left out. */
  async function described(
    argument: Argument,
    nodes: ReadonlySet<Node>,
    outside: ReadonlyMap<Node, number>,
  ): Promise<MapNode[]> {
    const all = [...nodes]
    const summed = await summaries.some(all.filter((node) => node > 0) as ClaimId[])
    const claims = new Map(summed.map((claim) => [claim.id as number, claim]))
    const { passages } = answeredNodes(argument, around().stances)
    const first = firstPassages(argument, nodes, documentDates(documents()).compare)
    const hits = new Map(
      annotationHits.listByIds([...first.values()] as AnnotationId[]).map((hit) => [hit.id as number, hit]),
    )
    const known = voices('document')
    return all.flatMap((node): MapNode[] => {
      const claim = claims.get(node)
      const hit = hits.get(first.get(node) ?? 0)
      const shared = {
        key: keyOf(node),
        beyond: outside.get(node) ?? 0,
        first: hit
          ? {
              ...known.saidBy(hit.speakerId, hit.documentId, hit.spans[0]!.start),
              document: hit.documentTitle,
              date: hit.documentDate,
            }
          : null,
      }
      if (claim) {
        const { id, statement, mentions, answered } = claim
        return [{ ...shared, claim: id, passage: null, text: statement, where: '', mentions, answered }]
      }
      if (!hit || node > 0) return []
      const { id, documentId, quote, documentTitle } = hit
      return [
        {
          ...shared,
          claim: null,
          passage: { id, documentId },
          text: quote.join(' … '),
          where: documentTitle,
          mentions: 0,
          answered: passages[id] === 1,
        },
      ]
    })
  }

  return {
    async get({ claims, depth, passages }) {
      const argument = await live.now()
      const unstated = claims.length > 0 ? new Set<Node>() : await linkedPassages(argument)
      // A map of nothing would tell whoever links passages before claims are stated that nothing is linked.
      const withPassages = passages || argument.claims.length === 0
      const all = [...argument.claims, ...(withPassages ? unstated : [])]
      const roots = claims.length > 0 ? [...new Set<number>(claims)] : all
      const { nodes, leftOut } = await neighbourhood(argument, {
        roots: roots.length > mostNodes ? await mostLinkedFirst(argument, roots) : roots,
        depth: claims.length > 0 ? depth : 1,
        most: mostNodes,
      })
      const passagesLeftOut = withPassages ? 0 : [...unstated].filter((node) => !nodes.has(node)).length
      const outside = await beyond(argument, nodes)
      const symmetric = new Set(
        linkTypes
          .entries()
          .filter((type) => type.symmetric)
          .map(({ id }) => id as number),
      )
      const there = await described(argument, nodes, outside)
      const keys = new Set(there.map(({ key }) => key))
      const known = new Set([...nodes].filter((node) => keys.has(keyOf(node))))
      return { nodes: there, links: mapLinks(argument, known, symmetric), leftOut, passagesLeftOut }
    },
  }
}
