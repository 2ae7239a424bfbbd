import { deserialize, serialize } from 'node:v8'
import type { StructuredText } from '../../../preload/contract/text.ts'
import { hashOf } from '../content-hash.ts'
import type { IncomingDocument, PutsAway } from '../formats/annotation-format.ts'
import { DistantSource, DistantText, type Fetch, fetchingTexts, type Place, packed } from './distant.ts'
import type { SpoolFile } from './spool-file.ts'

/** Bytes handed over at a time. */
const portion = 1 << 20
/** Of records. */
const batchLength = 1000

export interface Store {
  /** Takes bytes after all before them; they are the store’s then. */
  append(bytes: Uint8Array<ArrayBuffer>): void
  fetch: Fetch
}

/** Where reading and keeping are in one thread. */
export const storeIn = (file: SpoolFile): Store => ({
  append: (bytes) => file.append(bytes),
  fetch: (place) => file.read(place),
})

/** A batch of records, by its place. */
export const recordsAt = <T>(fetch: Fetch, place: Place): T[] => deserialize(fetch(place)) as T[]

/** The side of the reading: documents keep where their texts and files are, and `store` has those. */
export class PuttingAway implements PutsAway {
  readonly #store: Store
  readonly #fetch: Fetch
  readonly #fetchText: (place: Place) => StructuredText
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #length = 0

  constructor(store: Store) {
    this.#store = store
    this.#fetch = (place) => {
      this.flush()
      return store.fetch(place)
    }
    this.#fetchText = fetchingTexts(this.#fetch)
  }

  /** The same document with its text and its file put away. */
  document(document: IncomingDocument): IncomingDocument {
    const { text, source } = document
    return { ...document, text: text && this.text(text), source: source && this.source(source) }
  }

  text(text: StructuredText): DistantText {
    if (text instanceof DistantText) return text
    const words = text.text
    const place = this.#put(packed(text), hashOf(words), words.length)
    return new DistantText(place, this.#fetchText)
  }

  /** Takes plain records out of a list and tells where they lie, batch by batch. `recordsAt` has them again. */
  records(list: object[]): Place[] {
    const places: Place[] = []
    // From the end, so that what has gone need not be moved away from.
    list.reverse()
    while (list.length > 0) {
      const batch = list.splice(-batchLength).reverse()
      places.push(this.#put([serialize(batch)], '', 0))
    }
    return places
  }

  /** Hands over what waits. */
  flush(): void {
    if (this.#waitingBytes === 0) return
    const bytes = new Uint8Array(this.#waitingBytes)
    let at = 0
    for (const one of this.#waiting) {
      bytes.set(one, at)
      at += one.length
    }
    this.#waiting = []
    this.#waitingBytes = 0
    this.#store.append(bytes)
  }

  source(source: NonNullable<IncomingDocument['source']>): DistantSource {
    if (source instanceof DistantSource) return source
    return new DistantSource(source, this.#put([source.bytes], hashOf(source.bytes), 0), this.#fetch)
  }

  #put(pieces: Iterable<Uint8Array>, sha256: string, length: number): Place {
    const at = this.#length
    for (const bytes of pieces) {
      this.#length += bytes.length
      this.#waiting.push(bytes)
      this.#waitingBytes += bytes.length
      if (this.#waitingBytes >= portion) this.flush()
    }
    return { at, bytes: this.#length - at, sha256, length }
  }
}
