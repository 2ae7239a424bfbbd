import type { StructuredText } from '../../../preload/contract/text.ts'
import { hashOf } from '../content-hash.ts'
import type { IncomingDocument } from '../formats/annotation-format.ts'

/** Where something lies among what was put away, in bytes, and the SHA-256 of its words or bytes. */
export interface Place {
  at: number
  bytes: number
  sha256: string
  /** Of a text: its length in UTF-16 code units. */
  length: number
}

/** What was put away, by its place. */
export type Fetch = (place: Place) => Uint8Array

/** A text that is not held: whoever asks for it gets it from where it lies, and should ask for no more than it needs. */
export class DistantText implements StructuredText {
  readonly place: Place
  readonly #fetch: (place: Place) => StructuredText

  /** `fetch` gets it whole. */
  constructor(place: Place, fetch: (place: Place) => StructuredText) {
    this.place = place
    this.#fetch = fetch
  }

  get text(): string {
    return this.#fetch(this.place).text
  }
  get blocks(): StructuredText['blocks'] {
    return this.#fetch(this.place).blocks
  }
  get marks(): StructuredText['marks'] {
    return this.#fetch(this.place).marks
  }
  get breaks(): StructuredText['breaks'] {
    return this.#fetch(this.place).breaks
  }
}

/** The same for the file that a text was made from. */
export class DistantSource {
  readonly name: string
  readonly mediaType: string
  readonly place: Place
  readonly #fetch: Fetch

  constructor({ name, mediaType }: { name: string; mediaType: string }, place: Place, fetch: Fetch) {
    this.name = name
    this.mediaType = mediaType
    this.place = place
    this.#fetch = fetch
  }

  get bytes(): Uint8Array {
    return this.#fetch(this.place)
  }
}

/** Text for text; the one asked for last is held, since its parts are asked for one after the other. */
export function fetchingTexts(fetch: Fetch): (place: Place) => StructuredText {
  let last: { at: number; text: StructuredText } | undefined
  return (place) => {
    if (last?.at !== place.at) {
      const { buffer, byteOffset, length } = fetch(place)
      const text = JSON.parse(Buffer.from(buffer, byteOffset, length).toString('utf8')) as StructuredText
      last = { at: place.at, text }
    }
    return last.text
  }
}

/** In UTF-16 code units. */
const pieceLength = 1 << 20

/** As it is put away, piece by piece: of a long text it would be several times as much at once. */
export function* packed({ text, blocks, marks, breaks }: StructuredText): Generator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify({ blocks, marks, breaks }).slice(0, -1)},"text":"`)
  // JSON keeps halves of characters too.
  for (let at = 0; at < text.length; at += pieceLength) {
    yield Buffer.from(JSON.stringify(text.slice(at, at + pieceLength)).slice(1, -1))
  }
  yield Buffer.from('"}')
}

/** In UTF-16 code units, without fetching it. */
export const lengthOf = (text: StructuredText): number =>
  text instanceof DistantText ? text.place.length : text.text.length

/** The SHA-256 of its words, without fetching it. */
export const textHash = (text: StructuredText): string =>
  text instanceof DistantText ? text.place.sha256 : hashOf(text.text)

/** The SHA-256 of the bytes, without fetching them. */
export const sourceHash = (source: NonNullable<IncomingDocument['source']>): string =>
  source instanceof DistantSource ? source.place.sha256 : hashOf(source.bytes)

/** How many bytes it has, without fetching them. */
export const sizeOf = (source: { readonly bytes: Uint8Array }): number =>
  source instanceof DistantSource ? source.place.bytes : source.bytes.length

/** Whether so many code units of text and bytes of files wait ahead of a step, not in it: the step would hold their pages. */
export const isTooMuchToHold = (length: number): boolean => length > 4_000_000
