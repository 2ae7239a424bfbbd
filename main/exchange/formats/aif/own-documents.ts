import { detached } from '../../detached.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { textOf } from '../../foreign/json-fields.ts'
import type { JsonObject } from '../../json.ts'
import { Latest, mostAtHand } from '../../spool/latest.ts'
import type { IncomingDocument, PutsAway } from '../annotation-format.ts'

/** The documents that we have written beside a graph; with `away` no more than the latest of their texts are held. */
export class OwnDocuments {
  /** In the order of the file. */
  readonly all: IncomingDocument[] = []
  readonly #away: PutsAway | undefined
  readonly #latest: Latest<ArrivedText>
  readonly #byId = new Map<string, IncomingDocument>()
  /** Texts in which a line ends as in Windows: ours would not tell where something stands in theirs. */
  readonly #changed = new Map<string, ArrivedText>()
  /** Whether there is any, even one that cannot be taken. */
  isThere = false

  constructor(away: PutsAway | undefined) {
    this.#away = away
    const most = away ? mostAtHand : Number.POSITIVE_INFINITY
    this.#latest = new Latest(most, ({ text }) => text.text.length)
  }

  /** Of several with one id the first; none without an id. */
  take(object: JsonObject): void {
    this.isThere = true
    const id = detached(textOf(object.get('id')) ?? '')
    if (id === '' || this.#byId.has(id)) return
    const title = detached(textOf(object.get('title')) ?? '')
    const words = textOf(object.get('text')) ?? ''
    const arrived = arrivedText(words)
    const { text } = arrived
    const document: IncomingDocument = {
      ...{ id, title, metadata: new Map(), status: 'to-do', text, source: null },
      knownAs: title === '' ? [] : [title],
    }
    const kept = this.#away?.document(document) ?? document
    if (text.text === words) this.#latest.hold(id, arrived)
    else this.#changed.set(id, arrived)
    this.#byId.set(id, kept)
    this.all.push(kept)
  }

  /** To be looked into now, and not to be kept. */
  textOf(id: string): ArrivedText | undefined {
    const held = this.#latest.get(id) ?? this.#changed.get(id)
    if (held) return held
    const text = this.#byId.get(id)?.text
    return text ? this.#latest.hold(id, arrivedText(text.text)) : undefined
  }
}
