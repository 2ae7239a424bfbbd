import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { decodeUtf8 } from '../../foreign/json-text.ts'
import { Latest, mostAtHand } from '../../spool/latest.ts'
import type { IncomingDocument, PutsAway } from '../annotation-format.ts'

/** A text that stands in a file beside the annotations. */
type KnownText = Pick<IncomingDocument, 'text' | 'source'>

/** These texts by document; with `away` no more than the latest of them are held. */
export class KnownTexts {
  readonly #away: PutsAway | undefined
  readonly #known = new Map<string, KnownText>()
  readonly #latest: Latest<ArrivedText>

  constructor(away?: PutsAway) {
    this.#away = away
    const most = away ? mostAtHand : Number.POSITIVE_INFINITY
    this.#latest = new Latest(most, ({ text }) => text.text.length)
  }

  /** `path` is where the file lies; fails with `unreadable` where it is not UTF-8. */
  add(document: string, path: string, bytes: Uint8Array): void {
    const arrived = arrivedOf(bytes, path)
    const source = { name: path.slice(path.lastIndexOf('/') + 1), mediaType: 'text/plain', bytes }
    const { text } = arrived
    this.#latest.hold(document, arrived)
    this.#known.set(document, {
      text: this.#away?.text(text) ?? text,
      source: this.#away?.source(source) ?? source,
    })
  }

  get(document: string): KnownText | undefined {
    return this.#known.get(document)
  }

  /** To be looked into now, and not to be kept. */
  arrived(document: string): ArrivedText | undefined {
    const held = this.#latest.get(document)
    if (held) return held
    const source = this.#known.get(document)?.source
    return source ? this.#latest.hold(document, arrivedOf(source.bytes, source.name)) : undefined
  }
}

const arrivedOf = (bytes: Uint8Array, path: string): ArrivedText =>
  arrivedText(decodeUtf8(bytes, `“${path}”`, { isOurs: true }))
