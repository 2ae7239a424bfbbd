import type { AnnotationColumns } from '../../../preload/contract/annotation.ts'

/** Of the gap between two spans of one annotation, in UTF-16 code units, that a line joins. */
export const longestJoin = 400

/**
 * The spans of a document’s annotations as columns, one row a span. A row keeps its number for as long as it is
 * there; the numbers of removed rows are used again.
 */
export class AnnotationRows {
  start: Int32Array
  end: Int32Array
  tag: Int32Array
  annotation: Int32Array
  lane: Uint8Array
  /** The row of the annotation’s next span, or -1. */
  nextSpan: Int32Array
  #size: number
  #free: number[] = []
  /** By annotation, the row of its first span. */
  readonly #first = new Map<number, number>()
  readonly #counts = new Map<number, number>()

  constructor(columns: Pick<AnnotationColumns, 'start' | 'end' | 'tag' | 'annotation'>) {
    this.start = columns.start.slice()
    this.end = columns.end.slice()
    this.tag = columns.tag.slice()
    this.annotation = columns.annotation.slice()
    this.#size = columns.start.length
    this.lane = new Uint8Array(this.#size)
    this.nextSpan = new Int32Array(this.#size).fill(-1)
    for (let row = 0; row < this.#size; row++) this.#chain(row)
    this.#countAll()
  }

  #countAll(): void {
    const counts: number[] = []
    for (const row of this.#first.values()) counts[this.tag[row]!] = (counts[this.tag[row]!] ?? 0) + 1
    for (const tag in counts) this.#counts.set(Number(tag), counts[tag]!)
  }

  /** Whether every row is the only one of its annotation. */
  get areWhole(): boolean {
    return this.#first.size === this.#size - this.#free.length
  }

  #chain(row: number): void {
    const id = this.annotation[row]!
    const first = this.#first.get(id)
    if (first === undefined) {
      this.#first.set(id, row)
      return
    }
    let last = first
    while (this.nextSpan[last]! >= 0) last = this.nextSpan[last]!
    this.nextSpan[last] = row
  }

  #count(row: number, change: 1 | -1): void {
    const tag = this.tag[row]!
    const count = (this.#counts.get(tag) ?? 0) + change
    if (count > 0) this.#counts.set(tag, count)
    else this.#counts.delete(tag)
  }

  /** By tag, how many annotations have it; no tag without any. */
  get counts(): ReadonlyMap<number, number> {
    return this.#counts
  }

  has(id: number): boolean {
    return this.#first.has(id)
  }

  /** The rows of an annotation’s spans in reading order; none when it is not here. */
  rowsOf(id: number): number[] {
    const rows: number[] = []
    for (let row = this.#first.get(id) ?? -1; row >= 0; row = this.nextSpan[row]!) rows.push(row)
    return rows
  }

  isFirst(row: number): boolean {
    return this.areWhole || this.#first.get(this.annotation[row]!) === row
  }

  isLast(row: number): boolean {
    return this.nextSpan[row]! < 0
  }

  /** Whether the next span of the same annotation is so near that a line joins the two. */
  isJoined(row: number): boolean {
    const next = this.nextSpan[row]!
    return next >= 0 && this.start[next]! - this.end[row]! <= longestJoin
  }

  /** Spans of one annotation are to be added in reading order. */
  add(id: number, tag: number, start: number, end: number): number {
    const row = this.#free.pop() ?? this.#grow()
    this.start[row] = start
    this.end[row] = end
    this.tag[row] = tag
    this.annotation[row] = id
    this.nextSpan[row] = -1
    if (!this.has(id)) this.#count(row, 1)
    this.#chain(row)
    return row
  }

  /** Removes an annotation; its rows are those that `rowsOf` gave. */
  remove(id: number): void {
    const rows = this.rowsOf(id)
    if (rows[0] === undefined) return
    this.#count(rows[0], -1)
    this.#free.push(...rows)
    this.#first.delete(id)
  }

  /** From now on it is the annotation of that number. Rows and places stay. */
  renumber(id: number, next: number): void {
    for (const row of this.rowsOf(id)) this.annotation[row] = next
    this.#first.set(next, this.#first.get(id)!)
    this.#first.delete(id)
  }

  #grow(): number {
    if (this.#size === this.start.length) {
      const capacity = Math.max(64, this.#size * 2)
      this.start = copied(new Int32Array(capacity), this.start)
      this.end = copied(new Int32Array(capacity), this.end)
      this.tag = copied(new Int32Array(capacity), this.tag)
      this.annotation = copied(new Int32Array(capacity), this.annotation)
      this.nextSpan = copied(new Int32Array(capacity), this.nextSpan)
      this.lane = copied(new Uint8Array(capacity), this.lane)
    }
    return this.#size++
  }

  /** Reading order: by start, the longer first, then by annotation. */
  compare(a: number, b: number): number {
    return (
      this.start[a]! - this.start[b]! ||
      this.end[b]! - this.end[a]! ||
      this.annotation[a]! - this.annotation[b]!
    )
  }
}

function copied<T extends Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source)
  return target
}
