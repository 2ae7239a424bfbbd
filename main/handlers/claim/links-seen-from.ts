import type { Repositories } from '../../../db/repositories/index.ts'
import { sameEnd } from '../../../db/repositories/links.ts'
import type { LinkEnd, LinkFromHere, SeenLink } from '../../../preload/contract/link.ts'
import { strongestFirst } from '../annotation/counters.ts'
import type { createDescriber } from './described-ends.ts'

/** Links as seen from one of their ends, in the order they were made. */
export function linksSeenFrom(
  { annotations, links, linkTypes }: Repositories,
  describer: ReturnType<typeof createDescriber>,
) {
  const own = (end: LinkEnd): SeenLink[] =>
    links.listByEnd(end).map((link) => {
      const outgoing = sameEnd(link.source, end)
      return { link, outgoing, other: describer.get(outgoing ? link.target : link.source) }
    })
  const typeOf = ({ link }: SeenLink) => linkTypes.entry(link.linkTypeId)

  return {
    own,
    /** With the links onto it, the undercuts first. */
    withOnto(one: LinkFromHere): LinkFromHere {
      const onto = strongestFirst(own({ link: one.link.id }), typeOf)
      return onto.length === 0 ? one : { ...one, onto }
    },
    /** Of an annotation: the links of the claim that it states, but those that are its own too. */
    inherited(end: LinkEnd): LinkFromHere[] {
      const claim = 'annotation' in end ? annotations.findBrief(end.annotation)?.claimId : null
      if (!claim) return []
      return own({ claim })
        .filter(({ link }) => !sameEnd(link.source, end) && !sameEnd(link.target, end))
        .map((link) => ({ ...link, inheritedFrom: claim }))
    },
  }
}
