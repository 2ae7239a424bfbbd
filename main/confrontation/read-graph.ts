import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import type { Argument } from '../argument/argument.ts'
import type { Stances } from '../argument/attacks.ts'
import { largestClaim, mentionsByClaim } from '../argument/by-claim.ts'
import { type Node, sourceNode, targetNode } from '../argument/nodes.ts'
import type { DocumentDates } from '../document-dates.ts'
import type { Slices } from '../slices.ts'
import type { Voices } from '../speakers/voices.ts'
import { Graph, Pairs } from './graph.ts'
import { Sorting } from './sorting.ts'

/** Links between two looks at the clock. */
const linksAtOnce = 1000

/** What answers what in a project, and by what it is sorted. */
export interface Confrontations {
  graph: Graph
  sorting: Sorting
  /** Every claim, in the order they were made, and every passage that is tagged as one and states none, by id. */
  claims: number[]
  /** Where an answer is given: the passage that answers, else where the claim that does is first stated; 0 for nowhere. */
  passageOf: (answer: number) => number
}

export interface ReadFrom {
  argument: Argument
  /** In project order. */
  documents: readonly SearchedDocument[]
  dates: DocumentDates
  voices: Voices
  stances: Stances
  /** The tags of claims. */
  areClaims: ReadonlySet<number>
}

/** Put together from an argument, in slices; of its own, so that it stays as it is when that goes on. */
export async function readConfrontations(from: ReadFrom, slices: Slices): Promise<Confrontations> {
  const { argument, documents, dates, voices, stances, areClaims } = from
  const { document, claim, tag, type, sourceLink, targetLink, order } = argument
  const claims: number[] = [...argument.claims]
  for (let id = 1; id < document.length; id++)
    if (document[id] !== 0 && claim[id] === 0 && areClaims.has(tag[id]!)) claims.push(-id)
  await slices.rest()

  const lastClaim = largestClaim(argument.claims)
  const lastAnnotation = document.length - 1
  const lastLink = type.length - 1
  const placeOfNode = (node: Node) => (node >= 0 ? node : lastClaim - node)
  const against = new Pairs()
  const onLink = new Pairs()
  const supporting = new Pairs()
  const sourceOf = new Int32Array(type.length)
  const targetOf = new Int32Array(type.length)
  for (let link = 1; link <= lastLink; link++) {
    if (link % linksAtOnce === 0) {
      const resting = slices.rest()
      if (resting) await resting
    }
    const stance = type[link] === 0 ? undefined : stances.get(type[link]!)
    if (!stance?.against && !stance?.supports) continue
    const source = placeOfNode(sourceNode(argument, link))
    const target = placeOfNode(targetNode(argument, link))
    if (stance.supports) {
      if (target > 0) supporting.add(link, target)
      if (source > 0 && stance.symmetric && source !== target) supporting.add(link, source)
      continue
    }
    sourceOf[link] = source
    targetOf[link] = target
    if (targetLink[link] !== 0) onLink.add(targetLink[link]!, link)
    if (target > 0) against.add(target, link)
    if (!stance.symmetric || source === target) continue
    if (source > 0) against.add(source, -link)
    if (sourceLink[link] !== 0) onLink.add(sourceLink[link]!, -link)
  }

  await slices.rest()
  const graph = new Graph({
    lastClaim,
    lastAnnotation,
    lastLink,
    claimOf: claim.slice(),
    against,
    onLink,
    supporting,
    sourceOf,
    targetOf,
  })
  await slices.rest()
  const sorting = new Sorting({
    graph,
    documents,
    dates,
    documentOf: document.slice(),
    speakerOf: argument.speaker.slice(),
    startOf: argument.start.slice(),
    inOrder: order.slice(),
    voices,
    mentions: mentionsByClaim(argument),
  })
  const [sourcePassage, targetPassage] = [
    argument.sourceAnnotation.slice(),
    argument.targetAnnotation.slice(),
  ]
  const passageOf = (answer: number) => {
    const passage = (answer > 0 ? sourcePassage : targetPassage)[Math.abs(answer)] ?? 0
    return passage > 0 ? passage : sorting.passageOf(graph.giverOf(answer))
  }
  return { graph, sorting, claims, passageOf }
}
