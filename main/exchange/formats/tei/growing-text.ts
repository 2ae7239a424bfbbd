import { detached } from '../../detached.ts'

/** In UTF-16 code units. */
const longStretch = 1 << 16

/**
 * A text that grows piece by piece, without anything being looked for in all of it. What its pieces were cut from is not
 * held for long.
 */
export class GrowingText {
  readonly #settled: string[] = []
  /** Since the last stretch began. */
  #stretch = ''
  /** In UTF-16 code units. */
  length = 0
  /** Whether nothing is there yet, or white space at its end. */
  endsBlank = true

  add(words: string): void {
    if (words === '') return
    this.#stretch += words
    this.length += words.length
    this.endsBlank = /\s$/.test(words)
  }

  /** Where white space at the end is no further to be taken away than to here. */
  settle(): void {
    this.#settled.push(detached(this.#stretch))
    this.#stretch = ''
  }

  /** The same once there is much. */
  settleIfLong(): void {
    if (this.#stretch.length >= longStretch) this.settle()
  }

  trimEnd(): void {
    const trimmed = this.#stretch.trimEnd()
    this.length -= this.#stretch.length - trimmed.length
    this.#stretch = trimmed
  }

  whole(): string {
    this.settle()
    return this.#settled.join('')
  }
}
