import type * as Data from '../../dataset.ts'
import type { FreeIds } from '../../foreign/free-ids.ts'
import type { IncomingDocument } from '../annotation-format.ts'
import type { QdaCase, QdaValue } from './qda-project.ts'

/** Cases that passages are of are speakers; the first that names a passage has it. Cases of whole sources are none. */
export class SpeakersOfCases {
  readonly all: Data.Speaker[] = []
  /** What has no place, counted. */
  readonly leftOut = new Map<string, number>()
  /** Places of speakers, by the GUIDs of their selections. */
  readonly #places = new Map<string, number>()

  constructor(cases: readonly QdaCase[], ids: FreeIds) {
    for (const { guid, name, values, sources, selections } of cases) {
      if (sources.length > 0) continue
      if (name === null) {
        this.#leaveOut('cases without a name and without a document', 1)
        continue
      }
      const place = this.all.length
      const id = ids.take(guid || `case ${place + 1}`)
      this.all.push({ id, name, kind: 'unknown', variants: [] })
      if (values.length > 0) this.#leaveOut('values of variables of cases', values.length)
      for (const selection of selections) {
        if (selection !== '' && !this.#places.has(selection)) this.#places.set(selection, place)
      }
    }
  }

  /** The speaker of what has one of these GUIDs. */
  of(...guids: readonly string[]): string | null {
    const places = guids.flatMap((guid) => this.#places.get(guid) ?? [])
    return places.length === 0 ? null : this.all[Math.min(...places)]!.id
  }

  #leaveOut(what: string, count: number): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + count)
  }
}

/** Cases of whole sources give their values to the documents that these have become; what a document says itself holds. */
export function giveFactsOfCases(
  cases: readonly QdaCase[],
  {
    documentOf,
    metadataOf,
  }: {
    documentOf(source: string): IncomingDocument | undefined
    metadataOf(values: readonly QdaValue[]): Map<string, string>
  },
): void {
  for (const { name, values, sources } of cases) {
    for (const source of sources) {
      const document = documentOf(source)
      if (!document) continue
      const own = metadataOf(values)
      if (name) own.set('case', name)
      document.metadata = new Map([...own, ...document.metadata])
    }
  }
}
