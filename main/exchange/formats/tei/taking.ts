import { z } from 'zod'
import { Failure } from '../../../../preload/contract/failure.ts'
import { freeColor } from '../../../../preload/contract/palette.ts'
import { SpeakerKind } from '../../../../preload/contract/speaker.ts'
import { AttributeDefinition, Color, Role } from '../../../../preload/contract/tag.ts'
import type { Break, Mark, Span } from '../../../../preload/contract/text.ts'
import { elementIn, elementsIn, isElement, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { emptyTag, unknownMoment } from '../../foreign/gathering.ts'
import { withoutLooseEnds } from '../../foreign/without-loose-ends.ts'
import type { Incoming } from '../annotation-format.ts'
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
import { readBody, type TeiText } from './read-text.ts'
import { type Passage, readStandOff } from './stand-off.ts'

const Status = z.enum(['to-do', 'in-progress', 'done'])
const MarkKind = z.enum(['em', 'strong', 'sup', 'sub', 'link'])

const partsBesideTexts = new Set(['taxonomy', 'listPerson', 'interp', 'annotation'])
/** What points into texts in other ways, which nothing here reads. */
const othersPassages = new Set(['span', 'link', 'alt', 'join', 'linkGrp'])

/**
 * Takes the parts of a corpus as they come; what points to texts is found when all are there. It is long because each
 * kind of part is taken here, in a few lines of its own.
 */
export class TeiTaking {
  readonly #called: string
  readonly #incoming: Incoming = {
    project: { name: '', description: '' },
    annotators: [],
    speakers: [],
    tags: [],
    linkTypes: [],
    documents: [],
    claims: [],
    annotations: [],
    links: [],
    memos: [],
    leftOut: [],
    doubts: [],
  }
  readonly #annotations: XmlElement[] = []
  readonly #ofTexts: { id: string; standOff: XmlElement; tei: XmlElement }[] = []
  /** By the ids of elements in texts. */
  readonly #places = new Map<string, { document: string; span: { start: number; end: number } }>()
  readonly #points = new Map<string, ReturnType<typeof codePointsOf>>()
  readonly #texts = new Map<string, TeiText>()
  readonly #byName = new Map<string, string>()
  /** What says inside of a text what its words are, by its `xml:id`. */
  readonly #marks: string[] = []
  readonly #pointedAt = new Set<string>()
  #lost = 0

  constructor(called: string) {
    this.#called = called
  }

  part(element: XmlElement): void {
    switch (element.name) {
      case 'titleStmt':
        this.#incoming.project!.name = wordsIn(element, 'title')
        for (const one of elementsIn(element, 'respStmt')) this.#annotator(one)
        break
      case 'sourceDesc':
        this.#incoming.project!.description = wordsIn(element, 'p')
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
    for (const { name, id } of this.#incoming.tags) this.#byName.set(`tag ${name}`, id)
    for (const one of this.#ofTexts) this.#standOff(one)
    const unread = this.#marks.filter((id) => !this.#pointedAt.has(id)).length
    if (unread > 0)
      this.#incoming.leftOut.push({ what: 'names, dates and other marks inside of texts', count: unread })
    return withoutLooseEnds(this.#incoming, 'annotations that point to nothing here', this.#lost)
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
    if (read) {
      this.#texts.set(id, read)
      this.#marks.push(...read.marks)
      this.#points.set(id, codePointsOf(read.text.text))
      for (const [place, span] of read.places) this.#places.set(place, { document: id, span })
    }
    for (const one of title ? elementsIn(title, 'respStmt') : []) {
      if (pointedTo(one.attributes.get('xml:id') ?? '')?.kind === 'annotator') this.#annotator(one)
    }
    const encoding = header && elementIn(header, 'encodingDesc')
    if (encoding) this.#besideText(encoding)
    for (const one of elementsIn(tei, 'standOff')) {
      if (isOurs(one)) this.#besideText(one)
      else this.#ofTexts.push({ id, standOff: one, tei })
    }
    const called = title ? wordsIn(title, 'title') : ''
    this.#incoming.documents.push({
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

  /** What a text of another program says of itself. */
  #standOff({ id: document, standOff, tei }: { id: string; standOff: XmlElement; tei: XmlElement }): void {
    const { passages, links, unjoined } = readStandOff(standOff, tei)
    const made = new Map<string, string>()
    for (const [index, passage] of passages.entries()) {
      const id = passage.id || `${document} annotation ${index + 1}`
      if (this.#foreignPassage(passage, document, id)) made.set(`#${id}`, id)
      else this.#lost++
    }
    this.#lost += unjoined
    for (const [index, { type, ends, annotator, id }] of links.entries()) {
      const [source, target] = ends.map((end) => made.get(end))
      if (source === undefined || target === undefined) {
        this.#lost++
        continue
      }
      this.#incoming.links.push({
        id: id || `${document} link ${index + 1}`,
        linkType: this.#linkTypeOf(type),
        ...{ source: { annotation: source }, target: { annotation: target } },
        annotator: this.#annotatorOf(annotator),
        ...{ strength: null, status: '', note: '', created: unknownMoment },
      })
    }
  }

  #foreignPassage(
    { targets, tag, note, annotator, confidence }: Passage,
    document: string,
    id: string,
  ): boolean {
    const places = targets.map((target) => {
      const [from, to] = typeof target === 'string' ? [target, target] : target
      const [first, last] = [this.#placeOf(from), this.#placeOf(to)]
      return first && last && { start: first.span.start, end: last.span.end }
    })
    const spans = places.flatMap((place) => place ?? []).sort((a, b) => a.start - b.start)
    const text = this.#texts.get(document)?.text.text
    const isApart = spans.every(
      ({ start, end }, index) => start < end && start >= (spans[index - 1]?.end ?? 0),
    )
    if (text === undefined || spans.length === 0 || spans.length < places.length || !isApart) return false
    this.#incoming.annotations.push({
      ...{ id, document, annotator: this.#annotatorOf(annotator), tag: this.#tagOf(tag), spans },
      quote: spans.map(({ start, end }) => text.slice(start, end)),
      ...{ prefix: '', suffix: '', claim: null, speaker: null, attributes: new Map() },
      ...{ confidence: ratioOf(confidence), note, created: unknownMoment },
    })
    return true
  }

  #annotatorOf(name: string): string {
    return this.#idOfName('annotator', name, (id) => this.#incoming.annotators.push({ id, name }))
  }

  #tagOf(name: string): string {
    const { tags } = this.#incoming
    return this.#idOfName('tag', name, (id) => tags.push({ ...emptyTag(), id, name, color: freeColor(tags) }))
  }

  #linkTypeOf(name: string): string {
    const plain = { name, symmetric: false, color: '#6b7280', sourceRoles: [], targetRoles: [] }
    return this.#idOfName('link_type', name, (id) => this.#incoming.linkTypes.push({ id, ...plain }))
  }

  /** Made when it is first met. */
  #idOfName(kind: 'annotator' | 'tag' | 'link_type', name: string, make: (id: string) => void): string {
    const known = this.#byName.get(`${kind} ${name}`)
    if (known !== undefined) return known
    const id = `name:${name}`
    this.#byName.set(`${kind} ${name}`, id)
    make(id)
    return id
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
    const places = pointersIn(attributes.get('target')).map((pointer) => this.#placeOf(pointer))
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
    const { text } = this.#texts.get(document)!.text
    this.#incoming.annotations.push({
      id: idOf(element),
      document,
      annotator: annotator.id,
      tag: tag.id,
      spans,
      quote: spans.map(({ start, end }) => text.slice(start, end)),
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
    const place = this.#placeOf(attributes.get('target') ?? '')
    const text = place && this.#texts.get(place.document)!.text
    const kind = attributes.get('subtype')
    const mark = MarkKind.safeParse(kind).data
    if (text && mark) {
      const href = mark === 'link' ? { href: attributes.get('n') ?? '' } : {}
      text.marks.push({ kind: mark, ...href, ...place.span } as Mark)
    } else if (text && (kind === 'page' || kind === 'section')) {
      text.breaks.push({ kind, at: place.span.start } satisfies Break)
    } else this.#lost++
  }

  /**
   * `#id` of an element in a text, or `#string-range(id,from,length)` in code points of it; others write the id in
   * quotes, or as the path to it.
   */
  #placeOf(pointer: string): { document: string; span: { start: number; end: number } } | undefined {
    const range = stringRange.exec(pointer)
    const id = range?.[1] ?? pointer.replace(/^#/, '')
    const place = this.#places.get(id)
    this.#pointedAt.add(id)
    if (!range || !place) return place
    const points = this.#points.get(place.document)!
    const from = points.fromUtf16(place.span.start)! + Number(range[2])
    const [start, end] = [points.toUtf16(from), points.toUtf16(from + Number(range[3]))]
    if (start === undefined || end === undefined || end > place.span.end) return undefined
    return { document: place.document, span: { start, end } }
  }
}

/** Whether this program has written it: its ids say what they are of. */
const isOurs = (element: XmlElement): boolean =>
  elementsIn(element).some(
    (below) => pointedTo(below.attributes.get('xml:id') ?? '') !== undefined || isOurs(below),
  )

const stringRange =
  /^#string-range\((?:\/\/[\w:*]+\[@xml:id=)?['"]?([^,()'"]+)['"]?\]?,\s*(\d{1,10}),\s*(\d{1,10})\)$/
