import type { ClaimEnd } from '../../../db/repositories/claim-links.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import { endOf } from '../../../db/repositories/links.ts'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { ClaimCard, ClaimLink } from '../../../preload/contract/claim.ts'
import { byDate } from '../../../preload/contract/dates.ts'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import type { DescribedEnd, Link, LinkEnd } from '../../../preload/contract/link.ts'
import { isAgainst, isFor } from '../../../preload/contract/link-type.ts'
import { claimHistory } from './claim-history.ts'
import { createDescriber } from './described-ends.ts'

/** All that a claim card shows but for what takes the whole argument. What there may be much of is read together, so that 500 mentions cost what a few do. */
export function claimCard(repositories: Repositories, id: ClaimId): Omit<ClaimCard, 'answered'> {
  const { annotationHits, claims, memos } = repositories
  const claim = claims.get(id)
  const mentions = annotationHits.listByClaim(id)
  return {
    claim,
    mentions,
    links: linksOf(repositories, id, mentions),
    memos: memos.listAbout({ claim: id }),
    history: claimHistory(repositories, id),
  }
}

function linksOf(repositories: Repositories, id: ClaimId, mentions: readonly AnnotationHit[]): ClaimLink[] {
  const { claimLinks, claims, linkTypes, links } = repositories
  // Of a link within the claim the end that it points to is the one to see it from.
  const ends = new Map<Link['id'], ClaimEnd>()
  for (const end of claimLinks.ends(id)) if (!ends.has(end.link)) ends.set(end.link, end)

  const all = links.listByIds([...ends.keys()])
  const types = new Map(linkTypes.entries().map((type) => [type.id, type]))
  const attacked = claimLinks.attacksOnto(all.map((link) => link.id))
  const describe = describing(repositories, mentions, all)
  const statements = new Map<ClaimId, string>()
  const claimOf = (end: DescribedEnd) => {
    const stated = end.kind === 'annotation' ? end.annotation.claimId : null
    if (stated === null) return null
    const statement = statements.get(stated) ?? claims.get(stated).statement
    statements.set(stated, statement)
    return { id: stated, statement }
  }

  return all
    .map((link): ClaimLink => {
      const { mention, outgoing } = ends.get(link.id)!
      const type = types.get(link.linkTypeId)!
      const comesIn = !outgoing || type.symmetric
      const stance = comesIn && isAgainst(type) ? 'against' : comesIn && isFor(type) ? 'for' : 'other'
      const other = describe(outgoing ? link.target : link.source)
      return {
        link,
        outgoing,
        stance,
        mention,
        other,
        otherClaim: claimOf(other),
        attacked: attacked.get(link.id) ?? 0,
      }
    })
    .sort((a, b) => byDate(dateOf(a), dateOf(b)) || a.link.id - b.link.id)
}

/** Describes ends of these links; all passages among them are read at once. */
export function describing(
  repositories: Repositories,
  mentions: readonly AnnotationHit[],
  links: readonly Link[],
) {
  const describer = createDescriber(repositories)
  const hits = new Map(mentions.map((hit) => [hit.id, hit]))
  const missing = new Set<AnnotationId>()
  for (const end of links.flatMap(({ source, target }) => [source, target])) {
    if ('annotation' in end && !hits.has(end.annotation)) missing.add(end.annotation)
  }
  for (const hit of repositories.annotationHits.listByIds([...missing])) hits.set(hit.id, hit)
  const known = new Map<string, DescribedEnd>()

  return (end: LinkEnd): DescribedEnd => {
    const hit = 'annotation' in end ? hits.get(end.annotation) : undefined
    if (hit) return { kind: 'annotation', annotation: hit }
    const key = `${endOf(end).kind} ${endOf(end).id}`
    const described = known.get(key) ?? describer.get(end)
    known.set(key, described)
    return described
  }
}

function dateOf({ other }: ClaimLink): string {
  return other.kind === 'annotation' ? other.annotation.documentDate : ''
}
