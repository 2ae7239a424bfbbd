import type { Kind } from '../../../db/repositories/dataset.ts'
import type * as Data from '../dataset.ts'
import type { Incoming, WrittenFiles } from '../formats/annotation-format.ts'
import {
  fieldOf,
  fieldsOf,
  isWorldwide,
  kept,
  keyOf,
  kinds,
  listed,
  type Records,
  recordsOfDataset,
  recordsOfReading,
  renamed,
} from './records.ts'
import { areSame, isKeptAs } from './same-values.ts'

/**
 * How what has just been written reads again: without it nobody could tell later what another program has changed
 * from what the format never held.
 */
export interface Expectations {
  project: Incoming['project']
  /**
   * Our records in their order, each with the ids that the reader gives to what it became; none where the format does
   * not hold it at all. Annotations only where that is anything but their own id.
   */
  ids: Map<Kind, [ours: string, ...theirs: string[]][]>
  /** What a field reads as where nothing else is said, though our records say otherwise. */
  usual: Map<Kind, Map<string, unknown>>
  /** What single fields read as, by the reader’s id. */
  single: Map<Kind, Map<string, Map<string, unknown>>>
  /** What the reader gives though no record of ours became it, such as somebody whose work all of it is. */
  invented: Map<Kind, string[]>
  /** Our records that do not come back as they are. */
  changed: Map<Kind, Set<string>>
  /** Whether all comes back in the order it had, under ids that are known for ours. */
  isPlain: boolean
}

export function expectationsOf(
  dataset: Data.Dataset,
  incoming: Incoming,
  readAs: WrittenFiles['readAs'],
): Expectations {
  const ours = recordsOfDataset(dataset)
  const theirs = recordsOfReading(incoming)
  const back = new Map(kinds.map((kind) => [kind, inverse(readAs.get(kind))]))
  const toOurs = (kind: Kind, id: string): string => back.get(kind)!.get(id) ?? id
  const { project } = incoming
  const { name, description } = dataset.project
  const expectations: Expectations = {
    ...{
      project,
      ids: new Map(),
      usual: new Map(),
      single: new Map(),
      invented: new Map(),
      changed: new Map(),
    },
    isPlain: project?.name === name && project.description === description,
  }
  for (const kind of kinds) {
    const compared = pairsOf(kind, ours[kind], theirs[kind], readAs.get(kind), expectations)
    expectFields(expectations, compared, (record) => renamed(kind, record, toOurs))
  }
  return expectations
}

/** Records of ours and what each was read as, in two lists side by side: there may be very many. */
interface Pairs<T> {
  kind: Kind
  mine: { id: string }[]
  read: T[]
}

/** Pairs the records of a kind and says what became of their ids and their order. */
function pairsOf<K extends Kind>(
  kind: K,
  ours: Records[K],
  theirs: Records[K],
  readAs: ReadonlyMap<string, readonly string[]> | undefined,
  expectations: Expectations,
): Pairs<Records[K][number]> {
  const places = new Map(theirs.map(({ id }, index) => [id, index]))
  const isTaken = new Uint8Array(theirs.length)
  const entries: [string, ...string[]][] = []
  const changed = new Set<string>()
  const pairs: Pairs<Records[K][number]> = { kind, mine: [], read: [] }
  let last = -1
  for (const mine of ours) {
    const { id } = mine
    const became: string[] = []
    for (const their of readAs?.get(id) ?? [id]) {
      const place = places.get(their)
      if (place === undefined) continue
      became.push(their)
      isTaken[place] = 1
      // Annotations are in order by where they stand.
      if (kind !== 'annotation') expectations.isPlain &&= last < place
      last = place
      pairs.mine.push(mine)
      pairs.read.push(theirs[place]!)
    }
    const isPlain = became.length === 1 && became[0] === id && isWorldwide(id)
    if (kind !== 'annotation' || !isPlain) entries.push([id, ...became])
    if (became.length !== 1) changed.add(id)
    expectations.isPlain &&= isPlain
  }
  const invented = theirs.filter((_, index) => isTaken[index] === 0).map(({ id }) => id)
  expectations.isPlain &&= invented.length === 0
  expectations.ids.set(kind, entries)
  expectations.changed.set(kind, changed)
  expectations.invented.set(kind, invented)
  return pairs
}

type InOurWords<T> = (record: T) => object

function expectFields<T extends { id: string }>(
  expectations: Expectations,
  pairs: Pairs<T>,
  inOurWords: InOurWords<T>,
): void {
  const { kind, mine, read } = pairs
  const changed = expectations.changed.get(kind)!
  const differences = new Map<string, Differences>()
  for (const [index, one] of mine.entries()) {
    const other = inOurWords(read[index]!)
    for (const field of fieldsOf[kind]) {
      const value = fieldOf(other, field)
      if (areSame(value, fieldOf(one, field))) continue
      changed.add(one.id)
      const own = differences.get(field) ?? new Differences()
      differences.set(field, own)
      own.count(value)
    }
  }
  const usual = new Map<string, unknown>()
  for (const [field, own] of differences) {
    const { value, count } = own.most()
    if (count * 2 > mine.length && count > 1) usual.set(field, kept(value))
  }
  expectations.usual.set(kind, usual)
  expectations.single.set(kind, singleFields(pairs, inOurWords, [...differences.keys()], usual))
}

/** What fields read as that are neither as ours nor as they mostly are. */
function singleFields<T extends { id: string }>(
  { mine, read }: Pairs<T>,
  inOurWords: InOurWords<T>,
  differing: readonly string[],
  usual: ReadonlyMap<string, unknown>,
): Map<string, Map<string, unknown>> {
  const single = new Map<string, Map<string, unknown>>()
  if (differing.length === 0) return single
  for (const [index, one] of mine.entries()) {
    const other = inOurWords(read[index]!)
    for (const field of differing) {
      const value = fieldOf(other, field)
      const isAsExpected = usual.has(field)
        ? isKeptAs(usual.get(field), value)
        : areSame(value, fieldOf(one, field))
      if (isAsExpected) continue
      const { id } = read[index]!
      const own = single.get(id)
      if (own) own.set(field, kept(listed(value)))
      else single.set(id, new Map([[field, kept(listed(value))]]))
    }
  }
  return single
}

/** What a field reads as where it does not read as ours. */
class Differences {
  readonly #values = new Map<unknown, { value: unknown; count: number }>()

  count(value: unknown): void {
    const key = typeof value === 'object' ? keyOf(listed(value)) : value
    const known = this.#values.get(key)
    if (known) known.count += 1
    // Many values of one field are no usual one; the first hundred show whether there is one.
    else if (this.#values.size < 100) this.#values.set(key, { value: listed(value), count: 1 })
  }

  most(): { value: unknown; count: number } {
    return [...this.#values.values()].reduce((a, b) => (b.count > a.count ? b : a))
  }
}

export function inverse(map: ReadonlyMap<string, readonly string[]> | undefined): Map<string, string> {
  const back = new Map<string, string>()
  for (const [ours, theirs] of map ?? []) for (const id of theirs) back.set(id, ours)
  return back
}
