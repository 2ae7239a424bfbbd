/** In UTF-16 code units. */
const portion = 1 << 16

/** A text that is put together from very many pieces, none of which it holds for long. */
export class GrowingText {
  #parts: string[] = []
  #waiting: string[] = []
  #waitingUnits = 0
  /** In UTF-16 code units. */
  length = 0

  add(piece: string): void {
    this.#waiting.push(piece)
    this.#waitingUnits += piece.length
    this.length += piece.length
    if (this.#waitingUnits > portion) this.#gather()
  }

  whole(): string {
    this.#gather()
    if (this.#parts.length !== 1) this.#parts = [this.#parts.join('')]
    return this.#parts[0]!
  }

  #gather(): void {
    if (this.#waiting.length > 0) this.#parts.push(this.#waiting.join(''))
    this.#waiting = []
    this.#waitingUnits = 0
  }
}
