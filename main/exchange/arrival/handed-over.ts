import { Failure } from '../../../preload/contract/failure.ts'
import type * as Data from '../dataset.ts'
import { refuseMany } from '../foreign/most-at-once.ts'
import type { Incoming } from '../formats/annotation-format.ts'
import type { Sidecar } from '../sidecar/read-sidecar.ts'
import type { Place } from '../spool/distant.ts'
import type { PuttingAway } from '../spool/putting-away.ts'

/** In UTF-16 code units. Each passage is kept with its words, once in its text and once in what can be undone. */
const mostMarked = 250_000_000

/** Fails with `unreadable` where the marked passages are longer together than can come in at once. */
export function refuseLong(annotations: readonly Pick<Data.Annotation, 'spans'>[]): void {
  let marked = 0
  for (const { spans } of annotations) for (const { start, end } of spans) marked += end - start
  if (marked <= mostMarked) return
  throw new Failure(
    'unreadable',
    `The marked passages have ${marked.toLocaleString('en')} letters together, and no more than ${mostMarked.toLocaleString('en')} can come in at once: divide the file.`,
  )
}

/** What a reader hands over while it still reads: its annotations are put away at once, and no more than their ids held. */
export class HandedOver {
  readonly #away: PuttingAway
  /** Where the annotations lie, batch by batch. */
  readonly places: Place[] = []
  readonly ids = new Set<string>()
  readonly links: Data.Link[] = []

  constructor(away: PuttingAway) {
    this.#away = away
  }

  /** All of it, where it is read again without what is broken. */
  forget(): void {
    this.places.length = 0
    this.ids.clear()
    this.links.length = 0
  }

  readonly take = ({ annotations, links }: Pick<Incoming, 'annotations' | 'links'>): void => {
    for (const { id } of annotations) this.ids.add(id)
    for (const link of links) this.links.push(link)
    refuseMany(this.ids.size + this.links.length)
    for (const place of this.#away.records(annotations)) this.places.push(place)
  }
}

const referredTo = ['document', 'annotator', 'tag', 'claim', 'speaker'] as const

/** Whether annotations come as they are read, whatever a sidecar knows: nothing of them, nor of what they refer to. */
export function leavesAnnotations(sidecar: Sidecar | null): boolean {
  if (!sidecar?.readAs) return true
  const { readAs, records, invented, characters } = sidecar
  const isKnown = (records.get('annotation')?.size ?? 0) + (readAs.get('annotation')?.size ?? 0) > 0
  if (isKnown || characters.size > 0 || invented.get('annotation')!.size > 0) return false
  return referredTo.every((kind) => {
    const own = [...(readAs.get(kind) ?? [])]
    return (
      invented.get(kind)!.size === 0 && own.every(([id, theirs]) => theirs.length === 1 && theirs[0] === id)
    )
  })
}
