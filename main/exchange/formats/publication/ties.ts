import type { Annotation, Dataset, Document, LinkEnd } from '../../dataset.ts'
import { claimPairsOf } from './claim-pairs.ts'
import { Sets } from './sets.ts'
import type { Group } from './splits.ts'

/** Passages of two or more documents that are copies of each other, by document id. */
export interface CopiedPassage {
  document: string
  /** In UTF-16 code units. */
  start: number
  end: number
  /** How many it has; in scripts without spaces: characters. */
  words: number
  /** Passages of one group are copies of each other. */
  group: number
}

/** Documents, claims and links that belong together, and why. */
export interface Ties {
  groups: Group[]
  /** The name of the group that a thing is in. */
  groupOf: { document(id: string): string; claim(id: string): string; link(id: string): string }
  /** How many documents share a copied passage or the whole text with another. */
  copiedDocuments: number
}

/** Words of a copied passage that tie two documents, whatever their length. */
export const wordsThatTie = 50
/** The share of a document that ties it, where it is shorter. */
export const shareThatTies = 0.2

/**
 * What must not be parted: the two ends of a link, the mentions of a claim, and copies. A shared passage ties two
 * documents when it is long, or much of one of them, or holds an annotation: a greeting or a footer does not make all
 * letters one. `sameTexts`: documents whose texts are alike to the letter.
 */
export function tiesOf(
  dataset: Dataset,
  copies: readonly CopiedPassage[],
  sameTexts: readonly (readonly string[])[],
  lengthOf: (documentId: string) => number,
): Ties {
  const sets = new Sets()
  const documents = new Map(dataset.annotations.map(({ id, document }) => [id, document]))
  const nodeOf = (end: LinkEnd): string => {
    if ('annotation' in end) return document(documents.get(end.annotation)!)
    return 'claim' in end ? claim(end.claim) : link(end.link)
  }
  for (const annotation of dataset.annotations) {
    if (annotation.claim !== null) sets.join(claim(annotation.claim), document(annotation.document))
  }
  for (const { id, source, target } of dataset.links) {
    sets.join(link(id), nodeOf(source))
    sets.join(link(id), nodeOf(target))
  }
  const copied = new Set<string>()
  const tie = (ids: readonly string[]): void => {
    for (const id of ids) copied.add(id)
    for (const id of ids.slice(1)) sets.join(document(ids[0]!), document(id))
  }
  for (const ids of sameTexts) tie(ids)
  for (const files of Map.groupBy(dataset.documents, hashOf).values())
    if (files.length > 1) tie(files.map(({ id }) => id))
  for (const ids of tyingCopies(dataset.annotations, copies, lengthOf)) tie(ids)

  return {
    groups: groupsOf(dataset, sets),
    groupOf: {
      document: (id) => sets.nameOf(document(id)),
      claim: (id) => sets.nameOf(claim(id)),
      link: (id) => sets.nameOf(link(id)),
    },
    copiedDocuments: copied.size,
  }
}

const document = (id: string): string => `document ${id}`
const claim = (id: string): string => `claim ${id}`
const link = (id: string): string => `link ${id}`

/** Of the file it came from; one of its own where that is not known. */
const hashOf = ({ id, source }: Document): string =>
  source.sha256 === '' ? document(id) : `file ${source.sha256}`

/** The documents of each group of copies that ties them. */
function* tyingCopies(
  annotations: readonly Annotation[],
  copies: readonly CopiedPassage[],
  lengthOf: (documentId: string) => number,
): Generator<string[]> {
  const places = new Map(
    Array.from(
      Map.groupBy(annotations, ({ document }) => document),
      ([id, own]) => [id, coveredBy(own)],
    ),
  )
  const isAnnotated = ({ document, start, end }: CopiedPassage): boolean =>
    places.get(document)?.(start, end) ?? false
  for (const passages of Map.groupBy(copies, ({ group }) => group).values()) {
    const ties = passages.some(
      (passage) =>
        passage.words >= wordsThatTie ||
        passage.end - passage.start >= shareThatTies * lengthOf(passage.document) ||
        isAnnotated(passage),
    )
    if (ties) yield [...new Set(passages.map(({ document }) => document))]
  }
}

/** Tells whether any of the annotations, all of one document, covers something between two places. */
function coveredBy(annotations: readonly Annotation[]): (start: number, end: number) => boolean {
  const spans = annotations.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start)
  let furthest = 0
  const reach = spans.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return (start, end) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (spans[middle]!.start < end) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > start
  }
}

/** In the order of their first documents; those without a document last. */
function groupsOf(dataset: Dataset, sets: Sets): Group[] {
  const { documents, claims, links, annotations } = dataset
  const groups = new Map<string, Group>()
  const groupOf = (thing: string): Group => {
    const name = sets.nameOf(thing)
    const known = groups.get(name) ?? { name, documents: 0, work: 0, pairs: 0 }
    groups.set(name, known)
    return known
  }
  for (const { id } of documents) groupOf(document(id)).documents += 1
  for (const one of annotations) groupOf(document(one.document)).work += 1
  for (const { id } of claims) groupOf(claim(id))
  for (const { id } of links) groupOf(link(id)).work += 1
  for (const pair of claimPairsOf(dataset)) groupOf(link(pair.links[0]!.id)).pairs += 1
  return [...groups.values()]
}
