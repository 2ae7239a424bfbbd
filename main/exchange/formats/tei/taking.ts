import { z } from 'zod'
import { Failure } from '../../../../preload/contract/failure.ts'
import { freeColor } from '../../../../preload/contract/palette.ts'
import { SpeakerKind } from '../../../../preload/contract/speaker.ts'
import { AttributeDefinition, Color, Role } from '../../../../preload/contract/tag.ts'
import type { Mark, Span } from '../../../../preload/contract/text.ts'
import { elementIn, elementsIn, isElement, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import type * as Data from '../../dataset.ts'
import { Gathering } from '../../foreign/gathering.ts'
import { withoutLooseEnds } from '../../foreign/without-loose-ends.ts'
import type { Incoming, ReadingOptions } from '../annotation-format.ts'
import {
  attributesIn,
  createdOf,
  endOf,
  idOf,
  noteIn,
  pointersIn,
  ratioOf,
  timeOf,
  wordsIn,
} from './elements.ts'
import { pointedTo, projectId } from './names.ts'
import { OthersWork } from './others-work.ts'
import { TeiPlaces } from './places.ts'
import { readBody } from './read-text.ts'
import { TeiTexts } from './texts.ts'

const Status = z.enum(['to-do', 'in-progress', 'done'])
const MarkKind = z.enum(['em', 'strong', 'sup', 'sub', 'link'])

const partsBesideTexts = new Set(['taxonomy', 'listPerson', 'interp', 'annotation'])
/** What points into texts in other ways, which nothing here reads. */
const othersPassages = new Set(['span', 'link', 'alt', 'join', 'linkGrp'])

/** Takes the parts of a corpus as they come; what points to texts is found when all are there. */
export class TeiTaking {
  readonly #called: string
  readonly #gathering: Gathering
  readonly #incoming: Incoming
  readonly #texts: TeiTexts
  readonly #project = { name: '', description: '' }
  readonly #annotations: XmlElement[] = []
  readonly #ofOthers: { standOff: XmlElement; tei: XmlElement }[] = []
  readonly #places = new TeiPlaces()
  #lost = 0

  constructor(called: string, options: Pick<ReadingOptions, 'away'>) {
    this.#called = called
    this.#gathering = new Gathering(options)
    this.#texts = new TeiTexts(this.#gathering, options)
    this.#incoming = this.#gathering.incoming
    this.#incoming.project = this.#project
  }

  part(element: XmlElement): void {
    switch (element.name) {
      case 'titleStmt':
        this.#project.name = wordsIn(element, 'title')
        for (const one of elementsIn(element, 'respStmt')) this.#annotator(one)
        break
      case 'sourceDesc':
        this.#project.description = wordsIn(element, 'p')
        break
      case 'taxonomy':
        for (const category of elementsIn(element, 'category')) this.#category(category, null)
        break
      case 'listPerson':
        for (const person of elementsIn(element, 'person')) this.#person(person)
        break
      case 'interp':
        this.#claim(element)
        break
      case 'annotation':
        this.#annotations.push(element)
        break
      default:
        this.#document(element)
    }
  }

  incoming(): Incoming {
    for (const element of this.#annotations) this.#annotation(element)
    const others = new OthersWork(this.#gathering, this.#places, this.#texts)
    others.take(this.#ofOthers)
    this.#texts.finish()
    this.#gathering.leaveOut('names, dates and other marks inside of texts', this.#places.unread())
    const what = 'annotations that point to nothing here'
    return withoutLooseEnds(this.#gathering.finish(), what, this.#lost + others.lost)
  }

  #category(category: XmlElement, parent: string | null): void {
    const meant = pointedTo(category.attributes.get('xml:id') ?? '')
    const said = (type: string) =>
      elementsIn(category, 'desc')
        .filter(({ attributes }) => attributes.get('type') === type)
        .map(textIn)
    const roles = (type: string) => said(type).flatMap((role) => Role.safeParse(role).data ?? [])
    const color = Color.safeParse(said('color')[0]).data
    const id = idOf(category)
    const name = wordsIn(category, 'gloss') || wordsIn(category, 'catDesc').trim()
    if (meant?.kind === 'link_type') {
      this.#incoming.linkTypes.push({
        id,
        name,
        symmetric: said('symmetric')[0] === 'true',
        color: color ?? '#6b7280',
        sourceRoles: roles('source'),
        targetRoles: roles('target'),
      })
      return
    }
    this.#incoming.tags.push({
      id,
      name,
      parent,
      role: roles('role')[0] ?? 'none',
      color: color ?? freeColor(this.#incoming.tags),
      key: said('key')[0] ?? '',
      definition: said('definition')[0] ?? '',
      include: said('include')[0] ?? '',
      exclude: said('exclude')[0] ?? '',
      examples: said('example'),
      attributes: said('attribute').map((written) => this.#attributeDefinition(written, category)),
    })
    for (const below of elementsIn(category, 'category')) this.#category(below, id)
  }

  #attributeDefinition(written: string, { line }: XmlElement): AttributeDefinition {
    try {
      return AttributeDefinition.parse(JSON.parse(written))
    } catch {
      throw new Failure('unreadable', `${this.#called}, line ${line}: an attribute of a tag cannot be read.`)
    }
  }

  #person(person: XmlElement): void {
    const [name, ...variants] = elementsIn(person, 'persName').map(textIn)
    const kind = SpeakerKind.safeParse(person.attributes.get('role')).data ?? 'unknown'
    this.#incoming.speakers.push({ id: idOf(person), name: name ?? '', kind, variants })
  }

  #claim(interp: XmlElement): void {
    const said = (type: string) =>
      elementsIn(interp, 'desc').find(({ attributes }) => attributes.get('type') === type)
    const [note, created] = [said('note'), said('created')]
    this.#incoming.claims.push({
      id: idOf(interp),
      statement: interp.children.filter((child) => !isElement(child)).join(''),
      note: note ? textIn(note) : '',
      created: timeOf(created && textIn(created)),
    })
  }

  #document(tei: XmlElement): void {
    const header = elementIn(tei, 'teiHeader')
    const file = header && elementIn(header, 'fileDesc')
    const title = file && elementIn(file, 'titleStmt')
    const notes = file && elementIn(file, 'notesStmt')
    const status = header && elementIn(header, 'revisionDesc')?.attributes.get('status')
    const body = elementsIn(tei, 'text').flatMap((text) => elementsIn(text, 'body'))[0]
    const id = idOf(tei, `text ${this.#incoming.documents.length + 1}`)
    const read = body && readBody(body)
    if (read) this.#places.add(id, read)
    for (const one of title ? elementsIn(title, 'respStmt') : []) {
      if (pointedTo(one.attributes.get('xml:id') ?? '')?.kind === 'annotator') this.#annotator(one)
    }
    const encoding = header && elementIn(header, 'encodingDesc')
    if (encoding) this.#besideText(encoding)
    for (const one of elementsIn(tei, 'standOff')) {
      if (isOurs(one)) this.#besideText(one)
      else this.#ofOthers.push({ standOff: one, tei })
    }
    const called = title ? wordsIn(title, 'title') : ''
    this.#texts.add({
      id,
      title: called,
      metadata: new Map(
        (notes ? elementsIn(notes, 'note') : [])
          .filter(({ attributes }) => attributes.get('type') === 'metadata')
          .map((note) => [note.attributes.get('n') ?? '', textIn(note)]),
      ),
      status: Status.safeParse(status).data ?? 'to-do',
      text: read?.text ?? null,
      source: null,
      knownAs: called === '' ? [] : [called],
    })
  }

  #annotator(responsible: XmlElement): void {
    this.#incoming.annotators.push({ id: idOf(responsible), name: wordsIn(responsible, 'name') })
  }

  /** What stands beside the texts of a corpus stands in a text that is a file by itself. */
  #besideText(element: XmlElement): void {
    for (const below of elementsIn(element)) {
      if (partsBesideTexts.has(below.name)) this.part(below)
      else if (othersPassages.has(below.name)) this.#lost++
      else this.#besideText(below)
    }
  }

  #annotation(element: XmlElement): void {
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
    if (
      document === undefined ||
      places.some((place) => place?.document !== document) ||
      !tag ||
      !annotator
    ) {
      this.#lost++
      return
    }
    const spans: Span[] = places.map((place) => place!.span)
    if (
      spans.some(({ start, end }, index) => start >= end || (index > 0 && start <= spans[index - 1]!.end))
    ) {
      this.#lost++
      return
    }
    this.#incoming.annotations.push({
      id: idOf(element),
      document,
      annotator: annotator.id,
      tag: tag.id,
      spans,
      quote: spans.map((span) => this.#texts.quote(document, span)),
      prefix: '',
      suffix: '',
      claim: about.find((one) => one?.kind === 'claim')?.id ?? null,
      speaker: about.find((one) => one?.kind === 'speaker')?.id ?? null,
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
      this.#lost++
      return
    }
    this.#incoming.links.push({
      id: idOf(element),
      linkType: type.id,
      source,
      target,
      annotator: annotator.id,
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
      target === `#${projectId}` ? { project: true as const } : meant && { [meant.kind]: meant.id }
    if (!about || !annotator) {
      this.#lost++
      return
    }
    this.#incoming.memos.push({
      id: idOf(element),
      about: about as Data.MemoSubject,
      annotator: annotator.id,
      text: noteIn(element, undefined),
      created: createdOf(element),
    })
  }

  #typography({ attributes }: XmlElement): void {
    const place = this.#places.of(attributes.get('target') ?? '')
    const kind = attributes.get('subtype')
    const mark = MarkKind.safeParse(kind).data
    if (place && mark) {
      const href = mark === 'link' ? { href: attributes.get('n') ?? '' } : {}
      this.#texts.mark(place.document, { kind: mark, ...href, ...place.span } as Mark)
    } else if (place && (kind === 'page' || kind === 'section')) {
      this.#texts.break(place.document, { kind, at: place.span.start })
    } else this.#lost++
  }
}

/**
 * Whether this program has written it: something in it has an id of ours, and points as ours does to what it is and
 * who has made it. An id alone may look so by chance.
 */
const isOurs = (element: XmlElement): boolean =>
  elementsIn(element).some((below) => {
    const kindOf = (name: string) => pointedTo(pointersIn(below.attributes.get(name))[0] ?? '')?.kind
    const [kind, about] = [kindOf('xml:id'), kindOf('ana')]
    const isOfKind = kind === 'memo' || (kind !== undefined && (about === 'tag' || about === 'link_type'))
    return (isOfKind && kindOf('resp') === 'annotator') || isOurs(below)
  })
