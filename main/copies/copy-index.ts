import { eachFingerprint } from './fingerprints.ts'
import { grouped, type PairColumns } from './grouping.ts'
import type { PassageColumns } from './messages.ts'
import { type CopyParameters, usualParameters } from './parameters.ts'
import { type Seed, type SharedPassage, sharedPassages } from './passages-shared.ts'
import { PlaceTable } from './place-table.ts'
import { type Units, unitsOf } from './units.ts'

/**
 * Finds the passages that stand in several texts, in memory. Each text is looked up against those before it, then its
 * own fingerprints are added. Of a fingerprint a few places are remembered, so that a passage which stands in a thousand
 * texts is compared with a few of them and belongs to the others through these. So the whole takes time by the length of the texts, not by the pairs of copies.
 */
export class CopyIndex {
  readonly #parameters: CopyParameters
  /** In the order in which they came; a text that was taken out leaves a hole until the next rebuilding. */
  #texts = new Map<number, Units>()
  #table = new PlaceTable()
  #pairs: PairColumns = noPairs()
  /** Texts that came and are still to be looked up. */
  #waiting: number[] = []

  constructor(parameters: CopyParameters = usualParameters) {
    this.#parameters = parameters
  }

  /** Its words are read at once; it is looked up by `advance`. */
  put(id: number, text: string): void {
    this.remove(id)
    this.#texts.set(id, unitsOf(text))
    this.#waiting.push(id)
  }

  /** What leaned on a text that goes has to be looked up anew: all others are. */
  remove(id: number): void {
    if (!this.#texts.delete(id)) return
    this.#table = new PlaceTable()
    this.#pairs = noPairs()
    this.#waiting = [...this.#texts.keys()]
  }

  get waiting(): number {
    return this.#waiting.length
  }

  get size(): number {
    return this.#texts.size
  }

  /** Looks the next text up. */
  advance(): void {
    const id = this.#waiting.shift()
    const units = id === undefined ? undefined : this.#texts.get(id)
    if (id !== undefined && units) this.#lookUp(id, units)
  }

  /** The passages of all texts that were looked up, by document, then start; a group is named by one of its passages. */
  passages(): PassageColumns {
    return grouped(this.#pairs)
  }

  #lookUp(id: number, units: Units): void {
    const { hash } = units
    const seeds = new Map<number, Seed[]>()
    const found: { unit: number; fingerprint: number }[] = []
    eachFingerprint(hash, this.#parameters, (unit, fingerprint) => {
      found.push({ unit, fingerprint })
      this.#table.each(fingerprint, (text, at) => {
        const known = seeds.get(text)
        if (known) known.push({ a: at, b: unit })
        else seeds.set(text, [{ a: at, b: unit }])
      })
    })
    for (const [other, places] of seeds) {
      const others = this.#texts.get(other)!
      for (const shared of sharedPassages(others.hash, hash, places, this.#parameters)) {
        this.#keep(other, others, id, units, shared)
      }
    }
    for (const { unit, fingerprint } of found) this.#table.add(fingerprint, id, unit, this.#parameters.places)
  }

  #keep(aText: number, a: Units, bText: number, b: Units, shared: SharedPassage): void {
    const pairs = this.#pairs
    pairs.aText.push(aText)
    pairs.aStart.push(a.start[shared.aStart]!)
    pairs.aEnd.push(a.end[shared.aEnd - 1]!)
    pairs.aWords.push(shared.aEnd - shared.aStart)
    pairs.bText.push(bText)
    pairs.bStart.push(b.start[shared.bStart]!)
    pairs.bEnd.push(b.end[shared.bEnd - 1]!)
    pairs.bWords.push(shared.bEnd - shared.bStart)
  }
}

const noPairs = (): PairColumns => ({
  aText: [],
  aStart: [],
  aEnd: [],
  aWords: [],
  bText: [],
  bStart: [],
  bEnd: [],
  bWords: [],
})
