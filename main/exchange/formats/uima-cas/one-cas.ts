import type { Kind } from '../../../../db/repositories/dataset.ts'
import type * as Data from '../../dataset.ts'
import { detached } from '../../detached.ts'
import type { ArrivedText } from '../../foreign/arrived-text.ts'
import { unknownMoment } from '../../foreign/gathering.ts'
import type { IncomingAnnotation, IncomingDocument } from '../annotation-format.ts'
import { type Cas, type CasStructure, featuresOf, wordsOf } from './cas.ts'
import { isOfPrograms, type Layer, layersOf } from './layers.ts'
import { describedAttribute } from './names.ts'
import { attributePrefix, casMetadata, fieldLayer, linkLayer, passageLayer } from './types.ts'

/** What holds a chain together is read for itself. */
const ofChains = new Set(['first', 'next'])

/** Features that say nothing of their own. */
const bare = new Set(['begin', 'end', 'sofa', 'id', 'created', 'note', 'confidence', 'claim', 'speaker'])

/** Where what several CAS say comes together; each of the names is made known once and gives its id. */
export interface CasRecords {
  annotator(name: string): string
  speaker(name: string): string
  claim(statement: string): string
  tag(name: string, layer: string | null): string
  linkType(name: string, symmetric: boolean): string
  annotation(annotation: IncomingAnnotation): void
  link(link: Data.Link): void
  leaveOut(what: string, count?: number): void
  freeId(kind: Kind, wanted: string): string
}

/** One CAS: what its layers say becomes annotations and links. */
export class OneCas {
  readonly #records: CasRecords
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
    records: CasRecords,
    cas: Cas,
    {
      document,
      text,
      annotator,
    }: { document: IncomingDocument; text: ArrivedText | null; annotator: string | null },
  ) {
    this.#records = records
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
      if (isOfPrograms(structure.type)) continue
      const layer = this.#layers.get(structure.type)!
      if (layer.kind === 'relation') relations.push(structure)
      if (layer.kind === 'span') this.#span(structure, layer)
    }
    const { ofPrograms } = this.#cas
    this.#records.leaveOut('parts of speech, syntax and other annotations for words', ofPrograms)
    for (const relation of relations) this.#relation(relation)
    for (const structure of all) this.#slots(structure)
    for (const structure of all) this.#chain(structure)
  }

  #span(structure: CasStructure, layer: Extract<Layer, { kind: 'span' }>): void {
    const [begin, end] = [structure.values.get('begin'), structure.values.get('end')]
    if (begin === undefined || end === undefined) return
    const isPlace = typeof begin === 'number' && typeof end === 'number'
    const span = isPlace ? this.#text?.spanOf(begin, end, 'utf16') : undefined
    if (!this.#text || !span) {
      this.#records.leaveOut(
        begin === end ? 'passages without any words' : 'passages that lie outside their text',
      )
      return
    }
    const isOwn = structure.type === passageLayer
    const ownId = isOwn ? wordsOf(structure, 'id') : ''
    const part = ownId === '' ? undefined : this.#own.get(ownId)
    const words = detached(this.#text.text.text.slice(span.start, span.end))
    if (part) {
      this.#made.set(structure.id, part)
      this.#addPart(part, span, words)
      return
    }
    const label = layer.label === null ? '' : wordsOf(structure, layer.label)
    const own = (name: string) => (isOwn ? wordsOf(structure, name) : '')
    const annotation: IncomingAnnotation = {
      id: this.#records.freeId('annotation', ownId || this.#idOf(structure)),
      document: this.#document.id,
      annotator: this.#records.annotator(this.#annotator ?? ''),
      tag: isOwn
        ? this.#records.tag(label || layer.name, null)
        : label === ''
          ? this.#records.tag(layer.name, null)
          : this.#records.tag(label, layer.name),
      spans: [span],
      quote: [words],
      prefix: '',
      suffix: '',
      claim: own('claim') === '' ? null : this.#records.claim(own('claim')),
      speaker: own('speaker') === '' ? null : this.#records.speaker(own('speaker')),
      attributes: this.#attributes(structure, layer.label, isOwn),
      confidence: ratioOf(own('confidence')),
      note: own('note'),
      created: timeOf(own('created')),
    }
    this.#made.set(structure.id, annotation)
    if (ownId !== '') this.#own.set(ownId, annotation)
    this.#records.annotation(annotation)
  }

  #addPart(annotation: IncomingAnnotation, span: { start: number; end: number }, words: string): void {
    const spans = annotation.spans!
    if (spans.some(({ start, end }) => start < span.end && span.start < end)) {
      this.#records.leaveOut('parts of a passage that lie over one another')
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
      this.#records.leaveOut('relations without two passages')
      return
    }
    const own = (name: string) => (isOwn ? wordsOf(structure, name) : '')
    const label = layer.label === null ? '' : wordsOf(structure, layer.label)
    for (const name of structure.values.keys()) {
      if (!isOwn && ![layer.label, 'begin', 'end', 'sofa'].includes(name)) {
        this.#records.leaveOut('features of relations beside the one that says their kind')
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
      if (ofChains.has(feature)) continue
      const slots = ids.flatMap((id) => this.#cas.structures.get(id)?.elements ?? [id])
      for (const [index, id] of slots.entries()) {
        const slot = this.#cas.structures.get(id)
        if (!slot || isOfPrograms(slot.type)) continue
        // A feature may hold a slot with a role, or the other passage itself.
        const target = this.#made.get(id) ?? this.#made.get(slot.references.get('target')?.[0] ?? '')
        if (!target) {
          this.#records.leaveOut('slots that hold no passage')
          continue
        }
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
    const next = structure.references.get('next')?.[0]
    if (next === undefined) return
    const target = this.#made.get(next)
    if (!source || !target) {
      this.#records.leaveOut('links of chains to passages that are left out')
      return
    }
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
    this.#records.link({
      id: this.#records.freeId('link', wanted),
      linkType: this.#records.linkType(type, symmetric),
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
