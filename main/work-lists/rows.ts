import type { Repositories } from '../../db/repositories/index.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import { entriesOf, type Why, type WorkListName, type WorkListRow } from '../../preload/contract/work-list.ts'
import type { Argument } from '../argument/argument.ts'
import { voiceOf, voicesAgainst } from './answers-of-claims.ts'
import type { Surroundings } from './surroundings.ts'

interface Described {
  argument: Argument
  about: Surroundings
  repositories: Repositories
}

/** Entries as they are shown, of those that are there: a page of them, put together in one walk. */
export function rowsOf(list: WorkListName, ids: readonly number[], described: Described): WorkListRow[] {
  switch (entriesOf[list]) {
    case 'claim':
      return claimRows(list, ids as ClaimId[], described)
    case 'annotation':
      return annotationRows(list, ids as AnnotationId[], described)
    case 'document':
      return documentRows(ids as DocumentId[], described)
  }
}

/** Where a claim is stated. */
interface Stated {
  mentions: number
  undated: number
  /** The earliest by date, then in reading order. */
  first: number
}

function claimRows(list: WorkListName, ids: readonly ClaimId[], described: Described): WorkListRow[] {
  const { argument, about, repositories } = described
  const stated = whereStated(ids, described)
  const against = list === 'one-voice' ? voicesAgainst(argument, about) : null
  return ids.flatMap((id) => {
    const claim = repositories.claims.find(id)
    const where = stated.get(id)
    if (!claim || !where) return []
    const at = where.first === 0 ? null : atMention(where)
    return {
      kind: 'claim',
      id,
      statement: claim.statement,
      mentions: where.mentions,
      at,
      why: whyOf(id, where),
    }
  })

  function atMention({ first }: Stated) {
    const documentId = argument.document[first] as DocumentId
    const voice = about.voices.name(voiceOf(first, argument, about))
    return { id: first as AnnotationId, documentId, date: dateOf(first), voice }
  }

  function dateOf(annotation: number): string {
    const document = argument.document[annotation]!
    return about.dates.isDated(document) ? about.dates.dateOf(document) : ''
  }

  function whyOf(id: ClaimId, { mentions, undated, first }: Stated): Why {
    if (against)
      return { why: 'one-voice', name: about.voices.name(against.voice[id]!), links: against.links[id]! }
    if (list === 'made-after') return { why: 'made-after', first: dateOf(first), undated }
    return { why: 'unanswered', mentions }
  }
}

function whereStated(ids: readonly ClaimId[], { argument, about }: Described): Map<number, Stated> {
  const { claim, document, order } = argument
  const stated = new Map<number, Stated>(ids.map((id) => [id, { mentions: 0, undated: 0, first: 0 }]))
  for (const id of order) {
    const one = claim[id] === 0 ? undefined : stated.get(claim[id]!)
    if (!one) continue
    one.mentions += 1
    if (!about.dates.isDated(document[id]!)) one.undated += 1
    if (one.first === 0 || about.dates.compare(document[id]!, document[one.first]!) < 0) one.first = id
  }
  return stated
}

function annotationRows(
  list: WorkListName,
  ids: readonly AnnotationId[],
  { argument, about, repositories }: Described,
): WorkListRow[] {
  const links = linksAt(ids, argument)
  const hits = new Map(repositories.annotationHits.listByIds(ids).map((hit) => [hit.id, hit]))
  return ids.flatMap((id) => {
    const hit = hits.get(id)
    if (!hit) return []
    const voice = about.voices.name(voiceOf(id, argument, about))
    const why = list === 'no-target' ? ('no-target' as const) : ('no-claim' as const)
    return { kind: 'annotation', id, hit, voice, why: { why, links: links.get(id) ?? 0 } }
  })
}

/** How many links end at each of these; one that has both ends there counts once. */
function linksAt(ids: readonly number[], argument: Argument): Map<number, number> {
  const { type, sourceAnnotation, targetAnnotation } = argument
  const links = new Map<number, number>(ids.map((id) => [id, 0]))
  const count = (id: number) => {
    const known = links.get(id)
    if (known !== undefined) links.set(id, known + 1)
  }
  for (let id = 1; id < type.length; id++) {
    if (type[id] === 0) continue
    const [source, target] = [sourceAnnotation[id]!, targetAnnotation[id]!]
    if (source > 0) count(source)
    if (target > 0 && target !== source) count(target)
  }
  return links
}

function documentRows(ids: readonly DocumentId[], { argument, about }: Described): WorkListRow[] {
  const there = new Set(about.documents.map(({ documentId }) => documentId))
  const counts = new Map<number, number>(ids.map((id) => [id, 0]))
  for (const id of argument.order) {
    const known = counts.get(argument.document[id]!)
    if (known !== undefined) counts.set(argument.document[id]!, known + 1)
  }
  return ids
    .filter((id) => there.has(id))
    .map((id) => ({ kind: 'document', id, why: { why: 'nothing-linked', annotations: counts.get(id)! } }))
}
