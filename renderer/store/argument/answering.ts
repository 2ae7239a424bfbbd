import { daysOf } from '../../../preload/contract/dates.ts'
import { saidByInWords } from '../../../preload/contract/said-by.ts'
import type { Voice, WhoAnswersWhom } from '../../../preload/contract/speaker.ts'
import { naturally } from '../documents/natural-order.ts'
import type { Row } from '../rows-as-text.ts'
import type { SpeakersView } from './speakers-view.ts'

/** Who is written into the matrix beside each other; more cannot be looked over. */
export const mostInMatrix = 200

/** How often one voice answers another. */
export interface Pair {
  /** Its place among all pairs. */
  id: number
  from: Voice
  to: Voice
  against: number
  for: number
  other: number
  all: number
  /** '' where none of the answers has a date. */
  first: string
  last: string
}

/** `dateOf`: of a document. */
export function pairsOf(
  { voices, from, to, ...columns }: WhoAnswersWhom,
  dateOf: (document: number) => string,
): Pair[] {
  return Array.from(from, (_, id) => {
    const [against, supports, other] = [columns.against[id]!, columns.for[id]!, columns.other[id]!]
    return {
      id,
      from: voices[from[id]!]!,
      to: voices[to[id]!]!,
      against,
      for: supports,
      other,
      all: against + supports + other,
      first: dateOf(columns.first[id]!),
      last: dateOf(columns.last[id]!),
    }
  })
}

/** The most first, then by name; by date the earliest first, or the latest; undated last. */
export function sortedPairs(pairs: readonly Pair[], sort: SpeakersView['sort']): Pair[] {
  const byNames = (a: Pair, b: Pair) =>
    naturally(a.from.name, b.from.name) || naturally(a.to.name, b.to.name) || a.id - b.id
  const begins = (date: string) => daysOf(date)?.first ?? Number.MAX_SAFE_INTEGER
  const ends = (date: string) => daysOf(date)?.last ?? -Number.MAX_SAFE_INTEGER
  const orders: Record<SpeakersView['sort'], (a: Pair, b: Pair) => number> = {
    against: (a, b) => b.against - a.against,
    for: (a, b) => b.for - a.for,
    other: (a, b) => b.other - a.other,
    all: (a, b) => b.all - a.all,
    first: (a, b) => begins(a.first) - begins(b.first),
    last: (a, b) => ends(b.last) - ends(a.last),
  }
  return [...pairs].sort((a, b) => orders[sort](a, b) || b.all - a.all || byNames(a, b))
}

export interface Matrix {
  /** Those that answer, and those that are answered, in the same order: who takes part most first, undetermined last. */
  answering: Voice[]
  answered: Voice[]
  /** Undefined where one does not answer the other. */
  at: (row: number, column: number) => Pair | undefined
  /** The largest number in a cell. */
  most: number
  /** Voices that there was no room for. */
  left: number
}

export function matrixOf(pairs: readonly Pair[]): Matrix {
  const parts = new Map<string, { voice: Voice; links: number }>()
  const count = (voice: Voice, links: number) => {
    const part = parts.get(voice.key) ?? { voice, links: 0 }
    part.links += links
    parts.set(voice.key, part)
  }
  for (const { from, to, all } of pairs) {
    count(from, all)
    count(to, all)
  }
  const order = [...parts.values()]
    .sort((a, b) => b.links - a.links || naturally(a.voice.name, b.voice.name))
    .slice(0, mostInMatrix)
    .map(({ voice }) => voice)
    .sort((a, b) => Number(a.kind === 'undetermined') - Number(b.kind === 'undetermined'))
  const there = new Set(order.map(({ key }) => key))
  const byKeys = new Map<string, Pair>()
  const [answering, answered] = [new Set<string>(), new Set<string>()]
  let most = 0
  for (const pair of pairs) {
    if (!there.has(pair.from.key) || !there.has(pair.to.key)) continue
    byKeys.set(`${pair.from.key}\n${pair.to.key}`, pair)
    answering.add(pair.from.key)
    answered.add(pair.to.key)
    most = Math.max(most, pair.against, pair.for)
  }
  const rows = order.filter(({ key }) => answering.has(key))
  const columns = order.filter(({ key }) => answered.has(key))
  return {
    answering: rows,
    answered: columns,
    at: (row, column) => byKeys.get(`${rows[row]?.key}\n${columns[column]?.key}`),
    most,
    left: parts.size - order.length,
  }
}

/** As it is called on the screen. */
export function nameOf({ name, kind }: Voice): string {
  const isSpeaker = kind === 'speaker' || kind === 'undetermined'
  return saidByInWords({ speaker: name, speakerFrom: isSpeaker ? null : kind })
}

/** The table to copy, with a heading. */
export function tableRows(pairs: readonly Pair[]): Row[] {
  return [
    ['Who answers', 'Whom', 'Against', 'For', 'Other links', 'First', 'Last'],
    ...pairs.map((pair) => [
      nameOf(pair.from),
      nameOf(pair.to),
      pair.against,
      pair.for,
      pair.other,
      pair.first,
      pair.last,
    ]),
  ]
}

/** The matrix to copy: one number a cell. */
export function matrixRows({ answering, answered, at }: Matrix, stance: 'against' | 'for'): Row[] {
  return [
    ['', ...answered.map(nameOf)],
    ...answering.map((voice, row) => [
      nameOf(voice),
      ...answered.map((_, column) => at(row, column)?.[stance] ?? 0),
    ]),
  ]
}

/** “3 against, 2 for” */
export function pairInWords(pair: Pair | undefined): string {
  if (!pair) return 'no link'
  return (
    [
      pair.against > 0 && `${pair.against.toLocaleString('en')} against`,
      pair.for > 0 && `${pair.for.toLocaleString('en')} for`,
      pair.other > 0 && `${pair.other.toLocaleString('en')} other`,
    ]
      .filter(Boolean)
      .join(', ') || 'no link'
  )
}
