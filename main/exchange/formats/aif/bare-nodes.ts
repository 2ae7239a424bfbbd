import type { Node } from './graph.ts'

/**
 * Nodes of a graph that we have written, which are numbered from 1 in their order. Of their words there is no more than
 * the names of those who speak, so that each takes a byte or a few.
 */
export class BareNodes {
  #size = 0
  /** By place: where in `#names` their type stands, and whether they say that a passage states a claim. */
  #types = new Uint8Array(1024)
  readonly #names: string[] = []
  readonly #speakers = new Map<number, string>()

  get size(): number {
    return this.#size
  }

  /** Tells whether it is one that we may have written here. */
  add({ id, type, isMention }: Pick<Node, 'id' | 'type' | 'isMention'>, speaker: string): boolean {
    const known = this.#names.indexOf(type)
    const place = known < 0 ? this.#names.length : known
    if (id !== idOf(this.#size) || place > 0x7f) return false
    this.#names[place] = type
    if (this.#size === this.#types.length) {
      const larger = new Uint8Array(2 * this.#types.length)
      larger.set(this.#types)
      this.#types = larger
    }
    this.#types[this.#size] = place | (isMention ? 0x80 : 0)
    if (speaker !== '') this.#speakers.set(this.#size, speaker)
    this.#size += 1
    return true
  }

  at(index: number): Node {
    const kind = this.#types[index]!
    return {
      ...{ index, id: idOf(index), type: this.#names[kind & 0x7f]!, isMention: kind > 0x7f },
      ...{ text: this.#speakers.get(index) ?? '', timestamp: '', extra: undefined },
    }
  }

  find(id: string): Node | undefined {
    const index = Number(id) - 1
    return index >= 0 && index < this.#size && idOf(index) === id ? this.at(index) : undefined
  }
}

const idOf = (index: number): string => String(index + 1)
