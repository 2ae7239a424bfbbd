import { Failure } from '../../../../preload/contract/failure.ts'
import { readXmlParts, type XmlPartsHandler } from '../../../xml/xml-parts.ts'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import type { ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { teiNamespace } from './names.ts'

/** What a walk through a TEI file tells, in the order of the file. */
export interface CorpusEvents {
  /** A part that stands in no text of the corpus. */
  beside?(element: XmlElement): void
  begin?(tei: XmlTag): void
  header?(element: XmlElement): void
  /** Its first `body`: whoever listens is told all that is in it. */
  body?(body: XmlTag): BodyEvents
  /** The start of a `standOff` of the text, and its end. */
  standOff?(): void
  leaveStandOff?(): void
  /** Something around parts in the `standOff` of the text; `inside` are the elements around it there. */
  around?(tag: XmlTag, inside: readonly XmlTag[]): void
  /** A part of the text that stands outside of its words; `inside` is null outside of its `standOff`. */
  apart?(element: XmlElement, inside: readonly XmlTag[] | null): void
  end?(): void
}

export interface BodyEvents {
  enter(tag: XmlTag): void
  leave(tag: XmlTag): void
  words(words: string): void
}

const besideTexts = new Set(['titleStmt', 'sourceDesc', 'taxonomy', 'listPerson', 'interp', 'annotation'])
/** In a text, outside of its words: short each, and as many as there may be. */
const apartFromWords = new Set([
  ...['taxonomy', 'category', 'listPerson', 'person', 'interp', 'annotation', 'span', 'note', 'link'],
  ...['relation', 'item', 'respStmt', 'fs', 'change'],
])

/**
 * Walks through a TEI corpus, or one text of TEI, and holds no more of it than a header or one part. Fails with
 * `unreadable`.
 */
export async function walkCorpus(
  source: SourceFiles,
  events: CorpusEvents,
  { signal, progress }: Pick<ReadingOptions, 'signal'> & { progress(read: number): void },
): Promise<void> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let read = 0
    for await (const piece of source.pieces('')) {
      signal?.throwIfAborted()
      yield piece
      read += piece.length
      progress(read)
    }
  }
  const walk = new CorpusWalk(events, source.name)
  await readXmlParts(pieces(), walk, { called: source.name, prefixes: { [teiNamespace]: '' } })
}

class CorpusWalk implements XmlPartsHandler {
  readonly #events: CorpusEvents
  readonly #called: string
  /** How many elements are around the text that is walked through; -1 outside of texts. */
  #text = -1
  #place: 'words' | 'standOff' | null = null
  #body: BodyEvents | undefined
  #bodyDepth = -1
  #hadBody = false

  constructor(events: CorpusEvents, called: string) {
    this.#events = events
    this.#called = called
  }

  parts = ({ name }: XmlTag): boolean => {
    if (this.#text < 0) return besideTexts.has(name)
    return this.#place !== 'words' && (name === 'teiHeader' || apartFromWords.has(name))
  }

  part(element: XmlElement, inside: readonly XmlTag[]): void {
    if (this.#text < 0) this.#events.beside?.(element)
    else if (element.name === 'teiHeader' && inside.length === this.#text + 1) this.#events.header?.(element)
    else this.#events.apart?.(element, this.#place === 'standOff' ? this.#inStandOff(inside) : null)
  }

  enter(tag: XmlTag, inside: readonly XmlTag[]): void {
    const { name } = tag
    if (inside.length === 0 && name !== 'teiCorpus' && name !== 'TEI') {
      throw new Failure('unreadable', `${this.#called} is no TEI corpus: it begins with <${name}>.`)
    }
    if (this.#body) this.#body.enter(tag)
    else if (this.#text >= 0) this.#enterInText(tag, inside)
    else if (name === 'TEI') this.#begin(tag, inside.length)
  }

  #enterInText(tag: XmlTag, inside: readonly XmlTag[]): void {
    const { name } = tag
    const depth = inside.length - this.#text
    if (depth === 1 && name === 'text') this.#place = 'words'
    else if (depth === 1 && name === 'standOff') {
      this.#place = 'standOff'
      this.#events.standOff?.()
    } else if (this.#place === 'standOff') this.#events.around?.(tag, this.#inStandOff(inside))
    else if (this.#place === 'words' && depth === 2 && name === 'body' && !this.#hadBody) {
      this.#hadBody = true
      this.#body = this.#events.body?.(tag)
      this.#bodyDepth = inside.length
    }
  }

  leave(tag: XmlTag, inside: readonly XmlTag[]): void {
    if (this.#body && inside.length > this.#bodyDepth) {
      this.#body.leave(tag)
      return
    }
    this.#body = undefined
    if (inside.length === this.#text) {
      this.#text = -1
      this.#events.end?.()
    } else if (inside.length === this.#text + 1) {
      if (this.#place === 'standOff') this.#events.leaveStandOff?.()
      this.#place = null
    }
  }

  text(words: string): void {
    this.#body?.words(words)
  }

  #begin(tei: XmlTag, depth: number): void {
    this.#text = depth
    this.#place = null
    this.#hadBody = false
    this.#events.begin?.(tei)
  }

  /** The `standOff` itself first. */
  #inStandOff(inside: readonly XmlTag[]): readonly XmlTag[] {
    return inside.slice(this.#text + 1)
  }
}
