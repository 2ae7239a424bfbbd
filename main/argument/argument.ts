import type { AnnotationRow, LinkRow } from '../../db/repositories/argument-columns.ts'

const linkColumns = [
  'type',
  ...(['sourceAnnotation', 'sourceClaim', 'sourceLink'] as const),
  ...(['targetAnnotation', 'targetClaim', 'targetLink'] as const),
] as const

/**
 * Who says what about what, of a whole project, in memory: 200,000 annotations and 100,000 links are gone through in a
 * few milliseconds, where SQL takes some hundred. Columns by id; ids of SQLite are never given again, so what has gone
 * leaves a gap. 0 stands for none.
 */
export class Argument {
  /** By annotation id. A document of 0: there is no such annotation. `start` and `end` are those of its first span. */
  document = new Int32Array(0)
  tag = new Int32Array(0)
  claim = new Int32Array(0)
  speaker = new Int32Array(0)
  annotator = new Int32Array(0)
  start = new Int32Array(0)
  end = new Int32Array(0)
  /** By link id. A type of 0: there is no such link. */
  type = new Int32Array(0)
  sourceAnnotation = new Int32Array(0)
  sourceClaim = new Int32Array(0)
  sourceLink = new Int32Array(0)
  targetAnnotation = new Int32Array(0)
  targetClaim = new Int32Array(0)
  targetLink = new Int32Array(0)
  /** In the order they were made. */
  claims = new Int32Array(0)
  /** Another one after each change. */
  version = 0

  #order = new Int32Array(0)
  #count = 0

  constructor(largest: { annotation: number; link: number }) {
    this.#makeRoomForAnnotation(largest.annotation)
    this.#makeRoomForLink(largest.link)
  }

  /** Ids of the annotations by document id, those of a document in reading order. Valid until the next change. */
  get order(): Int32Array {
    return this.#order.subarray(0, this.#count)
  }

  /** Without a place in the order. */
  takeAnnotation(row: AnnotationRow): void {
    this.version += 1
    this.#makeRoomForAnnotation(row.id)
    this.document[row.id] = row.document
    this.tag[row.id] = row.tag
    this.claim[row.id] = row.claim
    this.speaker[row.id] = row.speaker
    this.annotator[row.id] = row.annotator
    this.end[row.id] = 0
  }

  /**
   * The next in the order, unless a span of it was there before. One that was not taken is left out: it has come since
   * the others were taken.
   */
  append(id: number, start: number, end: number): void {
    if (!this.document[id] || this.end[id]! > 0) return
    this.version += 1
    this.start[id] = start
    this.end[id] = end
    this.#makeRoomInOrder()
    this.#order[this.#count++] = id
  }

  /** An annotation as it is now, put into its place. */
  putAnnotation(row: AnnotationRow, { start, end }: { start: number; end: number }): void {
    this.removeAnnotation(row.id)
    this.takeAnnotation(row)
    this.start[row.id] = start
    this.end[row.id] = end
    this.#makeRoomInOrder()
    const at = this.#placeOf(row.id)
    this.#order.copyWithin(at + 1, at, this.#count)
    this.#order[at] = row.id
    this.#count += 1
  }

  removeAnnotation(id: number): void {
    if (id >= this.document.length || this.document[id] === 0) return
    this.version += 1
    // Without an end it was taken and went before it had a place in the order.
    if (this.end[id]! > 0) {
      const at = this.#placeOf(id)
      this.#order.copyWithin(at, at + 1, this.#count)
      this.#count -= 1
    }
    this.document[id] = 0
  }

  putLink(row: LinkRow): void {
    this.version += 1
    this.#makeRoomForLink(row.id)
    for (const name of linkColumns) this[name][row.id] = row[name]
  }

  removeLink(id: number): void {
    this.version += 1
    if (id < this.type.length) this.type[id] = 0
  }

  putClaims(ids: readonly number[]): void {
    if (ids.length === this.claims.length && ids.every((id, at) => id === this.claims[at])) return
    this.version += 1
    this.claims = Int32Array.from(ids)
  }

  /** The annotations of a document, in reading order. Valid until the next change. */
  inDocument(document: number): Int32Array {
    const from = this.#firstWhere((id) => this.document[id]! >= document)
    const upTo = this.#firstWhere((id) => this.document[id]! > document)
    return this.#order.subarray(from, upTo)
  }

  /** Where it stands in the order, or would. */
  #placeOf(id: number): number {
    return this.#firstWhere((other) => !this.isBefore(other, id))
  }

  /** The first place in the order of which this holds, as it does of all after it. */
  #firstWhere(holds: (id: number) => boolean): number {
    let [low, high] = [0, this.#count]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(this.#order[middle]!)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Whether an annotation stands before another one: by document id, then in reading order. */
  isBefore(one: number, other: number): boolean {
    const { document, start, end } = this
    if (document[one] !== document[other]) return document[one]! < document[other]!
    if (start[one] !== start[other]) return start[one]! < start[other]!
    if (end[one] !== end[other]) return end[one]! > end[other]!
    return one < other
  }

  #makeRoomForAnnotation(id: number): void {
    if (id < this.document.length) return
    for (const name of ['document', 'tag', 'claim', 'speaker', 'annotator', 'start', 'end'] as const)
      this[name] = enlarged(this[name], id)
  }

  #makeRoomForLink(id: number): void {
    if (id < this.type.length) return
    for (const name of linkColumns) this[name] = enlarged(this[name], id)
  }

  #makeRoomInOrder(): void {
    if (this.#count === this.#order.length) this.#order = enlarged(this.#order, this.#count)
  }
}

/** With room for an index, and for some more. */
function enlarged(column: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(index + 1 + Math.max(1000, column.length >> 1))
  larger.set(column)
  return larger
}
