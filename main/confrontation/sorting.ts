import type { SortedDocument } from '../../db/repositories/confrontation.ts'
import type { ConfrontationOrder } from '../../preload/contract/confrontation.ts'
import { byDate } from '../../preload/contract/dates.ts'
import type { Graph, Grouped } from './graph.ts'

export interface SortingParts {
  graph: Graph
  /** In project order. */
  documents: readonly SortedDocument[]
  /** By annotation. */
  documentOf: Int32Array
  speakerOf: Int32Array
  /** By annotation: where it begins among all, by document id and in reading order, from 1. */
  placeOf: Int32Array
  places: number
  names: readonly { id: number; name: string }[]
  mentions: Grouped
}

/**
 * Sorts claims and answers by the passage that they are first found in. By speaker, and by date, what has none comes
 * last; within the same document, day or speaker they stand by day and in reading order.
 */
export class Sorting {
  readonly #parts: SortingParts
  /** By document id. */
  readonly #positions: Map<number, number>
  readonly #days: Map<number, number>
  readonly #speakers: Map<string, number>
  readonly #nameOf: Map<number, string>
  readonly #sourceOf: Map<number, string>
  readonly #dayCount: number
  readonly #first: Int32Array

  constructor(parts: SortingParts) {
    this.#parts = parts
    const { documents, names, mentions } = parts
    this.#positions = new Map(documents.map(({ id }, position) => [id, position]))
    const days = [...new Set(documents.map(({ date }) => date))].sort(byDate)
    const rankOfDay = new Map(days.map((day, rank) => [day, rank]))
    this.#dayCount = days.length + 1
    this.#days = new Map(documents.map(({ id, date }) => [id, rankOfDay.get(date)!]))
    this.#nameOf = new Map(names.map(({ id, name }) => [id, name]))
    this.#sourceOf = new Map(documents.map(({ id, source }) => [id, source]))
    const inOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare
    const all = [...new Set([...this.#nameOf.values(), ...this.#sourceOf.values()])].sort(
      (a, b) => Number(a === '') - Number(b === '') || inOrder(a, b),
    )
    this.#speakers = new Map(all.map((name, rank) => [name, rank]))

    // The mention that states a claim first.
    this.#first = new Int32Array(mentions.start.length)
    for (let claim = 1; claim < mentions.start.length - 1; claim++) {
      let first = 0
      let least = Number.POSITIVE_INFINITY
      for (let at = mentions.start[claim]!; at < mentions.start[claim + 1]!; at++) {
        const annotation = mentions.what[at]!
        const key = this.#keyOf(annotation, 'date')
        if (key < least) {
          least = key
          first = annotation
        }
      }
      this.#first[claim] = first
    }
  }

  /** Where a thing is first stated; 0 for an implicit claim. */
  passageOf(thing: number): number {
    return thing < 0 ? -thing : (this.#first[thing] ?? 0)
  }

  /** The annotation’s speaker, else the author or outlet of its document, else ''. */
  whoSays(speaker: number | null, document: number): string {
    return (speaker && this.#nameOf.get(speaker)) || (this.#sourceOf.get(document) ?? '')
  }

  #keyOf(annotation: number, order: ConfrontationOrder): number {
    const { documentOf, speakerOf, placeOf, places } = this.#parts
    const document = documentOf[annotation]!
    const day = this.#days.get(document) ?? this.#dayCount - 1
    const major =
      order === 'date'
        ? day
        : order === 'document'
          ? (this.#positions.get(document) ?? this.#positions.size)
          : this.#speakers.get(this.whoSays(speakerOf[annotation]!, document))! * this.#dayCount + day
    return major * (places + 1) + placeOf[annotation]!
  }

  /** Sorted; implicit claims last, in the order they were made. As numbers in one array, which sorts 100,000 in 10 ms. */
  sorted(things: Iterable<number>, order: ConfrontationOrder): Int32Array<ArrayBuffer> {
    const { graph } = this.#parts
    const keys: number[] = []
    const thingOf = new Map<number, number>()
    const implicit: number[] = []
    for (const thing of things) {
      const passage = this.passageOf(thing)
      if (passage === 0) {
        implicit.push(thing)
        continue
      }
      const key = this.#keyOf(passage, order)
      keys.push(key)
      thingOf.set(key, graph.ofAnnotation(passage))
    }
    const inOrder = Float64Array.from(keys).sort()
    const result = new Int32Array(inOrder.length + implicit.length)
    for (let i = 0; i < inOrder.length; i++) result[i] = thingOf.get(inOrder[i]!)!
    result.set(
      implicit.sort((a, b) => a - b),
      inOrder.length,
    )
    return result
  }

  /** Few at a time: those to one thing. */
  sortedAnswers(
    answers: Int32Array,
    order: ConfrontationOrder,
    passageOf: (answer: number) => number,
  ): number[] {
    if (answers.length < 2) return [...answers]
    const keyed = [...answers].map((answer) => {
      const passage = passageOf(answer)
      return { answer, key: passage === 0 ? Number.POSITIVE_INFINITY : this.#keyOf(passage, order) }
    })
    keyed.sort((a, b) => compare(a.key, b.key) || Math.abs(a.answer) - Math.abs(b.answer))
    return keyed.map(({ answer }) => answer)
  }
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
