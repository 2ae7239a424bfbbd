import type { Span } from '../../../../preload/contract/text.ts'
import { codePointsOf } from '../../code-points.ts'
import type { TeiText } from './read-text.ts'

export interface TeiPlace {
  /** The id of the text that it is in. */
  document: string
  /** In UTF-16 code units. */
  span: Span
}

/** Where the elements of all texts of one file lie, whose ids are unique in it. There may be millions of them. */
export class TeiPlaces {
  readonly #documents: { id: string; points: ReturnType<typeof codePointsOf> }[] = []
  /** At which of the numbers a place begins: its document, its start and its end, by the `xml:id` of the element. */
  readonly #begins = new Map<string, number>()
  readonly #numbers: number[] = []
  /** How many marks inside of texts say what their words are, by `xml:id`, as long as nothing has pointed at it. */
  readonly #unread = new Map<string, number>()

  add(document: string, { text, places, marks }: TeiText): void {
    for (const id of marks) this.#unread.set(id, (this.#unread.get(id) ?? 0) + 1)
    for (const [id, { start, end }] of places) {
      this.#begins.set(id, this.#numbers.length)
      this.#numbers.push(this.#documents.length, start, end)
    }
    this.#documents.push({ id: document, points: codePointsOf(text.text) })
  }

  /**
   * `#id` of an element in a text, or `#string-range(id,from,length)` in code points of it; others write the id in
   * quotes, or as the path to it.
   */
  of(pointer: string): TeiPlace | undefined {
    const range = stringRange.exec(pointer)
    const id = range?.[1] ?? pointer.replace(/^#/, '')
    this.#unread.delete(id)
    const begins = this.#begins.get(id)
    if (begins === undefined) return undefined
    const [index, own, ownEnd] = this.#numbers.slice(begins, begins + 3) as [number, number, number]
    const { id: document, points } = this.#documents[index]!
    if (!range) return { document, span: { start: own, end: ownEnd } }
    const from = points.fromUtf16(own)! + Number(range[2])
    const [start, end] = [points.toUtf16(from), points.toUtf16(from + Number(range[3]))]
    if (start === undefined || end === undefined || end > ownEnd) return undefined
    return { document, span: { start, end } }
  }

  /** How many marks inside of texts nothing has pointed at. */
  unread(): number {
    return [...this.#unread.values()].reduce((sum, count) => sum + count, 0)
  }
}

const stringRange =
  /^#string-range\((?:\/\/[\w:*]+\[@xml:id=)?['"]?([^,()'"]+)['"]?\]?,\s*(\d{1,10}),\s*(\d{1,10})\)$/
