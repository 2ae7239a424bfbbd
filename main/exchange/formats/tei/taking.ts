import { z } from 'zod'
import { Failure } from '../../../../preload/contract/failure.ts'
import { freeColor } from '../../../../preload/contract/palette.ts'
import { SpeakerKind } from '../../../../preload/contract/speaker.ts'
import { AttributeDefinition, Color, Role } from '../../../../preload/contract/tag.ts'
import type { Break, Mark, Span } from '../../../../preload/contract/text.ts'
import { elementIn, elementsIn, isElement, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import { withoutLooseEnds } from '../../foreign/without-loose-ends.ts'
import type { Incoming, IncomingAnnotation } from '../annotation-format.ts'
import { pointedTo, projectId } from './names.ts'
import { readBody, type TeiText } from './read-text.ts'

const Status = z.enum(['to-do', 'in-progress', 'done'])
const MarkKind = z.enum(['em', 'strong', 'sup', 'sub', 'link'])

const partsBesideTexts = new Set(['taxonomy', 'listPerson', 'interp', 'annotation'])
/** What points into texts in other ways, which nothing here reads. */
const othersPassages = new Set(['span', 'link', 'alt', 'join', 'linkGrp'])

/** Takes the parts of a corpus as they come; what points to texts is found when all are there. */
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
  /** By the ids of elements in texts. */
  readonly #places = new Map<string, { document: string; span: { start: number; end: number } }>()
  readonly #points = new Map<string, ReturnType<typeof codePointsOf>>()
  readonly #texts = new Map<string, TeiText>()
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
      this.#points.set(id, codePointsOf(read.text.text))
      for (const [place, span] of read.places) this.#places.set(place, { document: id, span })
    }
    for (const one of title ? elementsIn(title, 'respStmt') : []) {
      if (pointedTo(one.attributes.get('xml:id') ?? '')?.kind === 'annotator') this.#annotator(one)
    }
    for (const one of [header && elementIn(header, 'encodingDesc'), ...elementsIn(tei, 'standOff')]) {
      if (one) this.#besideText(one)
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

  /** `#id` of an element in a text, or `#string-range(id,from,length)` in code points of it. */
  #placeOf(pointer: string): { document: string; span: { start: number; end: number } } | undefined {
    const range = /^#string-range\(([^,()]+),(\d{1,10}),(\d{1,10})\)$/.exec(pointer)
    const place = this.#places.get(range?.[1] ?? pointer.replace(/^#/, ''))
    if (!range || !place) return place
    const points = this.#points.get(place.document)!
    const from = points.fromUtf16(place.span.start)! + Number(range[2])
    const [start, end] = [points.toUtf16(from), points.toUtf16(from + Number(range[3]))]
    if (start === undefined || end === undefined || end > place.span.end) return undefined
    return { document: place.document, span: { start, end } }
  }
}

const pointersIn = (value = ''): string[] => value.split(/\s+/).filter((pointer) => pointer !== '')

function idOf({ attributes }: XmlElement, otherwise = ''): string {
  const id = attributes.get('xml:id')
  return id === undefined ? otherwise : (pointedTo(id)?.id ?? id)
}

function endOf(pointer: string): Data.LinkEnd | undefined {
  const meant = pointedTo(pointer)
  const isEnd = meant && ['annotation', 'claim', 'link'].includes(meant.kind)
  return isEnd ? ({ [meant.kind]: meant.id } as unknown as Data.LinkEnd) : undefined
}

function wordsIn(parent: XmlElement, name: string): string {
  const found = elementIn(parent, name)
  return found ? textIn(found) : ''
}

function noteIn(element: XmlElement, type: string | undefined): string {
  const found = elementsIn(element, 'note').find(({ attributes }) => attributes.get('type') === type)
  return found ? textIn(found) : ''
}

function attributesIn(element: XmlElement): IncomingAnnotation['attributes'] {
  const notes = elementsIn(element, 'note').filter(({ attributes }) => attributes.get('type') === 'attribute')
  return new Map(
    notes.map((note) => {
      const words = textIn(note)
      const kind = note.attributes.get('subtype')
      const number = Number(words)
      const value =
        kind === 'boolean' ? words === 'true' : kind === 'number' && Number.isFinite(number) ? number : words
      return [note.attributes.get('n') ?? '', value]
    }),
  )
}

function createdOf(element: XmlElement): string {
  const revision = elementIn(element, 'revisionDesc')
  return timeOf(revision && elementIn(revision, 'change')?.attributes.get('when'))
}

function timeOf(written = ''): string {
  const time = written === '' ? Number.NaN : Date.parse(written)
  return Number.isNaN(time) ? unknownMoment : new Date(time).toISOString()
}

function ratioOf(written = ''): number | null {
  const number = written === '' ? Number.NaN : Number(written)
  return number >= 0 && number <= 1 ? number : null
}
