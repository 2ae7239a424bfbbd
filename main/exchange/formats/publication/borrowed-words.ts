import { unitsOf, weightOf } from '../../../copies/units.ts'

/** So many words in a row are nobody’s own; in scripts without spaces twice as many characters. */
export const borrowedWords = 8

/** Shorter words than these are anybody’s. In UTF-16 code units. */
const shortestBorrowed = 20

/**
 * Which of a person’s own words are those of certain texts: they hold eight words of one in a row, or stand in it
 * whole. Case, accents and punctuation count for nothing.
 */
export class BorrowedWords {
  /** What holds each run, by the run’s hash. */
  readonly #saidByRun = new Map<number, string[]>()
  /** How many units runs have. */
  readonly #lengths = new Set<number>()
  readonly #borrowed = new Set<string>()

  constructor(said: Iterable<string>) {
    for (const words of new Set(said)) {
      if (words.trim().length < shortestBorrowed) continue
      const { hash: units } = unitsOf(words)
      for (let start = 0; start < units.length; start++) {
        const end = endOfRun(units, start)
        // The last ones are parts of the one before.
        if (end < 0 && start > 0) break
        this.#keep(words, units, start, end < 0 ? units.length : end)
      }
    }
  }

  #keep(words: string, units: Int32Array, start: number, end: number): void {
    let hash = 0
    for (let at = start; at < end; at++) hash = joined(hash, units[at]!)
    this.#lengths.add(end - start)
    const others = this.#saidByRun.get(hash)
    if (!others) this.#saidByRun.set(hash, [words])
    else if (others.at(-1) !== words) others.push(words)
  }

  /** Looks for all of them in a text. */
  look(text: string): void {
    const { hash: units } = unitsOf(text)
    const longest = Math.max(0, ...this.#lengths)
    for (let at = 0; at < units.length; at++) {
      let hash = 0
      const most = Math.min(longest, units.length - at)
      for (let length = 1; length <= most; length++) {
        hash = joined(hash, units[at + length - 1]!)
        if (!this.#lengths.has(length)) continue
        for (const words of this.#saidByRun.get(hash) ?? []) {
          if (this.#borrowed.has(words)) continue
          if (holds(unitsOf(words).hash, units.subarray(at, at + length))) this.#borrowed.add(words)
        }
      }
    }
  }

  /** Whether they were found in a text that was looked through. */
  has(words: string): boolean {
    return this.#borrowed.has(words)
  }
}

/** Whether they are so many that a part of them is looked for. */
export const holdRuns = (words: string): boolean => endOfRun(unitsOf(words).hash, 0) >= 0

const joined = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15)

/** Where a run is long enough that begins there; -1 where the words end before. */
function endOfRun(units: Int32Array, start: number): number {
  let weight = 0
  for (let at = start; at < units.length; at++) {
    weight += weightOf(units[at]!)
    if (weight >= 2 * borrowedWords) return at + 1
  }
  return -1
}

function holds(units: Int32Array, run: Int32Array): boolean {
  for (let start = 0; start + run.length <= units.length; start++)
    if (run.every((unit, at) => units[start + at] === unit)) return true
  return false
}
