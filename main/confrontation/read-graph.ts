import type { Repositories } from '../../db/repositories/index.ts'
import { isAgainst, isFor } from '../../preload/contract/link-type.ts'
import type { Slices } from '../slices.ts'
import type { Voices } from '../speakers/voices.ts'
import { Graph, Pairs } from './graph.ts'
import { Sorting } from './sorting.ts'

/** Rows read at once: a piece of some milliseconds. */
const rowsAtOnce = 10_000
const documentsAtOnce = 500

/** What answers what in a project, and by what it is sorted. */
export interface Confrontations {
  graph: Graph
  sorting: Sorting
  /** Every claim, in the order they were made, and every passage that is tagged as one and states none, by id. */
  claims: number[]
  /** Where an answer is given: the passage that answers, else where the claim that does is first stated; 0 for nowhere. */
  passageOf: (answer: number) => number
}

/** Reads a whole project, in slices; of 200,000 annotations and 100,000 links some tenths of a second. */
export async function readConfrontations(
  repositories: Repositories,
  voices: Voices,
  slices: Slices,
): Promise<Confrontations> {
  const { confrontation, linkTypes, tags } = repositories
  const last = confrontation.last()
  const claimOf = new Int32Array(last.annotation + 1)
  const documentOf = new Int32Array(last.annotation + 1)
  const speakerOf = new Int32Array(last.annotation + 1)
  const claimTags = new Set<number>(
    tags.listByPosition().flatMap(({ id, role }) => (role === 'claim' ? [id] : [])),
  )
  const claims: number[] = confrontation.claims()
  const mentions = new Pairs()

  for (let after = 0; after < last.annotation; ) {
    const { id, document, claim, speaker, tag } = confrontation.annotations(after, rowsAtOnce)
    if (id.length === 0) break
    for (let row = 0; row < id.length; row++) {
      const annotation = id[row]!
      claimOf[annotation] = claim[row]!
      documentOf[annotation] = document[row]!
      speakerOf[annotation] = speaker[row]!
      if (claim[row]! > 0) mentions.add(claim[row]!, annotation)
      else if (claimTags.has(tag[row]!)) claims.push(-annotation)
    }
    after = id.at(-1)!
    await slices.rest()
  }

  // Where each annotation begins, among all.
  const placeOf = new Int32Array(last.annotation + 1)
  let places = 0
  const documents = confrontation.documents()
  const lastDocument = documents.reduce((highest, { id }) => Math.max(highest, id), 0)
  for (let after = 0; after < lastDocument; after += documentsAtOnce) {
    for (const annotation of confrontation.spans(after, after + documentsAtOnce)) {
      if (placeOf[annotation] === 0) placeOf[annotation] = ++places
    }
    await slices.rest()
  }

  const types = new Map<number, { attacks: boolean; supports: boolean; symmetric: boolean }>(
    linkTypes
      .entries()
      .map((type) => [
        type.id,
        { attacks: isAgainst(type), supports: isFor(type), symmetric: type.symmetric },
      ]),
  )
  const against = new Pairs()
  const onLink = new Pairs()
  const supporting = new Pairs()
  const sourceOf = new Int32Array(last.link + 1)
  const targetOf = new Int32Array(last.link + 1)
  const sourcePassage = new Int32Array(last.link + 1)
  const targetPassage = new Int32Array(last.link + 1)
  const placeOfEnd = (annotation: number, claim: number) => {
    const stated = annotation > 0 ? claimOf[annotation]! : claim
    return stated > 0 ? stated : annotation > 0 ? last.claim + annotation : 0
  }
  for (let after = 0; after < last.link; ) {
    const links = confrontation.links(after, rowsAtOnce)
    if (links.id.length === 0) break
    for (const [row, link] of links.id.entries()) {
      const type = types.get(links.type[row]!)
      if (!type?.attacks && !type?.supports) continue
      const source = placeOfEnd(links.sourceAnnotation[row]!, links.sourceClaim[row]!)
      const target = placeOfEnd(links.targetAnnotation[row]!, links.targetClaim[row]!)
      if (type.supports) {
        if (target > 0) supporting.add(link, target)
        if (source > 0 && type.symmetric && source !== target) supporting.add(link, source)
        continue
      }
      sourceOf[link] = source
      targetOf[link] = target
      sourcePassage[link] = links.sourceAnnotation[row]!
      targetPassage[link] = links.targetAnnotation[row]!
      if (links.targetLink[row]! > 0) onLink.add(links.targetLink[row]!, link)
      if (target > 0) against.add(target, link)
      if (!type.symmetric || source === target) continue
      if (source > 0) against.add(source, -link)
      if (links.sourceLink[row]! > 0) onLink.add(links.sourceLink[row]!, -link)
    }
    after = links.id.at(-1)!
    await slices.rest()
  }

  const graph = new Graph({
    lastClaim: last.claim,
    lastAnnotation: last.annotation,
    lastLink: last.link,
    claimOf,
    against,
    onLink,
    supporting,
    sourceOf,
    targetOf,
  })
  const sorting = new Sorting({
    graph,
    documents,
    documentOf,
    speakerOf,
    placeOf,
    places,
    voices,
    mentions: mentions.grouped(last.claim),
  })
  const passageOf = (answer: number) => {
    const passage = (answer > 0 ? sourcePassage : targetPassage)[Math.abs(answer)] ?? 0
    return passage > 0 ? passage : sorting.passageOf(graph.giverOf(answer))
  }
  return { graph, sorting, claims, passageOf }
}
