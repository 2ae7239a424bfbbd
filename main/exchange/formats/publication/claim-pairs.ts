import { isAgainst } from '../../../../preload/contract/link-type.ts'
import type { Annotation, Claim, Dataset, Link, LinkEnd, LinkType } from '../../dataset.ts'

/** One of the two: a claim with all its wordings, or a passage that is part of no claim. */
export interface PairSide {
  claim: Claim | null
  mentions: readonly Annotation[]
}

/** Two propositions of which one is said against the other, however many links say so. */
export interface ClaimPair {
  linkType: LinkType
  links: Link[]
  claim: PairSide
  counter: PairSide
}

export const isAgainstType = ({ id, sourceRoles }: LinkType): boolean => isAgainst({ uid: id, sourceRoles })

/** In the order of their first links. Links onto links join no two propositions. */
export function claimPairsOf({ annotations, claims, links, linkTypes }: Dataset): ClaimPair[] {
  const annotationById = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const claimById = new Map(claims.map((claim) => [claim.id, claim]))
  const mentions = Map.groupBy(annotations, ({ claim }) => claim)
  const types = new Map(linkTypes.filter(isAgainstType).map((type) => [type.id, type]))

  const sideOf = (end: LinkEnd): { key: string; side: PairSide } | null => {
    if ('link' in end) return null
    const passage = 'annotation' in end ? annotationById.get(end.annotation)! : null
    const claimId = passage ? passage.claim : (end as { claim: string }).claim
    if (claimId === null)
      return { key: `passage ${passage!.id}`, side: { claim: null, mentions: [passage!] } }
    return {
      key: `claim ${claimId}`,
      side: { claim: claimById.get(claimId)!, mentions: mentions.get(claimId) ?? [] },
    }
  }

  const pairs = new Map<string, ClaimPair>()
  for (const link of links) {
    const linkType = types.get(link.linkType)
    const [counter, claim] = [sideOf(link.source), sideOf(link.target)]
    if (!linkType || !counter || !claim) continue
    const keys = [counter.key, claim.key]
    if (linkType.symmetric) keys.sort()
    const key = JSON.stringify([linkType.id, ...keys])
    const known = pairs.get(key)
    if (known) known.links.push(link)
    else pairs.set(key, { linkType, links: [link], claim: claim.side, counter: counter.side })
  }
  return [...pairs.values()]
}
