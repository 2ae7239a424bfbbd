import { byDate, daysOf } from '../../../preload/contract/dates.ts'
import type { LinkFromHere } from '../../../preload/contract/link.ts'
import { isAgainst, type LinkType } from '../../../preload/contract/link-type.ts'

type Type = Pick<LinkType, 'uid' | 'sourceRoles' | 'symmetric'>

const mostDirectFirst = ['rebuts', 'undercuts', 'counter-claim', 'undermines']

/** Whether a link attacks the end it is seen from; of a symmetric type it does so from either end. */
export function attacks({ outgoing }: LinkFromHere, type: Type): boolean {
  return isAgainst(type) && (!outgoing || type.symmetric)
}

/**
 * Sorts links by how strongly they speak: by strength, those without one last; then by how directly their type
 * attacks; then from the latest document, undated last; then the one made last.
 */
export function byForce(typeOf: (link: LinkFromHere) => Type): (a: LinkFromHere, b: LinkFromHere) => number {
  return (a, b) =>
    (b.link.strength ?? -1) - (a.link.strength ?? -1) ||
    directness(typeOf(a)) - directness(typeOf(b)) ||
    latestFirst(dateOf(a), dateOf(b)) ||
    b.link.id - a.link.id
}

function directness({ uid }: Type): number {
  const at = mostDirectFirst.indexOf(uid)
  return at < 0 ? mostDirectFirst.length : at
}

function latestFirst(a: string, b: string): number {
  return daysOf(a) && daysOf(b) ? byDate(b, a) : byDate(a, b)
}

function dateOf({ other }: LinkFromHere): string {
  return other.kind === 'annotation' ? other.annotation.documentDate : ''
}
