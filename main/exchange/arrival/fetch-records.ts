import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../../preload/contract/failure.ts'
import type * as Data from '../dataset.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import type { Fetch, Place } from '../spool/distant.ts'
import { recordsAt } from '../spool/putting-away.ts'

/**
 * What was read, with the annotations and links that were put away meanwhile. Ids are said again and again, and held once.
 * It pauses after each batch, and fails with `cancelled` there once the signal has stopped it.
 */
export async function withRecords(
  arriving: Arriving,
  places: { annotations: readonly Place[]; links: readonly Place[] },
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Arriving> {
  const once = new Once()
  const fetched = async <T>(batches: readonly Place[], sharing: (record: T) => T): Promise<T[]> => {
    const all: T[] = []
    for (const place of batches) {
      for (const record of recordsAt<T>(fetch, place)) all.push(sharing(record))
      await setTimeout(0)
      if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
    }
    return all
  }
  const annotations = await fetched<IncomingAnnotation>(places.annotations, (one) => ({
    ...one,
    ...{ id: once.id(one.id), document: once.id(one.document), annotator: once.id(one.annotator) },
    ...{ tag: once.id(one.tag), claim: once.orNull(one.claim), speaker: once.orNull(one.speaker) },
    attributes: one.attributes.size === 0 ? noAttributes : one.attributes,
  }))
  const links = await fetched<Data.Link>(places.links, (one) => ({
    ...one,
    ...{ linkType: once.id(one.linkType), annotator: once.id(one.annotator) },
    ...{ source: once.end(one.source), target: once.end(one.target) },
  }))
  const foreign = new Map(
    [...arriving.foreign].map(([kind, ids]) => [kind, new Set([...ids].map((id) => once.id(id)))]),
  )
  return { ...arriving, annotations, links, foreign }
}

const noAttributes: IncomingAnnotation['attributes'] = new Map()

class Once {
  readonly #held = new Map<string, string>()

  id(id: string): string {
    const held = this.#held.get(id)
    if (held !== undefined) return held
    this.#held.set(id, id)
    return id
  }

  orNull(id: string | null): string | null {
    return id === null ? null : this.id(id)
  }

  end(end: Data.LinkEnd): Data.LinkEnd {
    if ('annotation' in end) return { annotation: this.id(end.annotation) }
    return 'claim' in end ? { claim: this.id(end.claim) } : { link: this.id(end.link) }
  }
}
