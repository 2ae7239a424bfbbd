import { detached } from '../../detached.ts'

/** No more kinds than a codebook has. */
const most = 300
const few = 20
const plain = /^\p{L}[\p{L}\p{N}_./+-]*$/u
const withLetter = /^[BIESLUM][-_]/

/**
 * Whether the cells of a column are labels without a letter before them, as Few-NERD has them (`person-actor`): most are
 * `O`, and the others few and again and again the same.
 */
export class PlainLabels {
  #rows = 0
  #empty = 0
  /** Undefined once there is something else among them. */
  #values: Set<string> | undefined = new Set()

  take(cell: string): void {
    if (!this.#values) return
    this.#rows += 1
    if (cell === 'O') this.#empty += 1
    else if (!this.#values.has(cell)) {
      const isOne = cell.length < 100 && plain.test(cell) && !withLetter.test(cell)
      if (isOne && this.#values.size < most) this.#values.add(detached(cell))
      else this.#values = undefined
    }
  }

  has(cell: string): boolean {
    return this.#values?.has(cell) === true
  }

  get areLabels(): boolean {
    const kinds = this.#values?.size ?? 0
    const labelled = this.#rows - this.#empty
    return kinds > 0 && this.#empty > labelled && kinds <= Math.max(few, labelled / 2)
  }
}
