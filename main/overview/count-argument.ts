import type { OverviewCounts, PassageCounts } from '../../preload/contract/overview.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes, type Stances } from '../argument/attacks.ts'
import { linkedPassages } from '../argument/linked-passages.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'

export type Terms = Pick<Surroundings, 'roles' | 'stances'>

/** What links say of passages, by annotation id: 1 or 0. */
export interface LinksOfPassages {
  /** As `answeredNodes` has it. */
  answered: Uint8Array
  /** As `linkedPassages` has it. */
  linked: Uint8Array
}

export function linksOfPassages(argument: Argument, stances: Stances): LinksOfPassages {
  return { answered: answeredNodes(argument, stances).passages, linked: linkedPassages(argument) }
}

/** Counts the whole project in one walk over its passages and one over its links. */
export function countArgument(argument: Argument, { roles, stances }: Terms): OverviewCounts {
  const { order, document, tag, claim, speaker, annotator } = argument
  const { answered, linked } = linksOfPassages(argument, stances)
  const [all, byTag, bySpeaker, byAnnotator] = [
    new Counting(),
    new Counting(),
    new Counting(),
    new Counting(),
  ]
  let withoutCard = 0
  let unlinked = 0
  for (const id of order) {
    const isClaim = roles.get(tag[id]!) === 'claim'
    const isUnanswered = isClaim && answered[id] === 0
    const where = document[id]!
    all.add(0, where, isClaim, isUnanswered)
    byTag.add(tag[id]!, where, isClaim, isUnanswered)
    bySpeaker.add(speaker[id]!, where, isClaim, isUnanswered)
    byAnnotator.add(annotator[id]!, where, isClaim, isUnanswered)
    if (isClaim && claim[id] === 0) withoutCard += 1
    if (linked[id] === 0) unlinked += 1
  }
  return {
    all: { ...all.of(0), withoutCard, unlinked },
    ...countLinks(argument),
    tags: byTag.rows() as OverviewCounts['tags'],
    speakers: bySpeaker
      .rows()
      .map((row) => ({ ...row, id: row.id === 0 ? null : row.id })) as OverviewCounts['speakers'],
    annotators: byAnnotator.rows() as OverviewCounts['annotators'],
  }
}

/** Whether a link joins passages of two documents. */
export function isAcross({ document, sourceAnnotation, targetAnnotation }: Argument, link: number): boolean {
  const [from, to] = [sourceAnnotation[link]!, targetAnnotation[link]!]
  return from !== 0 && to !== 0 && document[from] !== document[to]
}

function countLinks(argument: Argument): Pick<OverviewCounts, 'links' | 'across' | 'linkTypes'> {
  const byType = new Map<number, { links: number; across: number }>()
  const sum = { links: 0, across: 0 }
  for (let id = 0; id < argument.type.length; id++) {
    const type = argument.type[id]!
    if (type === 0) continue
    const counts = byType.get(type) ?? { links: 0, across: 0 }
    byType.set(type, counts)
    const across = Number(isAcross(argument, id))
    counts.links += 1
    counts.across += across
    sum.links += 1
    sum.across += across
  }
  const linkTypes = [...byType].map(([id, counts]) => ({ id, ...counts }))
  return { ...sum, linkTypes: linkTypes as OverviewCounts['linkTypes'] }
}

/** Counts under ids, in columns. Passages come document by document, so that a document is counted once by its being new. */
class Counting {
  readonly #passages: number[] = []
  readonly #documents: number[] = []
  readonly #claims: number[] = []
  readonly #unanswered: number[] = []
  readonly #last: number[] = []

  add(id: number, document: number, isClaim: boolean, isUnanswered: boolean): void {
    if (this.#passages[id] === undefined) {
      this.#passages[id] = 0
      this.#documents[id] = 0
      this.#claims[id] = 0
      this.#unanswered[id] = 0
    }
    this.#passages[id]! += 1
    if (this.#last[id] !== document) this.#documents[id]! += 1
    this.#last[id] = document
    if (isClaim) this.#claims[id]! += 1
    if (isUnanswered) this.#unanswered[id]! += 1
  }

  of(id: number): PassageCounts {
    return {
      passages: this.#passages[id] ?? 0,
      documents: this.#documents[id] ?? 0,
      claims: this.#claims[id] ?? 0,
      unanswered: this.#unanswered[id] ?? 0,
    }
  }

  rows(): (PassageCounts & { id: number })[] {
    return Object.keys(this.#passages).map((id) => ({ id: Number(id), ...this.of(Number(id)) }))
  }
}
