import type { Kind } from '../../../db/repositories/dataset.ts'
import type * as Data from '../dataset.ts'
import type { Incoming, WrittenFiles } from '../formats/annotation-format.ts'
import {
  fieldsOf,
  fieldValue,
  isWorldwide,
  kept,
  keyOf,
  kinds,
  recordsOfDataset,
  recordsOfReading,
  renamed,
} from './records.ts'

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
  const ids: Expectations['ids'] = new Map()
  const usual: Expectations['usual'] = new Map()
  const single: Expectations['single'] = new Map()
  const changed: Expectations['changed'] = new Map()
  const invented: Expectations['invented'] = new Map()
  const { project } = incoming
  let isPlain =
    keyOf([project?.name, project?.description]) ===
    keyOf([dataset.project.name, dataset.project.description])

  for (const kind of kinds) {
    const read = new Map(theirs[kind].map((record) => [record.id, record]))
    const entries: [string, ...string[]][] = []
    const different = new Set<string>()
    const differences = new Map<string, Map<string, { value: unknown; count: number }>>()
    const pairs: { id: string; mine: object; read: object }[] = []
    const order: string[] = []
    for (const mine of ours[kind]) {
      const became = (readAs.get(kind)?.get(mine.id) ?? [mine.id]).filter((id) => read.has(id))
      const isItself = became.length === 1 && became[0] === mine.id
      if (kind !== 'annotation' || !isItself || !isWorldwide(mine.id)) entries.push([mine.id, ...became])
      if (became.length !== 1) different.add(mine.id)
      isPlain &&= isItself && isWorldwide(mine.id)
      order.push(...became)
      for (const id of became) {
        const record = renamed(kind, read.get(id)!, (other, old) => back.get(other)!.get(old) ?? old)
        pairs.push({ id, mine, read: record })
        for (const field of fieldsOf[kind]) {
          const value = fieldValue(record, field)
          const key = keyOf(value)
          if (key === keyOf(fieldValue(mine, field))) continue
          different.add(mine.id)
          count(differences, field, key, value)
        }
      }
    }
    const mostly = new Map(
      [...differences].flatMap(([field, values]) => {
        const most = [...values.values()].reduce((a, b) => (b.count > a.count ? b : a))
        return most.count * 2 > pairs.length && most.count > 1 ? [[field, kept(most.value)] as const] : []
      }),
    )
    const ourOwn = new Set(order)
    invented.set(
      kind,
      [...read.keys()].filter((id) => !ourOwn.has(id)),
    )
    isPlain &&= ourOwn.size === read.size
    ids.set(kind, entries)
    usual.set(kind, mostly)
    single.set(kind, singleFields(kind, pairs, mostly))
    changed.set(kind, different)
    if (kind !== 'annotation') {
      const position = new Map([...read.keys()].map((id, index) => [id, index]))
      isPlain &&= order.every(
        (id, index) => index === 0 || position.get(order[index - 1]!)! < position.get(id)!,
      )
    }
  }
  return { project, ids, usual, single, invented, changed, isPlain }
}

function singleFields(
  kind: Kind,
  pairs: readonly { id: string; mine: object; read: object }[],
  mostly: ReadonlyMap<string, unknown>,
): Map<string, Map<string, unknown>> {
  const single = new Map<string, Map<string, unknown>>()
  for (const { id, mine, read } of pairs) {
    for (const field of fieldsOf[kind]) {
      const value = fieldValue(read, field)
      const expected = mostly.has(field) ? mostly.get(field) : kept(fieldValue(mine, field))
      if (keyOf(kept(value)) === keyOf(expected)) continue
      const own = single.get(id)
      if (own) own.set(field, kept(value))
      else single.set(id, new Map([[field, kept(value)]]))
    }
  }
  return single
}

function count(
  differences: Map<string, Map<string, { value: unknown; count: number }>>,
  field: string,
  key: string,
  value: unknown,
): void {
  const values = differences.get(field) ?? new Map<string, { value: unknown; count: number }>()
  differences.set(field, values)
  const known = values.get(key)
  if (known) known.count += 1
  // Many values of one field are no usual one; the first hundred show whether there is one.
  else if (values.size < 100) values.set(key, { value, count: 1 })
}

export function inverse(map: ReadonlyMap<string, readonly string[]> | undefined): Map<string, string> {
  const back = new Map<string, string>()
  for (const [ours, theirs] of map ?? []) for (const id of theirs) back.set(id, ours)
  return back
}
