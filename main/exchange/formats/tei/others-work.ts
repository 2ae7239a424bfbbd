import { detached } from '../../detached.ts'
import { type Gathering, plainColor, plainTag, unknownMoment } from '../../foreign/gathering.ts'
import { noAttributes, ratioOf } from './elements.ts'
import type { TeiPlace, TeiPlaces } from './places.ts'
import type { Passage, PassageLink, StandOff } from './stand-off.ts'
import type { TeiTexts } from './texts.ts'

/**
 * Takes what stands off texts by other programs, when all texts are there and the codebook of the file. All of it is one:
 * what stands off one text may point into another, and what joins two passages may stand elsewhere than they.
 */
export class OthersWork implements StandOff {
  readonly #gathering: Gathering
  readonly #places: TeiPlaces
  readonly #texts: TeiTexts
  /** By name; those of the codebook of the file first. */
  readonly #tags: Map<string, string>
  readonly #links: PassageLink[] = []
  #passages = 0
  #lost = 0

  constructor(gathering: Gathering, places: TeiPlaces, texts: TeiTexts) {
    this.#texts = texts
    this.#gathering = gathering
    this.#places = places
    this.#tags = new Map(gathering.incoming.tags.map(({ name, id }) => [name, id]))
  }

  link({ type, ends: [from, to], annotator, id }: PassageLink): void {
    this.#links.push({
      ...{ type: detached(type), ends: [detached(from), detached(to)] },
      ...{ annotator: detached(annotator), id: detached(id) },
    })
  }

  unjoined(): void {
    this.#lost++
  }

  passage({ id, targets, tag, note, annotator, confidence }: Passage): void {
    this.#passages++
    const places = targets.map((target) => this.#stretch(target))
    const found = places.flatMap((place) => place ?? []).sort((a, b) => a.span.start - b.span.start)
    const [first] = found
    const isSound = found.every(
      ({ document, span: { start, end } }, index) =>
        document === first!.document && start < end && start >= (found[index - 1]?.span.end ?? 0),
    )
    if (!first || found.length < places.length || !isSound) {
      this.#lost++
      return
    }
    const spans = found.map(({ span }) => span)
    this.#gathering.incoming.annotations.push({
      ...{ id: id === '' ? `annotation ${this.#passages}` : detached(id), document: first.document },
      ...{ annotator: this.#gathering.annotator(annotator), tag: this.#tagOf(tag) },
      ...{ spans, quote: spans.map((span) => this.#texts.quote(first.document, span)) },
      ...{ prefix: '', suffix: '', claim: null, speaker: null, attributes: noAttributes },
      ...{ confidence: ratioOf(confidence), note: detached(note), created: unknownMoment },
    })
  }

  /** Takes the links, now that it is known which annotations were made; how much could not be taken in all. */
  finish(isMade: (id: string) => boolean): number {
    const leads = (pointer: string) => pointer.startsWith('#') && isMade(pointer.slice(1))
    const { links } = this.#gathering.incoming
    for (const [index, { type, ends, annotator, id }] of this.#links.entries()) {
      const [source, target] = ends
      if (!leads(source) || !leads(target)) {
        this.#lost++
        continue
      }
      links.push({
        ...{ id: id || `link ${index + 1}`, linkType: this.#gathering.linkType(type) },
        ...{ source: { annotation: source.slice(1) }, target: { annotation: target.slice(1) } },
        annotator: this.#gathering.annotator(annotator),
        ...{ strength: null, status: '', note: '', created: unknownMoment },
      })
    }
    return this.#lost
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
    const id = this.#gathering.tag(detached(name), hasColor ? {} : { color: '' })
    this.#tags.set(detached(name), id)
    return id
  }
}
