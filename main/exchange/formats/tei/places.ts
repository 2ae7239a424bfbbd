import type { Span } from '../../../../preload/contract/text.ts'
import { codePointsOf } from '../../code-points.ts'
import type { TeiText } from './read-text.ts'

export interface TeiPlace {
  /** The id of the text that it is in. */
  document: string
  /** In UTF-16 code units. */
  span: Span
}

/** Where the elements of all texts of one file lie, whose ids are unique in it. */
export class TeiPlaces {
  readonly #points = new Map<string, ReturnType<typeof codePointsOf>>()
  readonly #places = new Map<string, TeiPlace>()
  /** What says inside of a text what its words are, by its `xml:id`. */
  readonly #marks: string[] = []
  readonly #pointedAt = new Set<string>()

  add(document: string, { text, places, marks }: TeiText): void {
    this.#marks.push(...marks)
    this.#points.set(document, codePointsOf(text.text))
    for (const [id, span] of places) this.#places.set(id, { document, span })
  }

  /**
   * `#id` of an element in a text, or `#string-range(id,from,length)` in code points of it; others write the id in
   * quotes, or as the path to it.
   */
  of(pointer: string): TeiPlace | undefined {
    const range = stringRange.exec(pointer)
    const id = range?.[1] ?? pointer.replace(/^#/, '')
    const place = this.#places.get(id)
    this.#pointedAt.add(id)
    if (!range || !place) return place
    const points = this.#points.get(place.document)!
    const from = points.fromUtf16(place.span.start)! + Number(range[2])
    const [start, end] = [points.toUtf16(from), points.toUtf16(from + Number(range[3]))]
    if (start === undefined || end === undefined || end > place.span.end) return undefined
    return { document: place.document, span: { start, end } }
  }

  /** How many marks inside of texts nothing has pointed at. */
  unread(): number {
    return this.#marks.filter((id) => !this.#pointedAt.has(id)).length
  }
}

const stringRange =
  /^#string-range\((?:\/\/[\w:*]+\[@xml:id=)?['"]?([^,()'"]+)['"]?\]?,\s*(\d{1,10}),\s*(\d{1,10})\)$/
