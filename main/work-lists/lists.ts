import { daysOf } from '../../preload/contract/dates.ts'
import type { WorkListName } from '../../preload/contract/work-list.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { firstDocuments } from '../argument/by-claim.ts'
import { severalVoices, voicesAgainst } from './answers-of-claims.ts'
import type { Fitting } from './fitting.ts'
import type { Surroundings } from './surroundings.ts'

/** All that a list is made from. */
export interface Listing {
  argument: Argument
  about: Surroundings
  fitting: Fitting
  /** ISO 8601; '' and what is no date for no day. */
  after: string
}

/** The ids of a list’s entries: claims as they were made, documents and passages as they stand in the project. */
export const listers: Record<WorkListName, (listing: Listing) => number[]> = {
  unanswered(listing) {
    const { claims } = answeredNodes(listing.argument, listing.about.stances)
    return claimsWhere(listing, (claim) => claims[claim] !== 1)
  },

  'one-voice'(listing) {
    const { voice } = voicesAgainst(listing.argument, listing.about)
    return claimsWhere(listing, (claim) => {
      const own = voice[claim]
      return own !== undefined && own !== 0 && own !== severalVoices
    })
  },

  'made-after'(listing) {
    const { argument, about, after } = listing
    const bound = daysOf(after)
    if (!bound) return []
    const first = firstDocuments(argument, about.dates)
    // A year or a month must be over: nothing within it is after it.
    return claimsWhere(listing, (claim) => {
      const day = about.dates.firstDay(first[claim] ?? 0)
      return day !== undefined && day > bound.last
    })
  },

  'no-target'(listing) {
    const { argument, about } = listing
    const { annotations, claims } = answering(listing)
    return annotationsWhere(
      listing,
      (id) =>
        about.roles.get(argument.tag[id]!) === 'rebuttal' &&
        annotations[id] !== 1 &&
        claims[argument.claim[id]!] !== 1,
    )
  },

  'no-claim'(listing) {
    const { argument, about } = listing
    return annotationsWhere(
      listing,
      (id) => argument.claim[id] === 0 && about.roles.get(argument.tag[id]!) === 'claim',
    )
  },

  'nothing-linked'({ argument, about, fitting }) {
    const linked = linkedDocuments(argument)
    return about.documents
      .map(({ documentId }) => documentId)
      .filter((id) => linked[id] !== 1 && fitting.document(id))
  },
}

function claimsWhere({ argument, fitting }: Listing, isListed: (claim: number) => boolean): number[] {
  const listed: number[] = []
  for (const claim of argument.claims) if (fitting.claim(claim) && isListed(claim)) listed.push(claim)
  return listed
}

function annotationsWhere(
  { argument, about, fitting }: Listing,
  isListed: (annotation: number) => boolean,
): number[] {
  const { document, order } = argument
  const begins = new Int32Array(about.dates.rank.length).fill(-1)
  for (let at = order.length - 1; at >= 0; at--) begins[document[order[at]!]!] = at
  const listed: number[] = []
  for (const { documentId } of about.documents) {
    for (let at = begins[documentId]!; at >= 0 && at < order.length; at++) {
      const id = order[at]!
      if (document[id] !== documentId) break
      if (isListed(id) && fitting.annotation(id)) listed.push(id)
    }
  }
  return listed
}

const columnOfClaims = ({ claims }: Argument) => new Uint8Array((claims.at(-1) ?? 0) + 1)

/** What a link against something goes out from: 1 by annotation id, and by claim id. */
function answering({ argument, about }: Listing): { annotations: Uint8Array; claims: Uint8Array } {
  const { type, sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } = argument
  const annotations = new Uint8Array(argument.document.length)
  const claims = columnOfClaims(argument)
  for (let id = 1; id < type.length; id++) {
    const stance = type[id] === 0 ? undefined : about.stances.get(type[id]!)
    if (!stance?.against) continue
    annotations[sourceAnnotation[id]!] = 1
    claims[sourceClaim[id]!] = 1
    if (!stance.symmetric) continue
    annotations[targetAnnotation[id]!] = 1
    claims[targetClaim[id]!] = 1
  }
  // What has no such end stands at 0.
  annotations[0] = 0
  claims[0] = 0
  return { annotations, claims }
}

/** By document id: 1 where a passage of it is an end of a link, or the claim is that it states. */
function linkedDocuments(argument: Argument): Uint8Array {
  const { type, document, claim, order, sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } =
    argument
  const annotations = new Uint8Array(document.length)
  const claims = columnOfClaims(argument)
  for (let id = 1; id < type.length; id++) {
    if (type[id] === 0) continue
    annotations[sourceAnnotation[id]!] = 1
    annotations[targetAnnotation[id]!] = 1
    claims[sourceClaim[id]!] = 1
    claims[targetClaim[id]!] = 1
  }
  claims[0] = 0
  const linked = new Uint8Array(order.reduce((most, id) => Math.max(most, document[id]!), 0) + 1)
  for (const id of order) if (annotations[id] === 1 || claims[claim[id]!] === 1) linked[document[id]!] = 1
  return linked
}
