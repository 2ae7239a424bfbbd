import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import type { CountedLinks, CountedPassages } from '../../preload/contract/overview.ts'
import type { Argument } from '../argument/argument.ts'
import { documentDates } from '../document-dates.ts'
import { isAcross, linksOfPassages, type Terms } from './count-argument.ts'

/** The passages that are counted but for their attributes, by document id, then in reading order. */
export function listPassages(
  argument: Argument,
  { roles, stances }: Terms,
  asked: CountedPassages,
): number[] {
  const { order, document, tag, claim, speaker, annotator } = argument
  const { documentId, tagId, speakerId, annotatorId, state } = asked
  const { answered, linked } = linksOfPassages(argument, stances)
  const isClaim = (id: number) => roles.get(tag[id]!) === 'claim'
  const fits: Record<CountedPassages['state'], (id: number) => boolean> = {
    any: () => true,
    awaiting: () => true,
    claims: isClaim,
    answered: (id) => isClaim(id) && answered[id] === 1,
    unanswered: (id) => isClaim(id) && answered[id] === 0,
    'without-card': (id) => isClaim(id) && claim[id] === 0,
    unlinked: (id) => linked[id] === 0,
  }
  const ids: number[] = []
  for (const id of order) {
    if (documentId !== undefined && document[id] !== documentId) continue
    if (tagId !== undefined && tag[id] !== tagId) continue
    if (speakerId !== undefined && speaker[id] !== (speakerId ?? 0)) continue
    if (annotatorId !== undefined && annotator[id] !== annotatorId) continue
    if (fits[state](id)) ids.push(id)
  }
  return ids
}

/** In the order they were made. */
export function listLinks(argument: Argument, { linkTypeId, across }: CountedLinks): number[] {
  const ids: number[] = []
  for (let id = 0; id < argument.type.length; id++) {
    const type = argument.type[id]!
    if (type === 0 || (linkTypeId !== undefined && type !== linkTypeId)) continue
    if (!across || isAcross(argument, id)) ids.push(id)
  }
  return ids
}

/** Passages that come by document id, by the date of their documents instead; those of one date in project order. */
export function inTimeOrder(
  ids: readonly number[],
  { document }: Argument,
  documents: readonly SearchedDocument[],
): number[] {
  const inTime = documents.map(({ documentId }) => documentId as number)
  inTime.sort(documentDates(documents).compare)
  const places = new Map(inTime.map((id, place) => [id, place]))
  return ids
    .map((id, at) => ({ id, at, place: places.get(document[id]!) ?? inTime.length }))
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ id }) => id)
}
