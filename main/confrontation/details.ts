import type { Repositories } from '../../db/repositories/index.ts'
import { endOf } from '../../db/repositories/links.ts'
import type { AnnotationHit } from '../../preload/contract/annotation.ts'
import type { ConfrontedAnswer, ConfrontedClaim, PassageBrief } from '../../preload/contract/confrontation.ts'
import type { AnnotationId, ClaimId, LinkId } from '../../preload/contract/ids.ts'
import type { Link, LinkEnd } from '../../preload/contract/link.ts'
import { createDescriber, readOnce } from '../handlers/claim/described-ends.ts'
import type { Confrontations } from './read-graph.ts'

export interface Details {
  claims: ConfrontedClaim[]
  answers: ConfrontedAnswer[]
}

/** What claims and answers say, by their numbers; those that have gone are left out. */
export function confrontedDetails(
  repositories: Repositories,
  { graph, sorting, passageOf }: Confrontations,
  asked: { claims: readonly number[]; answers: readonly number[] },
): Details {
  const { annotationHits, claims, links } = repositories
  const describer = createDescriber(readOnce(repositories))
  const asLinks = new Map(
    links.listByIds(asked.answers.map((answer) => Math.abs(answer) as LinkId)).map((link) => [link.id, link]),
  )
  // A link onto a link shows the passage where that one begins.
  const attacked = new Map(
    links.listByIds([...asLinks.values()].flatMap(linksAtEnds)).map((link) => [link.id, link]),
  )
  const passageAtEnd = (end: LinkEnd): number => {
    if ('annotation' in end) return end.annotation
    if ('claim' in end) return sorting.passageOf(end.claim)
    const link = attacked.get(end.link)
    return link && !('link' in link.source) ? passageAtEnd(link.source) : 0
  }
  const wanted = new Set<number>()
  for (const thing of asked.claims) wanted.add(sorting.passageOf(thing))
  for (const answer of asked.answers) {
    const link = asLinks.get(Math.abs(answer) as LinkId)
    if (!link) continue
    wanted.add(passageOf(answer))
    wanted.add(passageAtEnd(answer > 0 ? link.target : link.source))
  }
  const hits = new Map<number, AnnotationHit>(
    annotationHits.listByIds([...wanted] as AnnotationId[]).map((hit) => [hit.id, hit]),
  )
  const briefOf = (passage: number): PassageBrief | null => {
    const hit = hits.get(passage)
    if (!hit) return null
    const { id, documentId, documentTitle: title, documentDate: date, tagId } = hit
    return { id, documentId, title, date, tagId, ...sorting.saidBy(id) }
  }
  const wordsOf = (passage: number) => hits.get(passage)?.quote.join(' … ')
  const statement = (id: ClaimId) => claims.find(id)?.statement

  return {
    claims: asked.claims.flatMap((thing) => {
      const passage = sorting.passageOf(thing)
      const claim = thing > 0 ? claims.find(thing as ClaimId) : undefined
      const words = thing > 0 ? claim?.statement : wordsOf(passage)
      if (words === undefined) return []
      return { claim: thing, words, mentions: claim?.mentions ?? 1, passage: briefOf(passage) }
    }),

    answers: asked.answers.flatMap((answer): ConfrontedAnswer[] => {
      const link = asLinks.get(Math.abs(answer) as LinkId)
      if (!link) return []
      const [from, to] = answer > 0 ? [link.source, link.target] : [link.target, link.source]
      const giver = graph.giverOf(answer)
      const stated = giver > 0 ? statement(giver as ClaimId) : undefined
      const isPassage = 'annotation' in from
      const words = isPassage ? wordsOf(from.annotation) : (stated ?? wordsOfLink(from))
      if (words === undefined) return []
      return [
        {
          answer,
          linkId: link.id,
          linkTypeId: link.linkTypeId,
          words,
          states: isPassage && stated !== undefined ? { id: giver as ClaimId, statement: stated } : null,
          passage: briefOf(passageOf(answer)),
          against: againstWhat(to),
          to: briefOf(passageAtEnd(to)),
          note: link.note,
        },
      ]
    }),
  }

  function wordsOfLink(end: LinkEnd): string | undefined {
    const described = describer.find(end)
    return described?.kind === 'link' ? described.words : undefined
  }

  function againstWhat(end: LinkEnd): ConfrontedAnswer['against'] {
    if (!('link' in end)) return 'claim'
    const link = attacked.get(end.link)
    return link && graph.isSupport(link.id) ? 'support' : 'step'
  }
}

function linksAtEnds({ source, target }: Link): LinkId[] {
  return [source, target].flatMap((end) => (endOf(end).kind === 'link' ? [endOf(end).id as LinkId] : []))
}
