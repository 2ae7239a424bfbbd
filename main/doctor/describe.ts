import type { Repositories } from '../../db/repositories/index.ts'
import type { Check, Finding, FindingPlace } from '../../preload/contract/doctor.ts'
import type { AnnotationId, ClaimId, LinkId, TagId } from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import { saidByInWords } from '../../preload/contract/said-by.ts'
import type { Argument } from '../argument/argument.ts'
import type { Node } from '../argument/nodes.ts'
import { counted } from '../handlers/words.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'
import { answeredPassage, answeringPassage } from './checks.ts'
import type { Concerned } from './concerned.ts'
import { annotationOf, claimOf, nodesOf, typeIn } from './pairs.ts'

type Described = Pick<Finding, 'why' | 'places' | 'joint'>

/** Findings in words, with where to go for them. */
export function createFindingDescriber(repositories: Repositories, argument: Argument, about: Surroundings) {
  const { annotationHits, claims, links, linkTypes, tags } = repositories
  const typeName = (id: number) => linkTypes.entry(id as never).name

  return (check: Check, subject: string, concerned: Concerned): Described | undefined => {
    switch (check) {
      case 'self-attack':
        return ofLink(subject, sameThing)
      case 'corrected':
        return ofLink(
          subject,
          () => 'A correction of the text has changed words at an end of this link since it was made',
        )
      case 'supports-opponent': {
        const against = concerned.links.filter((id) => about.stances.get(argument.type[id]!)?.against)
        const names = [...new Set(against.map((id) => typeName(argument.type[id]!)))]
        const supports = concerned.links.find((id) => about.stances.get(argument.type[id]!)?.supports)
        return ofPair(
          nodesOf(subject),
          supports === undefined ? 'supports' : typeName(argument.type[supports]!),
          `It stands against what it supports: “${names.join('”, “')}” ${names.length === 1 ? 'joins' : 'join'} the same two`,
        )
      }
      case 'both-ways': {
        const name = typeName(typeIn(subject)!)
        const why = `“${name}” goes both ways between the two, by ${concerned.links.length} links`
        return ofPair(nodesOf(subject), name, why)
      }
      case 'same-claim':
        return ofPair(nodesOf(subject), '', 'Two claims of the same words')
      case 'too-early':
        return ofEarlyAnswer(Number(subject.slice(1)))
      case 'same-words':
        return ofWords(concerned)
      case 'no-target': {
        const place = passage(Number(subject.slice(1)))
        return place && { why: 'No link of a rebutting type begins here', places: [place], joint: '' }
      }
    }
  }

  function ofLink(subject: string, why: (source: LinkEnd, target: LinkEnd) => string): Described | undefined {
    const link = links.find(Number(subject.slice(1)) as LinkId)
    if (!link) return undefined
    const places = [link.source, link.target].map(atEnd)
    if (places.some((place) => place === undefined)) return undefined
    return {
      why: why(link.source, link.target),
      places: places as FindingPlace[],
      joint: typeName(link.linkTypeId),
    }
  }

  /** At the passages whose dates count, which need not be those that are linked. */
  function ofEarlyAnswer(link: number): Described | undefined {
    const answered = answeredPassage(argument, about, link)
    const places = [passage(answeringPassage(argument, about, link)), passage(answered)]
    if (places.some((place) => place === undefined)) return undefined
    const isFirst = argument.targetAnnotation[link] === answered
    return {
      why: isFirst
        ? 'The answer is dated before this was first stated'
        : 'The answer is dated before what it answers was first stated, as here',
      places: places as FindingPlace[],
      joint: typeName(argument.type[link]!),
    }
  }

  function sameThing(source: LinkEnd, target: LinkEnd): string {
    const claimsHere = [source, target].filter((end) => 'claim' in end).length
    if (claimsHere === 1) return 'The passage states the claim that it stands against'
    return 'Both ends state the same claim'
  }

  function ofPair([one, other]: [Node, Node], joint: string, why: string): Described | undefined {
    const places = [atNode(one), atNode(other)]
    if (places.some((place) => place === undefined)) return undefined
    return { why, joint, places: places as FindingPlace[] }
  }

  function ofWords({ annotations }: Concerned): Described | undefined {
    const byTag = new Map<number, number[]>()
    for (const id of annotations) {
      const tag = argument.tag[id]!
      byTag.set(tag, [...(byTag.get(tag) ?? []), id])
    }
    const groups = [...byTag].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    const why = groups.map(
      ([tag, ids]) => `${tags.entry(tag as TagId).name} ${counted(ids.length, 'once', 'times')}`,
    )
    const places = groups.map(([, ids]) => passage(ids[0]!))
    const there = places.filter((place) => place !== undefined)
    return there.length === 0
      ? undefined
      : { why: `The same words: ${why.join(', ')}`, places: there, joint: '' }
  }

  function atNode(node: Node): FindingPlace | undefined {
    const claim = claimOf(node)
    return claim === null ? passage(annotationOf(node)!) : atClaim(claim as ClaimId)
  }
  function atEnd(end: LinkEnd): FindingPlace | undefined {
    if ('annotation' in end) return passage(end.annotation)
    if ('claim' in end) return atClaim(end.claim)
    return { words: 'A link', tag: null, who: '', where: '', date: '', go: null }
  }
  function atClaim(id: ClaimId): FindingPlace | undefined {
    const claim = claims.find(id)
    if (!claim) return undefined
    return {
      words: claim.statement,
      tag: null,
      who: '',
      where: counted(claim.mentions, 'one mention', 'mentions'),
      date: '',
      go: { claim: id },
    }
  }
  function passage(id: number): FindingPlace | undefined {
    const hit = annotationHits.find(id as AnnotationId)
    if (!hit) return undefined
    return {
      words: hit.quote.join(' … '),
      tag: tags.entry(hit.tagId).name,
      who: saidByInWords(about.voices.saidBy(hit.speakerId, hit.documentId, hit.spans[0]!.start)),
      where: hit.documentTitle,
      date: hit.documentDate,
      go: { annotation: hit.id, documentId: hit.documentId },
    }
  }
}
