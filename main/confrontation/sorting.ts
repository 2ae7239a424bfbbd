import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import type { ConfrontationOrder } from '../../preload/contract/confrontation.ts'
import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import { type ByClaim, rowsOfClaim } from '../argument/by-claim.ts'
import type { DocumentDates } from '../document-dates.ts'
import type { Voices } from '../speakers/voices.ts'
import type { Graph } from './graph.ts'

export interface SortingParts {
  graph: Graph
  /** In project order. */
  documents: readonly Pick<SearchedDocument, 'documentId'>[]
  dates: DocumentDates
  /** By annotation. */
  documentOf: Int32Array
  speakerOf: Int32Array
  /** By annotation: where it begins among all, by document id and in reading order, from 1. */
  placeOf: Int32Array
  places: number
  voices: Voices
  /** By document, then in reading order. */
  mentions: ByClaim
}

/**
 * Sorts claims and answers by the passage that they are first found in. By speaker, and by date, what has none comes
 * last; within the same document, day or speaker they stand by day and in reading order.
 */
export class Sorting {
  readonly #parts: SortingParts
  /** By document id. */
  readonly #positions: Map<number, number>
  readonly #dayCount: number
  readonly #first: Int32Array
  #ranks: Int32Array | undefined

  constructor(parts: SortingParts) {
    this.#parts = parts
    const { documents, dates, mentions } = parts
    this.#positions = new Map(documents.map(({ documentId }, position) => [documentId, position]))
    this.#dayCount = dates.rank.length + 1

    // The mention that states a claim first.
    this.#first = new Int32Array(mentions.begin.length)
    for (let claim = 1; claim < mentions.begin.length - 1; claim++) {
      let first = 0
      let least = Number.POSITIVE_INFINITY
      for (const annotation of rowsOfClaim(mentions, claim)) {
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

  /** '' where nobody is known. */
  whoSays(speaker: number | null, document: number): string {
    return this.#parts.voices.name(this.#voiceOf(speaker, document))
  }

  #voiceOf(speaker: number | null, document: number): number {
    return this.#parts.voices.of((speaker || null) as SpeakerId | null, document as DocumentId)
  }

  #rankOfVoice(voice: number): number {
    this.#ranks ??= this.#ranksOfVoices()
    return this.#ranks[voice]!
  }

  /** By voice: its place by name; nobody last. */
  #ranksOfVoices(): Int32Array {
    const { documentOf, speakerOf, voices } = this.#parts
    for (let id = 1; id < documentOf.length; id++)
      if (documentOf[id] !== 0) this.#voiceOf(speakerOf[id]!, documentOf[id]!)
    const inOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare
    const places = [...voices.all.keys()].sort(
      (a, b) =>
        Number(a === 0) - Number(b === 0) || inOrder(voices.all[a]!.name, voices.all[b]!.name) || a - b,
    )
    const ranks = new Int32Array(places.length)
    for (const [rank, voice] of places.entries()) ranks[voice] = rank
    return ranks
  }

  #keyOf(annotation: number, order: ConfrontationOrder): number {
    const { dates, documentOf, speakerOf, placeOf, places } = this.#parts
    const document = documentOf[annotation]!
    // Undated last.
    const day = dates.rank[document] || dates.rank.length
    const major =
      order === 'date'
        ? day
        : order === 'document'
          ? (this.#positions.get(document) ?? this.#positions.size)
          : this.#rankOfVoice(this.#voiceOf(speakerOf[annotation]!, document)) * this.#dayCount + day
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
