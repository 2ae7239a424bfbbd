import { Failure } from '../../../../preload/contract/failure.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import { detached } from '../../detached.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { Gathering, plainColor, plainTag, unknownMoment } from '../../foreign/gathering.ts'
import { momentOf } from '../../foreign/json-fields.ts'
import { decodeUtf8 } from '../../foreign/json-text.ts'
import { Latest, mostAtHand } from '../../spool/latest.ts'
import type { Incoming, IncomingDocument, ReadingOptions } from '../annotation-format.ts'

export interface CatmaTag {
  id: string
  name: string
  /** A tag or a tagset; null where neither is known. */
  parent: string | null
  /** ARGB in one signed number, as CATMA writes it. */
  color: string
  properties: { name: string; values: string[] }[]
}

export interface CatmaAnnotation {
  id: string
  tag: string
  document: string
  /** In UTF-16 code units of the text as CATMA has it; in whatever order. */
  ranges: [start: number, end: number][]
  author: string
  created: string
  properties: ReadonlyMap<string, readonly string[]>
}

/** What is found in any kind of CATMA’s files, put together. Positions mean nothing without the text itself. */
export class CatmaWork {
  readonly #gathering: Gathering
  readonly #documents = new Map<string, IncomingDocument>()
  /** To be looked into; what was put away is fetched for that. */
  readonly #texts: Latest<ArrivedText>
  readonly #missing = new Set<string>()
  readonly #tags = new Map<string, CatmaTag>()
  readonly #annotations = new Set<string>()

  constructor(options: Pick<ReadingOptions, 'away'>) {
    this.#gathering = new Gathering(options)
    this.#texts = new Latest(
      options.away ? mostAtHand : Number.POSITIVE_INFINITY,
      ({ text }) => text.text.length,
    )
  }

  tag(tag: CatmaTag): void {
    if (!this.#tags.has(tag.id)) this.#tags.set(tag.id, tag)
  }

  text(id: string, title: string, facts: ReadonlyMap<string, string>, file: string, bytes: Uint8Array): void {
    if (this.#documents.has(id)) return
    const name = file.split('/').at(-1)!
    const { text } = this.#texts.hold(id, arrivedOf(bytes, file))
    const kept = this.#gathering.document({
      ...{ id, title: title || name, metadata: facts, status: 'to-do', text },
      source: { name, mediaType: 'text/plain', bytes },
      knownAs: [...new Set([name, title, id])].filter((known) => known !== ''),
    })
    this.#documents.set(id, kept)
  }

  #textOf(id: string): ArrivedText | undefined {
    const held = this.#texts.get(id)
    if (held) return held
    const source = this.#documents.get(id)?.source
    return source ? this.#texts.hold(id, arrivedOf(source.bytes, source.name)) : undefined
  }

  annotation({ id, tag, document, ranges, author, created, properties }: CatmaAnnotation): void {
    const text = this.#textOf(document)
    if (!text) {
      this.#missing.add(document)
      this.#gathering.leaveOut('annotations of texts that are not among the files')
      return
    }
    if (this.#annotations.has(id)) return
    const spans = joined(ranges).map(([start, end]) => text.spanOf(start, end, 'utf16'))
    if (spans.length === 0 || !spans.every((span): span is Span => span !== undefined)) {
      this.#gathering.leaveOut('annotations that lie outside their text')
      return
    }
    this.#annotations.add(id)
    this.#gathering.incoming.annotations.push({
      ...{ id, document, tag: this.#tagFor(tag), annotator: this.#gathering.annotator(author) },
      ...{ spans, quote: spans.map(({ start, end }) => detached(text.text.text.slice(start, end))) },
      ...{ prefix: '', suffix: '', claim: null, speaker: null, confidence: null, note: '' },
      attributes: new Map([...properties].map(([name, values]) => [name, values.join(', ')])),
      created: momentOf(withColon(created)) ?? unknownMoment,
    })
  }

  leaveOut(what: string): void {
    this.#gathering.leaveOut(what)
  }

  /** Fails with `unreadable` where there is no text at all. */
  finish(called: string): Incoming {
    const [missing] = this.#missing
    if (missing !== undefined && this.#documents.size === 0) {
      throw new Failure(
        'unreadable',
        `“${called}” says only at which letters of “${missing}” its annotations stand: put that text as a .txt file into one folder or zip with it, and import that.`,
      )
    }
    for (const id of this.#tags.keys()) this.#tagFor(id)
    return this.#gathering.finish()
  }

  #tagFor(id: string, inside: readonly string[] = []): string {
    const tag = this.#tags.get(id)
    if (!tag) return this.#gathering.tag(id, { ...plainTag(id), id, color: plainColor })
    const isKnown = tag.parent !== null && this.#tags.has(tag.parent) && !inside.includes(tag.parent)
    const parent = isKnown ? this.#tagFor(tag.parent!, [...inside, id]) : null
    return this.#gathering.tag(tag.name, {
      ...plainTag(tag.name),
      ...{ id, parent, color: colorOf(tag.color) },
      attributes: tag.properties.map(({ name, values }) => ({
        ...{ name, kind: values.length > 0 ? ('choice' as const) : ('text' as const), values },
        required: false,
      })),
    })
  }
}

const arrivedOf = (bytes: Uint8Array, file: string): ArrivedText =>
  arrivedText(decodeUtf8(bytes, `“${file}”`))

/** Ranges that meet or overlap are one; in the order of the text. */
function joined(ranges: readonly [number, number][]): [number, number][] {
  const found: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}

function colorOf(argb: string): string {
  if (!/^-?\d{1,10}$/.test(argb)) return ''
  return `#${(Number(argb) & 0xffffff).toString(16).padStart(6, '0')}`
}

/** CATMA leaves the colon out of a zone’s offset. */
const withColon = (moment: string): string => moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
