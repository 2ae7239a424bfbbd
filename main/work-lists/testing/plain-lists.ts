import type { OpenProject } from '../../../db/open-project.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import { daysOf } from '../../../preload/contract/dates.ts'
import { type Filter, narrows, narrowsAnnotations } from '../../../preload/contract/filter.ts'
import type { Link, LinkEnd } from '../../../preload/contract/link.ts'
import { isAgainst } from '../../../preload/contract/link-type.ts'
import type { WorkListAsked } from '../../../preload/contract/work-list.ts'

/** What each list is by definition, slowly: for comparing. The ids in project order. */
export function plainList({ repositories }: OpenProject, { list, filter, after }: WorkListAsked): number[] {
  const documents = repositories.documents.list()
  const annotations = documents
    .flatMap(({ id }) =>
      repositories.annotations.idsByDocument(id).map((one) => repositories.annotations.get(one)),
    )
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        a.spans[0]!.start - b.spans[0]!.start ||
        b.spans[0]!.end - a.spans[0]!.end ||
        a.id - b.id,
    )
  const claims = repositories.claims.list()
  const types = new Map(repositories.linkTypes.list().map((type) => [type.id, type]))
  const roles = repositories.tags.roles()
  const links = repositories.links.list()
  const attacks = links.flatMap((link) => {
    const type = types.get(link.linkTypeId)!
    if (!isAgainst(type)) return []
    const back = { by: link.target, onto: link.source }
    return [{ by: link.source, onto: link.target }, ...(type.symmetric ? [back] : [])]
  })

  switch (list) {
    case 'unanswered':
      return claims.filter(({ id }) => against(id).length === 0 && fitsClaim(id)).map(({ id }) => id)
    case 'one-voice':
      return claims
        .filter(({ id }) => {
          const voices = new Set(against(id).flatMap(({ by }) => voicesOf(by)))
          return voices.size === 1 && !voices.has('') && fitsClaim(id)
        })
        .map(({ id }) => id)
    case 'made-after':
      return claims
        .filter(({ id }) => {
          const days = mentionsOf(id).flatMap((mention) => daysOf(dateOf(mention))?.first ?? [])
          const bound = daysOf(after)
          return days.length > 0 && bound && Math.min(...days) > bound.last && fitsClaim(id)
        })
        .map(({ id }) => id)
    case 'no-target':
      return annotations
        .filter((one) => {
          const own = attacks.some(({ by }) => 'annotation' in by && by.annotation === one.id)
          const ofClaim = attacks.some(({ by }) => 'claim' in by && by.claim === one.claimId)
          return roles.get(one.tagId) === 'rebuttal' && !own && !ofClaim && fits(one)
        })
        .map(({ id }) => id)
    case 'no-claim':
      return annotations
        .filter((one) => roles.get(one.tagId) === 'claim' && one.claimId === null && fits(one))
        .map(({ id }) => id)
    case 'nothing-linked':
      return documents
        .filter(({ id }) => {
          const own = annotations.filter(({ documentId }) => documentId === id)
          const fitting = narrowsAnnotations(filter.annotations) ? own.some(fits) : fitsDocument(id, filter)
          return !own.some(isLinked) && fitting
        })
        .map(({ id }) => id)
  }

  function placeOf({ documentId }: Annotation): number {
    return documents.findIndex(({ id }) => id === documentId)
  }
  function mentionsOf(claim: number): Annotation[] {
    return annotations.filter(({ claimId }) => claimId === claim)
  }
  function against(claim: number) {
    const mentions = new Set<number>(mentionsOf(claim).map(({ id }) => id))
    return attacks.filter(({ onto }) =>
      'claim' in onto ? onto.claim === claim : 'annotation' in onto && mentions.has(onto.annotation),
    )
  }
  /** '' is somebody unknown. */
  function voicesOf(end: LinkEnd): string[] {
    if ('link' in end) return ['']
    const passages =
      'claim' in end ? mentionsOf(end.claim) : annotations.filter(({ id }) => id === end.annotation)
    return passages.length === 0 ? [''] : passages.map(voiceOf)
  }
  function voiceOf({ speakerId, documentId }: Annotation): string {
    const speakers = repositories.speakers.list()
    if (speakerId !== null) return `speaker ${speakerId}`
    const { author = '', outlet = '' } = documents.find(({ id }) => id === documentId)!.metadata
    const name = (author.trim() || outlet.trim()).toLowerCase()
    const known = speakers.find((speaker) =>
      [speaker.name, ...speaker.variants].some((one) => one.trim().toLowerCase() === name),
    )
    return known ? `speaker ${known.id}` : author.trim() === '' ? '' : name
  }
  function dateOf({ documentId }: Annotation): string {
    return documents.find(({ id }) => id === documentId)?.metadata.date ?? ''
  }
  function isLinked({ id, claimId }: Annotation): boolean {
    const isHere = (end: LinkEnd) =>
      ('annotation' in end && end.annotation === id) || ('claim' in end && end.claim === claimId)
    return links.some(({ source, target }: Link) => isHere(source) || isHere(target))
  }
  function fits(one: Annotation): boolean {
    const { tagIds, speakerIds, annotatorIds } = filter.annotations
    return (
      (tagIds.length === 0 || tagIds.includes(one.tagId)) &&
      (speakerIds.length === 0 || speakerIds.some((id) => voiceOf(one) === `speaker ${id}`)) &&
      (annotatorIds.length === 0 || annotatorIds.includes(one.annotatorId)) &&
      fitsDocument(one.documentId, filter)
    )
  }
  function fitsClaim(id: number): boolean {
    return !narrows(filter) || mentionsOf(id).some(fits)
  }
  function fitsDocument(id: number, { documents: { fields, from, until } }: Filter): boolean {
    const { metadata } = documents.find((document) => document.id === id)!
    const days = daysOf(metadata.date ?? '')
    return (
      fields.every(({ name, value }) => metadata[name]?.toLowerCase().includes(value.toLowerCase())) &&
      (from === '' || (days !== null && days.last >= (daysOf(from)?.first ?? -Infinity))) &&
      (until === '' || (days !== null && days.first <= (daysOf(until)?.last ?? Infinity)))
    )
  }
}
