import type { Annotation, Dataset } from '../../dataset.ts'

export interface TagAgreement {
  tag: string
  alpha: number | null
}

export interface PairAgreement {
  annotators: readonly [string, string]
  documents: number
  /** How many annotations of the one and of the other are in these documents. */
  annotations: readonly [number, number]
  /** F1: same tag and same stretches. */
  exact: number
  /** F1: same tag, and at least one character in common. */
  overlapping: number
}

/** How far people agree who have worked in the same documents. */
export interface Agreement {
  /** Documents with annotations of more than one. */
  documents: number
  pairs: PairAgreement[]
  /** Krippendorff’s alpha, nominal, over characters: whether a character is in a passage with that tag or not. */
  tags: TagAgreement[]
}

/**
 * Null where no document has annotations of more than one annotator. Somebody counts for a document where they have
 * annotated anything in it. `lengthOf` is in UTF-16 code units, as the spans are.
 */
export function agreementIn(dataset: Dataset, lengthOf: (documentId: string) => number): Agreement | null {
  const shared = Array.from(
    Map.groupBy(dataset.annotations, ({ document }) => document),
    ([document, annotations]) => ({
      length: lengthOf(document),
      byAnnotator: Map.groupBy(annotations, ({ annotator }) => annotator),
    }),
  ).filter(({ byAnnotator }) => byAnnotator.size > 1)
  if (shared.length === 0) return null
  return { documents: shared.length, pairs: pairsIn(dataset, shared), tags: tagsIn(dataset, shared) }
}

interface SharedDocument {
  length: number
  byAnnotator: ReadonlyMap<string, readonly Annotation[]>
}

function pairsIn({ annotators }: Dataset, shared: readonly SharedDocument[]): PairAgreement[] {
  const pairs: PairAgreement[] = []
  for (const [at, { id: one }] of annotators.entries()) {
    for (const { id: other } of annotators.slice(at + 1)) {
      const both = shared.filter(({ byAnnotator }) => byAnnotator.has(one) && byAnnotator.has(other))
      if (both.length === 0) continue
      const sums = { one: 0, other: 0, exact: 0, oneMet: 0, otherMet: 0 }
      for (const { byAnnotator } of both) {
        const [mine, theirs] = [byAnnotator.get(one)!, byAnnotator.get(other)!]
        sums.one += mine.length
        sums.other += theirs.length
        sums.exact += countSame(mine, theirs)
        sums.oneMet += countMet(mine, theirs)
        sums.otherMet += countMet(theirs, mine)
      }
      const [precision, recall] = [sums.oneMet / sums.one, sums.otherMet / sums.other]
      pairs.push({
        annotators: [one, other],
        documents: both.length,
        annotations: [sums.one, sums.other],
        exact: (2 * sums.exact) / (sums.one + sums.other),
        overlapping: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      })
    }
  }
  return pairs
}

/** Annotations of both that are the same; each of the others is used up once. */
function countSame(mine: readonly Annotation[], theirs: readonly Annotation[]): number {
  const key = ({ tag, spans }: Annotation) =>
    JSON.stringify([tag, spans.map(({ start, end }) => [start, end])])
  const left = new Map<string, number>()
  for (const one of theirs) left.set(key(one), (left.get(key(one)) ?? 0) + 1)
  return mine.filter((one) => {
    const count = left.get(key(one)) ?? 0
    if (count > 0) left.set(key(one), count - 1)
    return count > 0
  }).length
}

/** How many of `mine` share a character with one of theirs of the same tag. */
function countMet(mine: readonly Annotation[], theirs: readonly Annotation[]): number {
  const covered = new Map(
    Array.from(
      Map.groupBy(theirs, ({ tag }) => tag),
      ([tag, own]) => [tag, unionOf(own)],
    ),
  )
  return mine.filter(({ tag, spans }) => {
    const stretches = covered.get(tag)
    return stretches && spans.some(({ start, end }) => meets(stretches, start, end))
  }).length
}

/** What annotations cover, as stretches that are apart and in order. */
function unionOf(annotations: readonly Annotation[]): [number, number][] {
  const spans = annotations.flatMap((one) => one.spans).sort((a, b) => a.start - b.start)
  const union: [number, number][] = []
  for (const { start, end } of spans) {
    const last = union.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else union.push([start, end])
  }
  return union
}

function meets(stretches: readonly [number, number][], start: number, end: number): boolean {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stretches[middle]![1] > start) high = middle
    else low = middle + 1
  }
  return low < stretches.length && stretches[low]![0] < end
}

function tagsIn({ tags }: Dataset, shared: readonly SharedDocument[]): TagAgreement[] {
  const used = new Set(
    shared.flatMap(({ byAnnotator }) => [...byAnnotator.values()].flat()).map(({ tag }) => tag),
  )
  return tags.filter(({ id }) => used.has(id)).map(({ id }) => ({ tag: id, alpha: alphaOf(id, shared) }))
}

/** Null where there is nothing to disagree about: every character has the same value for everybody. */
function alphaOf(tag: string, shared: readonly SharedDocument[]): number | null {
  let [inside, outside, apart] = [0, 0, 0]
  for (const { length, byAnnotator } of shared) {
    const people = byAnnotator.size
    const edges = [...byAnnotator.values()].flatMap((own) =>
      unionOf(own.filter((one) => one.tag === tag)).flatMap(([start, end]) => [
        { at: start, by: 1 },
        { at: end, by: -1 },
      ]),
    )
    edges.sort((a, b) => a.at - b.at)
    let [at, having] = [0, 0]
    for (const edge of [...edges, { at: length, by: 0 }]) {
      const characters = edge.at - at
      inside += characters * having
      outside += characters * (people - having)
      apart += (characters * having * (people - having)) / (people - 1)
      at = edge.at
      having += edge.by
    }
  }
  const values = inside + outside
  if (inside === 0 || outside === 0) return null
  return 1 - ((values - 1) * apart) / (inside * outside)
}
