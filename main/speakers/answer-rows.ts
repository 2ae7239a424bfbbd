/**
 * One row for each link and pair of voices it ties. `swapped`: the target of a symmetric link answers its source.
 * `document`: where the answer stands, 0 where that is nowhere.
 */
export interface AnswerColumns {
  link: Int32Array
  from: Int32Array
  to: Int32Array
  /** Places in `ways`. */
  stance: Uint8Array
  swapped: Uint8Array
  document: Int32Array
}

type Column = keyof AnswerColumns

/** Answers as they are found, in columns that grow: of 300,000 a list of numbers each takes three times as long. */
export class AnswerRows {
  #columns = grown(undefined, 4096)
  #count = 0

  put(link: number, stance: number, swapped: number, from: number, to: number, document: number): void {
    if (this.#count === this.#columns.link.length) this.#columns = grown(this.#columns, this.#count * 2)
    const [at, into] = [this.#count, this.#columns]
    into.link[at] = link
    into.from[at] = from
    into.to[at] = to
    into.stance[at] = stance
    into.swapped[at] = swapped
    into.document[at] = document
    this.#count += 1
  }

  /** All that were put, in that order. */
  taken(): AnswerColumns {
    const of = (column: Column) => this.#columns[column].slice(0, this.#count)
    return {
      link: of('link'),
      from: of('from'),
      to: of('to'),
      stance: Uint8Array.from(of('stance')),
      swapped: Uint8Array.from(of('swapped')),
      document: of('document'),
    }
  }
}

function grown(before: Record<Column, Int32Array> | undefined, rows: number): Record<Column, Int32Array> {
  const larger = (column: Column) => {
    const next = new Int32Array(rows)
    if (before) next.set(before[column])
    return next
  }
  return {
    link: larger('link'),
    from: larger('from'),
    to: larger('to'),
    stance: larger('stance'),
    swapped: larger('swapped'),
    document: larger('document'),
  }
}
