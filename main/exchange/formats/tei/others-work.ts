import { freeColor } from '../../../../preload/contract/palette.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import { type Gathering, plainColor, plainTag, unknownMoment } from '../../foreign/gathering.ts'
import { ratioOf } from './elements.ts'
import type { TeiPlace, TeiPlaces } from './places.ts'
import { type Passage, readStandOff } from './stand-off.ts'
import type { TeiTexts } from './texts.ts'

/**
 * Takes what stands off texts by other programs. All of it is one: what stands off one text may point into another,
 * and what joins two passages may stand elsewhere than they.
 */
export class OthersWork {
  readonly #gathering: Gathering
  readonly #places: TeiPlaces
  readonly #texts: TeiTexts
  /** By name; those of the codebook of the file first. */
  readonly #tags: Map<string, string>
  lost = 0

  constructor(gathering: Gathering, places: TeiPlaces, texts: TeiTexts) {
    this.#texts = texts
    this.#gathering = gathering
    this.#places = places
    this.#tags = new Map(gathering.incoming.tags.map(({ name, id }) => [name, id]))
  }

  /** Each `standOff` with the text that it is in, whose header may have names. */
  take(all: readonly { standOff: XmlElement; tei: XmlElement }[]): void {
    const read = all.map(({ standOff, tei }) => readStandOff(standOff, tei))
    const made = new Set<string>()
    for (const [index, passage] of read.flatMap(({ passages }) => passages).entries()) {
      const id = passage.id || `annotation ${index + 1}`
      if (this.#passage(passage, id)) made.add(`#${id}`)
      else this.lost++
    }
    for (const { unjoined } of read) this.lost += unjoined
    for (const [index, { type, ends, annotator, id }] of read.flatMap(({ links }) => links).entries()) {
      const [source, target] = ends
      if (!made.has(source) || !made.has(target)) {
        this.lost++
        continue
      }
      this.#gathering.incoming.links.push({
        ...{ id: id || `link ${index + 1}`, linkType: this.#gathering.linkType(type) },
        ...{ source: { annotation: source.slice(1) }, target: { annotation: target.slice(1) } },
        annotator: this.#gathering.annotator(annotator),
        ...{ strength: null, status: '', note: '', created: unknownMoment },
      })
    }
  }

  #passage({ targets, tag, note, annotator, confidence }: Passage, id: string): boolean {
    const places = targets.map((target) => this.#stretch(target))
    const found = places.flatMap((place) => place ?? []).sort((a, b) => a.span.start - b.span.start)
    const [first] = found
    const isSound = found.every(
      ({ document, span: { start, end } }, index) =>
        document === first!.document && start < end && start >= (found[index - 1]?.span.end ?? 0),
    )
    if (!first || found.length < places.length || !isSound) return false
    const spans = found.map(({ span }) => span)
    this.#gathering.incoming.annotations.push({
      ...{ id, document: first.document, annotator: this.#gathering.annotator(annotator) },
      ...{
        tag: this.#tagOf(tag),
        spans,
        quote: spans.map((span) => this.#texts.quote(first.document, span)),
      },
      ...{ prefix: '', suffix: '', claim: null, speaker: null, attributes: new Map() },
      ...{ confidence: ratioOf(confidence), note, created: unknownMoment },
    })
    return true
  }

  #stretch(target: Passage['targets'][number]): TeiPlace | undefined {
    if (typeof target === 'string') return this.#places.of(target)
    const [from, to] = [this.#places.of(target[0]), this.#places.of(target[1])]
    if (!from || from.document !== to?.document) return undefined
    return { document: from.document, span: { start: from.span.start, end: to.span.end } }
  }

  #tagOf(name: string): string {
    const known = this.#tags.get(name)
    if (known !== undefined) return known
    const hasColor = plainTag(name).color !== plainColor
    const color = freeColor(this.#gathering.incoming.tags)
    const id = this.#gathering.tag(name, hasColor ? {} : { color })
    this.#tags.set(name, id)
    return id
  }
}
