import { createHash } from 'node:crypto'
import type { Repositories } from '../../db/repositories/index.ts'
import type { Check } from '../../preload/contract/doctor.ts'
import type { AnnotationId, ClaimId, LinkId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import type { Node } from '../argument/nodes.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'
import { annotationOf, claimOf, eachTie, nodesOf, typeIn, unorderedPair } from './pairs.ts'
import type { SameWords } from './wordings.ts'

/** What a finding is about. The links of a pair are those that made it one. */
export interface Concerned {
  links: number[]
  annotations: number[]
  claims: number[]
}

/** Of each finding what it is about, in one walk over the links. */
export async function concernedBy(
  check: Check,
  subjects: readonly string[],
  argument: Argument,
  about: Surroundings,
  sameWords: SameWords | null,
): Promise<Map<string, Concerned>> {
  const all = new Map<string, Concerned>(
    subjects.map((subject) => [subject, { links: [], annotations: [], claims: [] }]),
  )
  if (check === 'no-target') {
    for (const [subject, one] of all) one.annotations.push(Number(subject.slice(1)))
  } else if (check === 'same-words') {
    for (const [subject, one] of all) one.annotations.push(...(sameWords?.get(subject) ?? []))
  } else if (check === 'same-claim') {
    for (const [subject, one] of all) for (const node of nodesOf(subject)) addNode(one, node)
  } else if (check === 'supports-opponent' || check === 'both-ways') {
    const byPair = new Map<number, { one: Concerned; type: number | null }[]>()
    for (const [subject, one] of all) {
      const [a, b] = nodesOf(subject)
      const pair = unorderedPair(a, b)
      byPair.set(pair, [...(byPair.get(pair) ?? []), { one, type: typeIn(subject) }])
      for (const node of [a, b]) addNode(one, node)
    }
    if (byPair.size === 0) return all
    await eachTie(argument, about, (link, stance, source, target) => {
      for (const { one, type } of byPair.get(unorderedPair(source, target)) ?? [])
        if (type === null ? stance.supports || stance.against : argument.type[link] === type)
          addLink(one, link)
    })
  } else {
    for (const [subject, one] of all) {
      const link = Number(subject.slice(1))
      const { sourceAnnotation, targetAnnotation, sourceClaim, targetClaim, claim } = argument
      one.links.push(link)
      for (const id of [sourceAnnotation[link], targetAnnotation[link]]) if (id) one.annotations.push(id)
      for (const id of [sourceClaim[link], targetClaim[link]]) if (id) one.claims.push(id)
      if (check === 'self-attack') for (const id of one.annotations) if (claim[id]) one.claims.push(claim[id])
    }
  }
  return all

  function addLink(one: Concerned, link: number): void {
    one.links.push(link)
    for (const id of [argument.sourceAnnotation[link], argument.targetAnnotation[link]])
      if (id && !one.annotations.includes(id)) one.annotations.push(id)
  }
}

function addNode(one: Concerned, node: Node): void {
  const [claim, annotation] = [claimOf(node), annotationOf(node)]
  if (claim !== null) one.claims.push(claim)
  if (annotation !== null) one.annotations.push(annotation)
}

/** All that makes the finding what it is, as one short text: another one means that what it is about has changed. */
export function stateOf({ links, annotations, claims }: Concerned, repositories: Repositories): string {
  const state = [
    links.map((id) => {
      const link = repositories.links.find(id as LinkId)
      return link && [link.id, link.linkTypeId, link.source, link.target]
    }),
    [...new Set(annotations)].map((id) => {
      const brief = repositories.annotations.findBrief(id as AnnotationId)
      return brief && [id, brief.tagId, brief.claimId, repositories.wordings.quotes(id as AnnotationId)]
    }),
    [...new Set(claims)].map((id) => [id, repositories.claims.find(id as ClaimId)?.statement]),
  ]
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 32)
}
