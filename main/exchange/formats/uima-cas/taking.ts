import type { Kind } from '../../../../db/repositories/dataset.ts'
import type * as Data from '../../dataset.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { FreeIds } from '../../foreign/free-ids.ts'
import { emptyTag, unknownMoment } from '../../foreign/gathering.ts'
import type {
  Doubt,
  Incoming,
  IncomingAnnotation,
  IncomingDocument,
  ReadingOptions,
} from '../annotation-format.ts'
import { plainText } from '../plain-text.ts'
import { type Cas, type CasStructure, wordsOf } from './cas.ts'
import { type CasRecords, OneCas } from './one-cas.ts'
import { casMetadata, documentMetaData, fieldLayer } from './types.ts'

interface CasParts {
  meta: CasStructure | undefined
  about: CasStructure | undefined
  all: readonly CasStructure[]
}

/** Puts CASes together: those of one folder are of one document, each by another annotator. */
export class CasTaking implements CasRecords {
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
  /** By kind. */
  readonly #used = new Map<Kind, FreeIds>()
  readonly #options: Pick<ReadingOptions, 'away' | 'handOver' | 'held'>
  #project = ''

  constructor(options: Pick<ReadingOptions, 'away' | 'handOver' | 'held'>) {
    this.#options = options
  }

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
    this.leaveOut('texts of other views than the first', cas.otherTexts)
    const { handOver } = this.#options
    handOver?.({ annotations: this.#annotations.splice(0), links: this.#links.splice(0) })
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
    const words = text === null ? null : plainText(text)
    const document = {
      id,
      title: known ? `${title} (${withoutEnding(file)})` : title,
      metadata: metadataOf(all, meta),
      status: 'to-do' as const,
      text: words && (this.#options.away?.text(words) ?? words),
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
      this.#tags.set(id, { ...emptyTag(), id, name, parent, color: '' })
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
    const isHeld = kind === 'annotation' || kind === 'link'
    const own = isHeld ? (this.#options.held?.(kind, wanted) ?? wanted) : wanted
    const used = this.#used.get(kind) ?? new FreeIds()
    this.#used.set(kind, used)
    return used.take(own)
  }
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
