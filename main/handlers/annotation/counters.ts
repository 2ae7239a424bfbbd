import { byDate, daysOf } from '../../../preload/contract/dates.ts'
import type { SeenLink } from '../../../preload/contract/link.ts'
import { isAgainst, type LinkType } from '../../../preload/contract/link-type.ts'

type Type = Pick<LinkType, 'uid' | 'sourceRoles' | 'symmetric'>

const mostDirectFirst = ['rebuts', 'undercuts', 'counter-claim', 'undermines']

/** Whether a link attacks the end it is seen from; of a symmetric type it does so from either end. */
export function attacks({ outgoing }: SeenLink, type: Type): boolean {
  return isAgainst(type) && (!outgoing || type.symmetric)
}

/**
 * Sorts links by how strongly they speak: by strength, those without one last; then by how directly their type
 * attacks; then from the latest document, undated last; then the one made last.
 */
export function byForce(typeOf: (link: SeenLink) => Type): (a: SeenLink, b: SeenLink) => number {
  return (a, b) =>
    (b.link.strength ?? -1) - (a.link.strength ?? -1) ||
    directness(typeOf(a)) - directness(typeOf(b)) ||
    latestFirst(dateOf(a), dateOf(b)) ||
    b.link.id - a.link.id
}

/** What attacks the end it is seen from comes first; each by its force. */
export function strongestFirst<L extends SeenLink>(
  links: readonly L[],
  typeOf: (link: SeenLink) => Type,
): L[] {
  const rank = (link: L) => (attacks(link, typeOf(link)) ? 0 : 1)
  const inOrder = byForce(typeOf)
  return links.toSorted((a, b) => rank(a) - rank(b) || inOrder(a, b))
}

function directness({ uid }: Type): number {
  const at = mostDirectFirst.indexOf(uid)
  return at < 0 ? mostDirectFirst.length : at
}

function latestFirst(a: string, b: string): number {
  return daysOf(a) && daysOf(b) ? byDate(b, a) : byDate(a, b)
}

function dateOf({ other }: SeenLink): string {
  return other.kind === 'annotation' ? other.annotation.documentDate : ''
}
