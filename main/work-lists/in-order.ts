import { entriesOf, type WorkListName, type WorkListOrder } from '../../preload/contract/work-list.ts'
import type { Argument } from '../argument/argument.ts'
import { countByClaim, firstDocuments } from '../argument/by-claim.ts'
import type { Surroundings } from './surroundings.ts'

/** The entries of a list, which come in project order, in the order that was asked for. */
export function inOrder(
  ids: number[],
  list: WorkListName,
  order: WorkListOrder,
  argument: Argument,
  about: Surroundings,
): number[] {
  const entries = entriesOf[list]
  if (order === 'project' || (order === 'mentions' && entries !== 'claim')) return ids
  const keys = order === 'mentions' ? mentionsOf(argument) : datePlaces(entries, argument, about)
  // Sorted as one number each: the key, then the place that it had.
  const sorted = Float64Array.from(ids, (id, at) => keys(id) * ids.length + at).sort()
  return Array.from(sorted, (one) => ids[one % ids.length]!)
}

/** The most first. */
function mentionsOf(argument: Argument): (claim: number) => number {
  const counts = countByClaim(argument)
  let most = 0
  for (const count of counts) most = Math.max(most, count)
  return (id) => most - counts[id]!
}

/** Undated last. */
function datePlaces(
  entries: (typeof entriesOf)[WorkListName],
  argument: Argument,
  about: Surroundings,
): (id: number) => number {
  const { rank } = about.dates
  const first = entries === 'claim' ? firstDocuments(argument, about.dates) : null
  const documentOf = (id: number) =>
    first ? first[id]! : entries === 'document' ? id : argument.document[id]!
  return (id) => rank[documentOf(id)]! || rank.length
}
