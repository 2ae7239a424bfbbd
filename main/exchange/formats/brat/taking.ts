import type { StructuredText } from '../../../../preload/contract/text.ts'
import { parseTxt } from '../../../import/txt.ts'
import type * as Data from '../../dataset.ts'
import type {
  Doubt,
  Incoming,
  IncomingAnnotation,
  IncomingDocument,
  ReadingOptions,
} from '../annotation-format.ts'
import type { BratConf } from './read-conf.ts'

/** Gathers what a reading finds. Types, annotators and documents come into being when they are first met. */
export class Taking {
  readonly conf: BratConf
  readonly #away: ReadingOptions['away']
  readonly annotations: IncomingAnnotation[] = []
  readonly links: Data.Link[] = []
  readonly doubts: Doubt[] = []
  readonly #types: ReadonlySet<string>
  readonly #tags = new Map<string, Data.Tag>()
  readonly #linkTypes = new Map<string, Data.LinkType>()
  readonly #annotators = new Map<string, Data.Annotator>()
  readonly #documents = new Map<string, Incoming['documents'][number]>()
  readonly #leftOut = new Map<string, number>()
  /** Types that a link has. */
  readonly #linked = new Set<string>()
  /** Types that an annotation has. */
  readonly #used = new Set<string>()
  /** The values of choices, where more of them have come. */
  readonly #values = new Map<Data.Tag['attributes'][number], Set<string>>()
  /** Attributes that the configuration names. */
  #defined = new Set<string>()

  constructor(conf: BratConf, { away }: Pick<ReadingOptions, 'away'>) {
    this.conf = conf
    this.#away = away
    this.#types = new Set([...conf.tags.map(({ type }) => type), ...conf.linkTypes.keys()])
    for (const { type, parent } of conf.tags) this.tag(type).parent = parent
    for (const [type, { symmetric }] of conf.linkTypes) this.linkType(type).symmetric = symmetric
    for (const { type, of, values } of conf.attributes) {
      for (const tag of of) this.attribute(tag, type, values.length > 0 ? 'choice' : 'yes-no', values)
    }
    this.#defined = new Set(conf.attributes.map(({ type }) => type))
  }

  tag(type: string): Data.Tag {
    return there(this.#tags, type, () => ({
      ...{
        id: type,
        name: this.#shown(type),
        role: 'none',
        color: this.conf.colors.get(type) ?? '',
        key: '',
      },
      ...{ parent: null, definition: '', include: '', exclude: '', examples: [], attributes: [] },
    }))
  }

  /** The same for an annotation that has it. */
  tagInUse(type: string): Data.Tag {
    this.#used.add(type)
    return this.tag(type)
  }

  linkType(type: string): Data.LinkType {
    return there(this.#linkTypes, type, () => ({
      ...{ id: type, name: this.#shown(type), symmetric: false, color: this.conf.colors.get(type) ?? '' },
      ...{ sourceRoles: [], targetRoles: [] },
    }))
  }

  /** The same for a link that has it. */
  linkTypeInUse(type: string): Data.LinkType {
    this.#linked.add(type)
    return this.linkType(type)
  }

  /** Its name; the tag gets it where it has it not. */
  attribute(
    tag: string,
    type: string,
    kind: 'choice' | 'yes-no' | 'text',
    values: readonly string[] = [],
  ): string {
    const { attributes } = this.tag(tag)
    const name = this.#shown(type)
    const own = attributes.find((attribute) => attribute.name === name)
    if (!own) {
      // One that the configuration gives to other tags is no part of this one’s definition for having been used once.
      if (!this.#defined.has(type))
        attributes.push({ name, kind, values: [...new Set(values)], required: false })
    } else if (kind === 'choice' && own.kind !== 'text') {
      own.kind = 'choice'
      this.#addValues(own, values)
    }
    return name
  }

  #addValues(attribute: Data.Tag['attributes'][number], values: readonly string[]): void {
    const known = this.#values.get(attribute) ?? new Set(attribute.values)
    this.#values.set(attribute, known)
    for (const value of values) {
      if (known.has(value)) continue
      known.add(value)
      attribute.values.push(value)
    }
  }

  annotator(folder: string): string {
    return there(this.#annotators, folder, () => ({ id: folder, name: folder })).id
  }

  /** Annotators’ copies of a text are one document, as long as they are the same. */
  document(
    name: string,
    path: string,
    { text, file, bytes }: { text: string | null; file: string; bytes: Uint8Array | null },
  ): string {
    const known = this.#documents.get(name)
    if (known && (text === null || known.text === null || known.text.text === text)) {
      known.text ??= text === null ? null : this.#kept(parseTxt(text))
      return known.id
    }
    if (known)
      this.doubts.push({
        where: file,
        what: 'This text differs from that of the same name in another folder; it comes in as a document of its own.',
      })
    const own = known ? path : name
    const short = name.slice(name.lastIndexOf('/') + 1)
    const source = bytes && { name: `${short}.txt`, mediaType: 'text/plain', bytes }
    return there(this.#documents, own, () => {
      const document: IncomingDocument = {
        ...{ id: own, title: short, metadata: new Map(), status: 'to-do', source },
        text: text === null ? null : parseTxt(text),
        knownAs: [...new Set([`${short}.txt`, short, `${name}.txt`])],
      }
      return this.#away?.document(document) ?? document
    }).id
  }

  #kept(text: StructuredText): StructuredText {
    return this.#away?.text(text) ?? text
  }

  leaveOut(what: string): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1)
  }

  end(): Incoming {
    this.#leaveUnusedOut()
    return {
      ...{ project: null, annotators: [...this.#annotators.values()], speakers: [] },
      ...{ tags: [...this.#tags.values()], linkTypes: [...this.#linkTypes.values()] },
      ...{ documents: [...this.#documents.values()], claims: [], annotations: this.annotations },
      ...{ links: this.links, memos: [], doubts: this.doubts },
      leftOut: [...this.#leftOut].map(([what, count]) => ({ what, count })),
    }
  }

  /**
   * Configurations go from one project to the next and name many types that nobody there has used. A codebook that we
   * wrote comes whole, and so does one without any work. Roles that no event gives to anything go uncounted, with it.
   */
  #leaveUnusedOut(): void {
    if (this.conf.isOurs || this.#used.size === 0) return
    const needed = new Set<string>()
    for (const type of this.#used) {
      for (let tag = this.#tags.get(type); tag && !needed.has(tag.id); tag = this.#tags.get(tag.parent ?? ''))
        needed.add(tag.id)
    }
    for (const type of this.#tags.keys()) {
      if (needed.has(type)) continue
      this.#tags.delete(type)
      this.leaveOut('types of annotation.conf that nothing has')
    }
    for (const [role, { isRole }] of this.conf.linkTypes) {
      if (isRole && !this.#linked.has(role)) this.#linkTypes.delete(role)
    }
  }

  /** By its label, but for one that is another type: two things would have one name. */
  #shown(type: string): string {
    const label = this.conf.labels.get(type) ?? type
    return label === type || this.conf.isOurs || !this.#types.has(label) ? label : type
  }
}

function there<T>(known: Map<string, T>, id: string, make: () => T): T {
  const own = known.get(id)
  if (own !== undefined) return own
  const made = make()
  known.set(id, made)
  return made
}
