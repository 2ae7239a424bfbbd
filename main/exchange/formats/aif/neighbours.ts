import { Edges } from './edges.ts'

/** What lies before and after each of the numbered nodes of a graph. */
export class Neighbours {
  readonly #edges = new Edges()
  #from: Side | undefined
  #to: Side | undefined

  add(from: number, to: number): void {
    this.#edges.add(from, to)
    this.#from = undefined
    this.#to = undefined
  }

  /** Those from which edges lead to this one: each once, in the order of the edges. */
  before(node: number): readonly number[] {
    return this.#sideTo().of(node)
  }

  /** The first of them, at no cost however many there are. */
  firstBefore(node: number): number | undefined {
    return this.#sideTo().firstOf(node)
  }

  /** Those to which edges lead from this one, in the same way. */
  after(node: number): readonly number[] {
    return this.#sideFrom().of(node)
  }

  firstAfter(node: number): number | undefined {
    return this.#sideFrom().firstOf(node)
  }

  #sideFrom(): Side {
    this.#from ??= new Side(this.#edges.ends, 0)
    return this.#from
  }

  #sideTo(): Side {
    this.#to ??= new Side(this.#edges.ends, 1)
    return this.#to
  }
}

/** The edges sorted by one of their two ends. */
class Side {
  /** Where the neighbours of each node begin. */
  readonly #starts: Uint32Array
  readonly #others: Uint32Array

  constructor(ends: Uint32Array, side: 0 | 1) {
    let nodes = 0
    for (let at = side; at < ends.length; at += 2) nodes = Math.max(nodes, ends[at]! + 1)
    const starts = new Uint32Array(nodes + 1)
    for (let at = side; at < ends.length; at += 2) starts[ends[at]! + 1]! += 1
    for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!
    const next = starts.slice()
    this.#others = new Uint32Array(ends.length / 2)
    for (let at = side; at < ends.length; at += 2) {
      const node = ends[at]!
      this.#others[next[node]!] = ends[at + 1 - 2 * side]!
      next[node]! += 1
    }
    this.#starts = starts
  }

  firstOf(node: number): number | undefined {
    const [start, end] = [this.#starts[node], this.#starts[node + 1]]
    return start === end ? undefined : this.#others[start!]
  }

  of(node: number): readonly number[] {
    const [start, end] = [this.#starts[node], this.#starts[node + 1]]
    return start === undefined || end === undefined ? [] : [...new Set(this.#others.subarray(start, end))]
  }
}
