import { z } from 'zod'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type { Mark, Span } from '../../../../preload/contract/text.ts'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementsIn, type XmlElement } from '../../../xml/xml-tree.ts'
import type * as Data from '../../dataset.ts'
import { detached } from '../../detached.ts'
import type { Incoming } from '../annotation-format.ts'
import { attributesIn, createdOf, endOf, idOf, noteIn, pointersIn, ratioOf } from './elements.ts'
import { pointedTo, projectId } from './names.ts'
import type { TeiPlaces } from './places.ts'
import type { TeiTexts } from './texts.ts'

const MarkKind = z.enum(['em', 'strong', 'sup', 'sub', 'link'])

const partsBesideTexts = new Set(['taxonomy', 'listPerson', 'interp', 'annotation'])
/** What points into texts in other ways, which is not read where this program has written the rest. */
export const othersPassages: ReadonlySet<string> = new Set(['span', 'link', 'alt', 'join', 'linkGrp'])

/** What stands beside texts in an element, or is that itself; and what points into them in other ways. */
export function* besideTextsIn(element: XmlElement): Generator<XmlElement> {
  if (partsBesideTexts.has(element.name) || othersPassages.has(element.name)) yield element
  else for (const below of elementsIn(element)) yield* besideTextsIn(below)
}

export const isInOthersPassage = (inside: readonly XmlTag[]): boolean =>
  inside.some(({ name }) => othersPassages.has(name))

/** Takes annotations as this program writes them, when all texts are there. */
export class OurWork {
  readonly #incoming: Incoming
  readonly #places: TeiPlaces
  readonly #texts: TeiTexts
  /** Ids that are said again and again, each held once. */
  readonly #known = new Map<string, string>()
  lost = 0

  constructor(incoming: Incoming, places: TeiPlaces, texts: TeiTexts) {
    this.#incoming = incoming
    this.#places = places
    this.#texts = texts
  }

  annotation(element: XmlElement): void {
    switch (element.attributes.get('motivation')) {
      case 'linking':
        this.#link(element)
        break
      case 'commenting':
        this.#memo(element)
        break
      case 'highlighting':
        this.#typography(element)
        break
      default:
        this.#passage(element)
        break
    }
  }

  #passage(element: XmlElement): void {
    const { attributes } = element
    const places = pointersIn(attributes.get('target')).map((pointer) => this.#places.of(pointer))
    const document = places[0]?.document
    const about = pointersIn(attributes.get('ana')).map(pointedTo)
    const tag = about.find((one) => one?.kind === 'tag')
    const annotator = pointedTo(attributes.get('resp') ?? '')
    const idOfKind = (kind: Kind): string | null => {
      const found = about.find((one) => one?.kind === kind)
      return found ? this.#once(found.id) : null
    }
    if (
      document === undefined ||
      places.some((place) => place?.document !== document) ||
      !tag ||
      !annotator
    ) {
      this.lost++
      return
    }
    const spans: Span[] = places.map((place) => place!.span)
    if (
      spans.some(({ start, end }, index) => start >= end || (index > 0 && start <= spans[index - 1]!.end))
    ) {
      this.lost++
      return
    }
    this.#incoming.annotations.push({
      id: idOf(element),
      document,
      annotator: this.#once(annotator.id),
      tag: this.#once(tag.id),
      spans,
      quote: spans.map((span) => this.#texts.quote(document, span)),
      prefix: '',
      suffix: '',
      claim: idOfKind('claim'),
      speaker: idOfKind('speaker'),
      attributes: attributesIn(element),
      confidence: ratioOf(attributes.get('cert')),
      note: noteIn(element, undefined),
      created: createdOf(element),
    })
  }

  #link(element: XmlElement): void {
    const { attributes } = element
    const [source, target] = pointersIn(attributes.get('target')).map(endOf)
    const type = pointedTo(attributes.get('ana') ?? '')
    const annotator = pointedTo(attributes.get('resp') ?? '')
    if (!source || !target || type?.kind !== 'link_type' || !annotator) {
      this.lost++
      return
    }
    this.#incoming.links.push({
      id: idOf(element),
      linkType: this.#once(type.id),
      source,
      target,
      annotator: this.#once(annotator.id),
      strength: ratioOf(attributes.get('cert')),
      status: noteIn(element, 'status'),
      note: noteIn(element, undefined),
      created: createdOf(element),
    })
  }

  #memo(element: XmlElement): void {
    const target = element.attributes.get('target') ?? ''
    const meant = pointedTo(target)
    const annotator = pointedTo(element.attributes.get('resp') ?? '')
    const about =
      target === `#${projectId}` ? { project: true as const } : meant && { [meant.kind]: detached(meant.id) }
    if (!about || !annotator) {
      this.lost++
      return
    }
    this.#incoming.memos.push({
      id: idOf(element),
      about: about as Data.MemoSubject,
      annotator: this.#once(annotator.id),
      text: noteIn(element, undefined),
      created: createdOf(element),
    })
  }

  #typography({ attributes }: XmlElement): void {
    const place = this.#places.of(attributes.get('target') ?? '')
    const kind = attributes.get('subtype')
    const mark = MarkKind.safeParse(kind).data
    if (place && mark) {
      const href = mark === 'link' ? { href: detached(attributes.get('n') ?? '') } : {}
      this.#texts.mark(place.document, { kind: mark, ...href, ...place.span } as Mark)
    } else if (place && (kind === 'page' || kind === 'section')) {
      this.#texts.break(place.document, { kind, at: place.span.start })
    } else this.lost++
  }

  #once(id: string): string {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const own = detached(id)
    this.#known.set(own, own)
    return own
  }
}

/**
 * Whether this program has written it: it has an id of ours, and points as ours does to what it is and who has made it. An
 * id alone may look so by chance.
 */
export function isOurs({ attributes }: XmlTag): boolean {
  const kindOf = (name: string) => pointedTo(pointersIn(attributes.get(name))[0] ?? '')?.kind
  const [kind, about] = [kindOf('xml:id'), kindOf('ana')]
  const isOfKind = kind === 'memo' || (kind !== undefined && (about === 'tag' || about === 'link_type'))
  return isOfKind && kindOf('resp') === 'annotator'
}

/** Whether something of ours is in it, or it is that itself. */
export const holdsOurs = (element: XmlElement): boolean =>
  isOurs(element) || elementsIn(element).some(holdsOurs)
