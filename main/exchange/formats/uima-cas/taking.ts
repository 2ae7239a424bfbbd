import type { Kind } from '../../../../db/repositories/dataset.ts'
import { freeColor } from '../../../../preload/contract/palette.ts'
import type * as Data from '../../dataset.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import type { Doubt, Incoming, IncomingAnnotation, IncomingDocument } from '../annotation-format.ts'
import { plainText } from '../plain-text.ts'
import { type Cas, type CasStructure, featuresOf } from './cas.ts'
import { isEverywhere, isOfPrograms, type Layer, layersOf } from './layers.ts'
import { describedAttribute } from './names.ts'
import {
  attributePrefix,
  casMetadata,
  documentMetaData,
  fieldLayer,
  linkLayer,
  passageLayer,
} from './types.ts'

/** Features that say nothing of their own. */
const bare = new Set(['begin', 'end', 'sofa', 'id', 'created', 'note', 'confidence', 'claim', 'speaker'])

interface CasParts {
  meta: CasStructure | undefined
  about: CasStructure | undefined
  all: readonly CasStructure[]
}

/** Puts CASes together: those of one folder are of one document, each by another annotator. */
export class CasTaking {
  readonly #leftOut = new Map<string, number>()
  readonly #doubts: Doubt[] = []
  readonly #annotators = new Map<string, Data.Annotator>()
  readonly #speakers = new Map<string, Data.Speaker>()
  readonly #claims = new Map<string, Data.Claim>()
  readonly #tags = new Map<string, Data.Tag>()
  readonly #linkTypes = new Map<string, Data.LinkType>()
  readonly #documents: (IncomingDocument & { number: number })[] = []
  readonly #documentsByKey = new Map<string, IncomingDocument>()
  readonly #annotations: IncomingAnnotation[] = []
  readonly #links: Data.Link[] = []
  readonly #used = new Set<string>()
  #project = ''

  /** `path` is where it lies below what was chosen. */
  take(cas: Cas, path: string, sourceName: string): void {
    const all = [...cas.structures.values()]
    const meta = all.find(({ type }) => type === documentMetaData)
    const about = all.find(({ type }) => type === casMetadata)
    const text = cas.text === null ? null : arrivedText(cas.text)
    const document = this.#document(text, { meta, about, all }, path, sourceName)
    this.#project ||= wordsOf(meta, 'collectionId')
    const annotator = annotatorOf(about, path)
    new OneCas(this, cas, { document, text, annotator }).take(all)
    this.leaveOut('annotations of other views of a text than the first', cas.ofOtherViews)
  }

  incoming(): Incoming {
    const documents = [...this.#documents].sort((a, b) => a.number - b.number)
    return {
      project: this.#project === '' ? null : { name: this.#project, description: '' },
      annotators: [...this.#annotators.values()],
      speakers: [...this.#speakers.values()],
      tags: [...this.#tags.values()],
      linkTypes: [...this.#linkTypes.values()],
      documents: documents.map(({ number: _, ...document }) => document),
      claims: [...this.#claims.values()],
      annotations: this.#annotations,
      links: this.#links,
      memos: [],
      leftOut: [...this.#leftOut].map(([what, count]) => ({ what, count })),
      doubts: this.#doubts,
    }
  }

  #document(
    arrived: ArrivedText | null,
    { meta, about, all }: CasParts,
    path: string,
    sourceName: string,
  ): IncomingDocument {
    const parts = path.split('/')
    const file = parts.at(-1) || sourceName
    const folder = parts.length > 1 ? parts.slice(0, -1).join('/') : null
    const title = wordsOf(meta, 'documentTitle') || (folder === null ? withoutEnding(file) : parts.at(-2)!)
    const key = folder !== null && folder !== 'annotation' ? folder : `${folder ?? ''}/${title}`
    const known = this.#documentsByKey.get(key)
    const text = arrived?.text.text ?? null
    if (known && (known.text?.text ?? null) === text) return known
    if (known) {
      this.#doubts.push({
        where: path,
        what: 'Its text is another one than that of the annotator before; it became a document of its own.',
      })
    }
    const id = this.freeId('document', wordsOf(meta, 'documentId') || key)
    const number = Number(about?.values.get('sourceDocumentId') ?? 0)
    const document = {
      id,
      title: known ? `${title} (${withoutEnding(file)})` : title,
      metadata: metadataOf(all, meta),
      status: 'to-do' as const,
      text: text === null ? null : plainText(text),
      source: null,
      knownAs: [...new Set([title, wordsOf(meta, 'documentId')])].filter((name) => name !== ''),
      number: Number.isFinite(number) && number > 0 ? number : this.#documents.length + 1,
    }
    if (text === null) this.#doubts.push({ where: path || sourceName, what: 'It has no text.' })
    this.#documents.push(document)
    if (!known) this.#documentsByKey.set(key, document)
    return document
  }

  annotator(name: string): string {
    if (!this.#annotators.has(name)) this.#annotators.set(name, { id: name, name })
    return name
  }

  speaker(name: string): string {
    if (!this.#speakers.has(name)) {
      this.#speakers.set(name, { id: name, name, kind: 'unknown', variants: [] })
    }
    return name
  }

  claim(statement: string): string {
    if (!this.#claims.has(statement)) {
      this.#claims.set(statement, { id: statement, statement, note: '', created: unknownMoment })
    }
    return statement
  }

  /** The tag of that name; below that of its layer where one is given. */
  tag(name: string, layer: string | null): string {
    const parent = layer === null ? null : this.tag(layer, null)
    const id = layer === null ? name : `${layer}: ${name}`
    if (!this.#tags.has(id)) {
      const tag = { id, name, parent, color: freeColor([...this.#tags.values()]) }
      this.#tags.set(id, { ...emptyTag, ...tag })
    }
    return id
  }

  linkType(name: string, symmetric: boolean): string {
    if (!this.#linkTypes.has(name)) {
      const type = { id: name, name, symmetric, color: '#6b7280', sourceRoles: [], targetRoles: [] }
      this.#linkTypes.set(name, type)
    }
    return name
  }

  annotation(annotation: IncomingAnnotation): void {
    this.#annotations.push(annotation)
  }

  link(link: Data.Link): void {
    this.#links.push(link)
  }

  leaveOut(what: string, count = 1): void {
    if (count > 0) this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count)
  }

  freeId(kind: Kind, wanted: string): string {
    let id = wanted
    for (let again = 2; this.#used.has(`${kind} ${id}`); again++) id = `${wanted} ${again}`
    this.#used.add(`${kind} ${id}`)
    return id
  }
}

/** One CAS: what its layers say becomes annotations and links. */
class OneCas {
  readonly #taking: CasTaking
  readonly #cas: Cas
  readonly #document: IncomingDocument
  /** As this CAS has it, which counts line ends in its own way. */
  readonly #text: ArrivedText | null
  readonly #annotator: string | null
  readonly #layers: ReadonlyMap<string, Layer>
  readonly #made = new Map<string, IncomingAnnotation>()
  /** By the id that our own layer keeps: parts of one annotation have the same. */
  readonly #own = new Map<string, IncomingAnnotation>()
  readonly #described = new Map<string, ReturnType<typeof describedAttribute>>()

  constructor(
    taking: CasTaking,
    cas: Cas,
    {
      document,
      text,
      annotator,
    }: { document: IncomingDocument; text: ArrivedText | null; annotator: string | null },
  ) {
    this.#taking = taking
    this.#cas = cas
    this.#document = document
    this.#text = text
    this.#annotator = annotator
    this.#layers = layersOf(cas)
    for (const { name, description } of featuresOf(cas.types, passageLayer)) {
      this.#described.set(name, describedAttribute(description))
    }
  }

  take(all: readonly CasStructure[]): void {
    const relations: CasStructure[] = []
    for (const structure of all) {
      if (structure.type === casMetadata || structure.type === fieldLayer) continue
      if (isOfPrograms(structure.type)) {
        if (!isEverywhere(structure.type)) {
          this.#taking.leaveOut('parts of speech, syntax and other annotations for words')
        }
        continue
      }
      const layer = this.#layers.get(structure.type)!
      if (layer.kind === 'relation') relations.push(structure)
      if (layer.kind === 'span') this.#span(structure, layer)
    }
    for (const relation of relations) this.#relation(relation)
    for (const structure of all) this.#slots(structure)
    for (const structure of all) this.#chain(structure)
  }

  #span(structure: CasStructure, layer: Extract<Layer, { kind: 'span' }>): void {
    const [begin, end] = [structure.values.get('begin'), structure.values.get('end')]
    if (typeof begin !== 'number' || typeof end !== 'number') return
    const span = this.#text?.spanOf(begin, end, 'utf16')
    if (!this.#text || !span) {
      this.#taking.leaveOut(
        begin === end ? 'passages without any words' : 'passages that lie outside their text',
      )
      return
    }
    const isOwn = structure.type === passageLayer
    const ownId = isOwn ? wordsOf(structure, 'id') : ''
    const part = ownId === '' ? undefined : this.#own.get(ownId)
    const words = this.#text.text.text.slice(span.start, span.end)
    if (part) {
      this.#made.set(structure.id, part)
      this.#addPart(part, span, words)
      return
    }
    const label = layer.label === null ? '' : wordsOf(structure, layer.label)
    const own = (name: string) => (isOwn ? wordsOf(structure, name) : '')
    const annotation: IncomingAnnotation = {
      id: this.#taking.freeId('annotation', ownId || this.#idOf(structure)),
      document: this.#document.id,
      annotator: this.#taking.annotator(this.#annotator ?? 'Unknown'),
      tag: isOwn
        ? this.#taking.tag(label || layer.name, null)
        : label === ''
          ? this.#taking.tag(layer.name, null)
          : this.#taking.tag(label, layer.name),
      spans: [span],
      quote: [words],
      prefix: '',
      suffix: '',
      claim: own('claim') === '' ? null : this.#taking.claim(own('claim')),
      speaker: own('speaker') === '' ? null : this.#taking.speaker(own('speaker')),
      attributes: this.#attributes(structure, layer.label, isOwn),
      confidence: ratioOf(own('confidence')),
      note: own('note'),
      created: timeOf(own('created')),
    }
    this.#made.set(structure.id, annotation)
    if (ownId !== '') this.#own.set(ownId, annotation)
    this.#taking.annotation(annotation)
  }

  #addPart(annotation: IncomingAnnotation, span: { start: number; end: number }, words: string): void {
    const spans = annotation.spans!
    if (spans.some(({ start, end }) => start < span.end && span.start < end)) {
      this.#taking.leaveOut('parts of a passage that lie over one another')
      return
    }
    const at = spans.findIndex(({ start }) => start > span.start)
    const index = at < 0 ? spans.length : at
    spans.splice(index, 0, span)
    annotation.quote!.splice(index, 0, words)
  }

  #attributes(
    { type, values }: CasStructure,
    label: string | null,
    isOwn: boolean,
  ): Map<string, string | number | boolean> {
    const attributes = new Map<string, string | number | boolean>()
    for (const [name, value] of values) {
      if (name === 'begin' || name === 'end' || name === label || (isOwn && bare.has(name))) continue
      if (!isOwn) {
        if (value !== '' && value !== false) attributes.set(name, value)
        continue
      }
      if (!name.startsWith(attributePrefix)) continue
      const described = type === passageLayer ? this.#described.get(name) : undefined
      attributes.set(described?.name ?? name.slice(attributePrefix.length), kept(value, described?.kind))
    }
    return attributes
  }

  #relation(structure: CasStructure): void {
    const layer = this.#layers.get(structure.type) as Extract<Layer, { kind: 'relation' }>
    const isOwn = structure.type === linkLayer
    const [source, target] = ['Governor', 'Dependent'].map((name) =>
      this.#made.get(structure.references.get(name)?.[0] ?? ''),
    )
    if (!source || !target) {
      this.#taking.leaveOut('relations without two passages')
      return
    }
    const own = (name: string) => (isOwn ? wordsOf(structure, name) : '')
    const label = layer.label === null ? '' : wordsOf(structure, layer.label)
    for (const name of structure.values.keys()) {
      if (!isOwn && ![layer.label, 'begin', 'end', 'sofa'].includes(name)) {
        this.#taking.leaveOut('features of relations beside the one that says their kind')
      }
    }
    this.#link(own('id') || `${this.#idOf(structure)}, ${source.id}`, label || layer.name, source, target, {
      symmetric: isOwn && structure.values.get('symmetric') === true,
      strength: ratioOf(own('strength')),
      status: own('status'),
      note: own('note'),
      created: isOwn ? timeOf(own('created')) : source.created,
    })
  }

  /** Slots of a passage, which each hold another one in a role. */
  #slots(host: CasStructure): void {
    const source = this.#made.get(host.id)
    if (!source) return
    for (const [feature, ids] of host.references) {
      const slots = ids.flatMap((id) => this.#cas.structures.get(id)?.elements ?? [id])
      for (const [index, id] of slots.entries()) {
        const slot = this.#cas.structures.get(id)
        const target = this.#made.get(slot?.references.get('target')?.[0] ?? '')
        if (!slot || !target || this.#made.has(id)) continue
        const role = wordsOf(slot, 'role') || feature
        const wanted = `${this.#idOf(host)}, ${feature} ${index + 1}`
        this.#link(wanted, role, source, target, {
          symmetric: false,
          strength: null,
          status: '',
          note: '',
          created: source.created,
        })
      }
    }
  }

  /** A passage of a chain, which says which one comes next. */
  #chain(structure: CasStructure): void {
    const source = this.#made.get(structure.id)
    const target = this.#made.get(structure.references.get('next')?.[0] ?? '')
    if (!source || !target) return
    const type =
      wordsOf(structure, 'referenceRelation') ||
      (this.#layers.get(structure.type) as Extract<Layer, { kind: 'span' }>).name
    this.#link(`${this.#idOf(structure)}, next`, type, source, target, {
      symmetric: false,
      ...{ strength: null, status: '', note: '', created: source.created },
    })
  }

  #link(
    wanted: string,
    type: string,
    source: IncomingAnnotation,
    target: IncomingAnnotation,
    said: { symmetric: boolean } & Pick<Data.Link, 'strength' | 'status' | 'note' | 'created'>,
  ): void {
    const { symmetric, ...rest } = said
    this.#taking.link({
      id: this.#taking.freeId('link', wanted),
      linkType: this.#taking.linkType(type, symmetric),
      source: { annotation: source.id },
      target: { annotation: target.id },
      annotator: source.annotator,
      ...rest,
    })
  }

  /** By what it says: ids in a file are numbers that another file gives to other things. */
  #idOf({ type, values }: CasStructure): string {
    const said = [...values].map(([name, value]) => `${name}=${value}`).sort()
    return [this.#document.id, this.#annotator ?? 'nobody', type, ...said].join(', ')
  }
}

const emptyTag = {
  role: 'none' as const,
  key: '',
  definition: '',
  include: '',
  exclude: '',
  examples: [],
  attributes: [],
}

function wordsOf(structure: CasStructure | undefined, feature: string): string {
  const value = structure?.values.get(feature)
  return value === undefined ? '' : String(value)
}

function metadataOf(all: readonly CasStructure[], meta: CasStructure | undefined): Map<string, string> {
  const fields = all.filter(({ type }) => type === fieldLayer)
  const metadata = new Map(fields.map((field) => [wordsOf(field, 'name'), wordsOf(field, 'value')]))
  const language = wordsOf(
    meta ?? all.find(({ type }) => type === 'uima.tcas.DocumentAnnotation'),
    'language',
  )
  if (language !== '' && language !== 'x-unspecified' && !metadata.has('language')) {
    metadata.set('language', language)
  }
  return metadata
}

/** Who made it: INCEpTION says so inside, and names the file so. */
function annotatorOf(about: CasStructure | undefined, path: string): string | null {
  const said = wordsOf(about, 'username')
  const file = path.includes('/') ? withoutEnding(path.split('/').at(-1)!) : ''
  const name = said || file
  return name === '' || name === 'INITIAL_CAS' ? null : name
}

const withoutEnding = (file: string): string => file.replace(/\.(xmi|json|tsv)$/i, '')

function kept(value: string | number | boolean, kind: string | undefined): string | number | boolean {
  if (kind === 'number' && value !== '' && Number.isFinite(Number(value))) return Number(value)
  return kind === 'yes-no' ? String(value) === 'true' : value
}

function ratioOf(written: string): number | null {
  const number = written === '' ? Number.NaN : Number(written)
  return number >= 0 && number <= 1 ? number : null
}

function timeOf(written: string): string {
  const time = written === '' ? Number.NaN : Date.parse(written)
  return Number.isNaN(time) ? unknownMoment : new Date(time).toISOString()
}
