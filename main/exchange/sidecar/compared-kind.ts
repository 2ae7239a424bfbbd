import type { Kind } from '../../../db/repositories/dataset.ts'
import type { IdsRead } from '../formats/annotation-format.ts'
import { LineIds } from './line-ids.ts'
import { fieldOf, fieldsOf, inNoOrder, isWorldwide, kept, keyOf, longestKept } from './records.ts'
import { areSame } from './same-values.ts'

/** The records of one kind, ours beside what they read as. */
export class ComparedKind {
  readonly #kind: Kind
  readonly #ours: readonly { id: string }[]
  readonly #readAs: IdsRead | undefined
  /** Which of ours became it, by the reader’s id, or by the number of its line. */
  readonly #places = new Map<string, number>()
  #placesOfLines = new Uint32Array()
  /** How many of what it became have come, by the place of ours. */
  readonly #come: Uint32Array
  /** The ids that have come of those that became several. */
  readonly #parts = new Set<string>()
  /** What was compared, in two lists side by side: places of ours, and ids of theirs where ours became several. */
  readonly #pairs: { places: number[]; ids: (string | null)[] } = { places: [], ids: [] }
  readonly #differing = new Map<string, DifferingField>()
  /** By the place of ours: 1 where something of it is not as it was. */
  readonly #changed: Uint8Array
  #isInOrder = true
  /** What comes though none of ours became it. */
  readonly invented: string[] = []

  constructor(kind: Kind, ours: readonly { id: string }[], readAs: IdsRead | undefined) {
    this.#kind = kind
    this.#ours = ours
    this.#readAs = readAs
    this.#come = new Uint32Array(ours.length)
    this.#changed = new Uint8Array(ours.length)
    for (const [place, { id }] of ours.entries()) if (!readAs?.has(id)) this.#places.set(id, place)
    // After the others: an id that the writer has given is of what it gave it to.
    if (readAs === undefined) return
    if (readAs instanceof LineIds) {
      this.#placesOfLines = new Uint32Array(readAs.size)
      for (const [place, { id }] of ours.entries()) {
        const number = readAs.numberOf(id)
        if (number !== undefined) this.#placesOfLines[number] = place
      }
      return
    }
    for (const [place, { id }] of ours.entries()) {
      const became = readAs.get(id) ?? []
      if (typeof became === 'string') this.#places.set(became, place)
      else for (const their of became) this.#places.set(their, place)
    }
  }

  /** Our id of what the reader calls so; its own where none of ours became it. */
  oursOf(id: string): string {
    const place = this.#placeOf(id)
    return place === undefined ? id : this.#ours[place]!.id
  }

  /** The same id in the string that is held here, where it is that of one of ours. */
  heldId(theirs: string): string {
    const place = this.#placeOf(theirs)
    const own = place === undefined ? theirs : this.#ours[place]!.id
    return own === theirs ? own : theirs
  }

  /** A record as it was read, under the reader’s id but otherwise in our ids. Each comes once. */
  take(id: string, record: object): void {
    const place = this.#placeOf(id)
    if (place === undefined) {
      this.invented.push(id)
      return
    }
    const mine = this.#ours[place]!
    const became = this.#becameOf(mine)
    if (became.length > 1) this.#parts.add(id)
    this.#come[place]! += 1
    const { places, ids } = this.#pairs
    if (places.length > 0 && places.at(-1)! >= place) this.#isInOrder = false
    const pair = places.push(place) - 1
    ids.push(became.length === 1 ? null : id)
    for (const field of fieldsOf[this.#kind]) {
      const value = fieldOf(record, field)
      if (areSame(value, fieldOf(mine, field))) continue
      this.#changed[place] = 1
      const own = this.#differing.get(field) ?? new DifferingField()
      this.#differing.set(field, own)
      own.add(pair, saved(value))
    }
  }

  /** Once all have come: nobody will ask any more which of ours one became. */
  forgetPlaces(): void {
    this.#places.clear()
    this.#placesOfLines = new Uint32Array()
  }

  #placeOf(theirs: string): number | undefined {
    const number = this.#readAs instanceof LineIds ? this.#readAs.numberRead(theirs) : undefined
    return number === undefined ? this.#places.get(theirs) : this.#placesOfLines[number]
  }

  *ids(): Generator<[ours: string, ...theirs: string[]]> {
    for (const [place, mine] of this.#ours.entries()) {
      if (this.#kind === 'annotation' && this.#isSame(place)) continue
      const became = this.#becameOf(mine)
      if (became.length > 1) yield [mine.id, ...became.filter((id) => this.#parts.has(id))]
      else yield this.#come[place] === 0 ? [mine.id] : [mine.id, ...became]
    }
  }

  changed(): Set<string> {
    const isChanged = (place: number): boolean => this.#come[place] !== 1 || this.#changed[place] === 1
    return new Set(this.#ours.filter((_, place) => isChanged(place)).map(({ id }) => id))
  }

  /** Such that fewer records have to be named than without it. */
  usual(): ReadonlyMap<string, unknown> {
    if (this.#usual) return this.#usual
    const usual = new Map<string, unknown>()
    for (const [field, own] of this.#differing) {
      const { value, count } = own.most()
      if (count > 1 && this.#countOthers(field, own, value) < count) usual.set(field, value)
    }
    this.#usual = usual
    return usual
  }

  #usual: ReadonlyMap<string, unknown> | undefined

  /** How many records that read as ours have something else than the value. */
  #countOthers(field: string, { pairs }: DifferingField, value: unknown): number {
    let next = 0
    let others = 0
    for (const [pair, place] of this.#pairs.places.entries()) {
      if (pairs[next] === pair) next += 1
      else if (!areSame(saved(fieldOf(this.#ours[place]!, field)), value)) others += 1
    }
    return others
  }

  /** What fields read as that are neither as ours nor as they mostly are, by the reader’s id. */
  single(): Map<string, Map<string, unknown>> {
    const single = new Map<string, Map<string, unknown>>()
    const usual = this.usual()
    const { places, ids } = this.#pairs
    for (const [field, { pairs, values }] of this.#differing) {
      const note = (pair: number, value: unknown): void => {
        if (usual.has(field) && areSame(usual.get(field), value)) return
        const id = ids[pair] ?? this.#becameOf(this.#ours[places[pair]!]!)[0]!
        const own = single.get(id)
        if (own) own.set(field, value)
        else single.set(id, new Map([[field, value]]))
      }
      for (const [index, pair] of pairs.entries()) note(pair, values[index])
      if (!usual.has(field)) continue
      let next = 0
      for (const [pair, place] of places.entries()) {
        if (pairs[next] === pair) next += 1
        else note(pair, saved(fieldOf(this.#ours[place]!, field)))
      }
    }
    return single
  }

  /** Whether all of them come back in the order they had, under ids that are known for ours, and nothing else does. */
  isPlain(): boolean {
    // Annotations are in order by where they stand.
    if (this.#kind !== 'annotation' && !this.#isInOrder) return false
    return this.invented.length === 0 && this.#ours.every((_, place) => this.#isSame(place))
  }

  /** Whether it came back as one thing under its own id, and that one nobody else’s. */
  #isSame(place: number): boolean {
    const { id } = this.#ours[place]!
    const became = this.#becameOf(this.#ours[place]!)
    const isOwn = became.length === 1 && became[0] === id
    return isOwn && this.#come[place] === 1 && isWorldwide(id)
  }

  #becameOf({ id }: { id: string }): readonly string[] {
    const became = this.#readAs?.get(id) ?? id
    return typeof became === 'string' ? [became] : became
  }
}

/** What a field reads as where it does not read as ours. */
class DifferingField {
  /** In their order, with the values beside. */
  readonly pairs: number[] = []
  readonly values: unknown[] = []
  readonly #counts = new Map<unknown, { value: unknown; count: number }>()

  add(pair: number, value: unknown): void {
    const key = typeof value === 'object' ? keyOf(value) : value
    const known = this.#counts.get(key)
    this.pairs.push(pair)
    this.values.push(known ? known.value : value)
    if (known) known.count += 1
    // Many values of one field are no usual one; the first hundred show whether there is one.
    else if (this.#counts.size < 100) this.#counts.set(key, { value, count: 1 })
  }

  most(): { value: unknown; count: number } {
    return [...this.#counts.values()].reduce((a, b) => (b.count > a.count ? b : a))
  }
}

/** A value as a sidecar keeps it; without writing JSON wherever it is plainly short. */
function saved(value: unknown): unknown {
  const isShort =
    typeof value !== 'object' && !(typeof value === 'string' && value.length * 6 > longestKept - 2)
  return isShort || value === null ? value : kept(inNoOrder(value))
}
