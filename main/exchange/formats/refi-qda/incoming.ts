import type { Kind } from '../../../../db/repositories/dataset.ts'
import { Color } from '../../../../preload/contract/tag.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { detached } from '../../detached.ts'
import { FreeIds } from '../../foreign/free-ids.ts'
import { emptyTag } from '../../foreign/gathering.ts'
import type {
  Doubt,
  Incoming,
  IncomingAnnotation,
  IncomingDocument,
  ReadingOptions,
} from '../annotation-format.ts'
import { plainText } from '../plain-text.ts'
import { giveFactsOfCases, SpeakersOfCases } from './cases.ts'
import { linkNameOf, linkTypeId } from './link-type-id.ts'
import { notesThatMark, selectionsOf } from './marking-notes.ts'
import { countedPassages } from './positions.ts'
import type { QdaNote, QdaProject, QdaSelection, QdaSource, QdaValue, TextFile } from './qda-project.ts'
import { timeOf } from './time-of.ts'
import { basename, claimMark, linkNoteMark, markOf, uncoded } from './words.ts'

/** What a selection has become, for what refers to it. */
type Made = Pick<IncomingAnnotation, 'id' | 'annotator' | 'created'>

/**
 * What a project says, in our words: of one source after the other, and then the rest. Files are by the paths that the
 * project calls them by.
 */
export class Translation {
  readonly #project: QdaProject
  readonly #files: ReadonlyMap<string, TextFile>
  readonly #leftOut: Map<string, number>
  readonly #doubts: Doubt[] = []
  readonly #annotators = new Map<string, Data.Annotator>()
  readonly #tags: Data.Tag[]
  readonly #tagIds: Set<string>
  readonly #documents: IncomingDocument[] = []
  /** Documents by their source, and by its GUID. */
  readonly #documentIds = new Map<QdaSource, string>()
  readonly #documentsOf = new Map<string, string>()
  /** Those of the sources so far; whoever takes them away must leave none. */
  readonly annotations: IncomingAnnotation[] = []
  /** GUIDs of selections and codings by which something else refers to them. */
  readonly #wanted: Set<string>
  /** What these have become. */
  readonly #annotationsOf = new Map<string, Made>()
  readonly #speakers: SpeakersOfCases
  readonly #marking: ReadonlyMap<QdaSource, QdaNote[]>
  readonly #away: ReadingOptions['away']
  readonly #held: NonNullable<ReadingOptions['held']>
  /** What notes are about that are no claims. */
  readonly #abouts: { note: string; order: number; subject: Data.MemoSubject }[] = []
  readonly #notes: ReadonlyMap<string, QdaNote>
  readonly #claims: Data.Claim[] = []
  readonly #claimIds = new Set<string>()
  readonly #memos: Data.Memo[] = []
  readonly #usedIds = new Map<Kind, FreeIds>()
  /** Notes that have become annotations. */
  readonly #placed = new Set<string>()

  constructor(
    project: QdaProject,
    files: ReadonlyMap<string, TextFile>,
    { away, held = (_, id) => id }: Pick<ReadingOptions, 'away' | 'held'>,
  ) {
    this.#project = project
    this.#files = files
    this.#away = away
    this.#held = held
    this.#leftOut = new Map(project.leftOut)
    this.#tags = [...project.tags]
    this.#tagIds = new Set(project.tags.map(({ id }) => id))
    this.#notes = new Map(project.notes.map((note) => [note.guid, note]))
    this.#marking = notesThatMark(project)
    this.#wanted = new Set([
      ...project.links.flatMap(({ origin, target }) => [origin, target]),
      ...[...this.#marking.values()].flat().flatMap(({ passages }) => passages.map(({ guid }) => guid)),
    ])
    this.#wanted.delete('')
    for (const { guid, name } of project.users) {
      if (guid !== '' && !this.#annotators.has(guid)) this.#annotators.set(guid, { id: guid, name })
    }
    for (const note of project.notes) if (markOf(note) === claimMark) this.#claim(note)
    this.#speakers = new SpeakersOfCases(project.cases, this.#idsOf('speaker'))
    for (const [what, count] of this.#speakers.leftOut) this.#count(what, count)
  }

  /** All of it but annotations that were taken away. */
  end(): Incoming {
    const project = this.#project
    const documentOf = new Map(this.#documents.map((document) => [document.id, document]))
    giveFactsOfCases(project.cases, {
      documentOf: (source) => documentOf.get(this.#documentsOf.get(source) ?? ''),
      metadataOf: (values) => this.#metadata(values),
    })
    const { links, linkTypes } = this.#links()
    this.#placeNotes(links)
    return {
      project: { name: project.name, description: project.description },
      annotators: [...this.#annotators.values()],
      speakers: this.#speakers.all,
      tags: this.#tags,
      linkTypes,
      documents: this.#documents,
      claims: this.#claims,
      annotations: this.annotations,
      links,
      memos: this.#memos,
      leftOut: [...this.#leftOut].map(([what, count]) => ({ what, count })),
      doubts: this.#doubts,
    }
  }

  #claim({ guid, name, created, content }: QdaNote): void {
    this.#claims.push({ id: guid, statement: name, note: content ?? '', created: timeOf(created) })
    this.#claimIds.add(guid)
  }

  /** The sources come in the order of the project, each with all that is selected in it. */
  takeSource(source: QdaSource, selections: readonly QdaSelection[]): void {
    const notes = this.#marking.get(source) ?? []
    const file = this.#files.get(source.path)
    const text = file?.kept.text.text ?? source.content?.replace(/\r\n?/g, '\n') ?? null
    const id = this.#freeId('document', source.guid || `source ${this.#documents.length + 1}`)
    const title = source.name || file?.name || source.path || id
    this.#documentIds.set(source, id)
    if (source.guid !== '') this.#documentsOf.set(source.guid, id)
    const document: IncomingDocument = {
      id,
      title,
      metadata: new Map([
        ...(source.description === '' ? [] : [['description', source.description] as const]),
        ...this.#metadata(source.values),
      ]),
      status: 'to-do',
      text: file?.kept.text ?? (text === null ? null : plainText(text)),
      source: file?.kept.source ?? null,
      knownAs: [...new Set([source.name, basename(source.path)])].filter((name) => name !== ''),
    }
    this.#documents.push(this.#away?.document(document) ?? document)
    source.content = null
    for (const what of file?.notes ?? []) this.#doubts.push({ where: title, what })
    const marked = notes.flatMap((note) => selectionsOf(note, this.#wordsOf(note), this.#project.origin))
    this.#selections([...selections, ...marked], id, title, text, file)
    for (const { guid, passages } of notes) {
      if (passages.some((passage) => this.#annotationsOf.has(passage.guid))) this.#placed.add(guid)
    }
  }

  #selections(
    selections: readonly QdaSelection[],
    document: string,
    title: string,
    text: string | null,
    file: TextFile | undefined,
  ): void {
    if (text === null) {
      for (const selection of selections) {
        const words = /\S/.test(selection.name) ? selection.name : null
        this.#annotate(selection, document, null, words)
      }
      return
    }
    const countsReturns = (file?.hasReturns ?? false) && !/atlas|qualcoder/i.test(this.#project.origin)
    const { passages, way } = countedPassages(selections, text, countsReturns)
    if (way !== null) {
      this.#doubts.push({
        where: title,
        what: `Its passages were counted in another way (${way}); they were put where their words are.`,
      })
    }
    for (const [index, selection] of selections.entries()) {
      const { span, words, isSure } = passages[index]!
      if (span === null && words === null) {
        this.#count(
          selection.start === selection.end
            ? 'selections without any words'
            : 'selections that lie outside their text',
        )
        continue
      }
      this.#annotate(selection, document, isSure ? span : null, words)
    }
  }

  /** One annotation for each code that the selection has. */
  #annotate(
    selection: QdaSelection,
    document: string,
    span: { start: number; end: number } | null,
    words: string | null,
  ): void {
    if (span === null && words === null) {
      this.#count('selections without words and without their text')
      return
    }
    const codings = selection.codings.length > 0 ? selection.codings : [null]
    const claim = selection.notes.find(({ note }) => this.#claimIds.has(note))?.note ?? null
    const made = codings.map((coding, index): IncomingAnnotation => {
      const guid = index === 0 ? selection.guid : coding!.guid
      return {
        id: this.#freeId(
          'annotation',
          this.#held(
            'annotation',
            guid || `${selection.guid || `selection in line ${selection.line}`}, ${index + 1}`,
          ),
        ),
        document,
        annotator: this.#annotator(coding?.user || selection.user),
        tag: this.#tagFor(coding?.code ?? null),
        spans: span === null ? null : [span],
        quote: words === null ? null : [detached(words)],
        prefix: '',
        suffix: '',
        claim,
        speaker: this.#speakers.of(selection.guid, coding?.guid ?? ''),
        attributes: new Map(),
        confidence: null,
        note: index === 0 ? selection.description : '',
        created: timeOf(coding?.created || selection.created, this.#project.created),
      }
    })
    for (const annotation of made) this.annotations.push(annotation)
    const known = (annotation: IncomingAnnotation): Made => {
      const { id, annotator, created } = annotation
      return { id, annotator, created }
    }
    if (this.#wanted.has(selection.guid)) this.#annotationsOf.set(selection.guid, known(made[0]!))
    for (const [index, coding] of codings.entries()) {
      const guid = coding?.guid ?? ''
      if (this.#wanted.has(guid) && !this.#annotationsOf.has(guid))
        this.#annotationsOf.set(guid, known(made[index]!))
    }
    for (const { note, order, coding } of selection.notes) {
      if (this.#claimIds.has(note)) continue
      this.#abouts.push({ note, order, subject: { annotation: made[coding ?? 0]!.id } })
    }
  }

  #tagFor(code: string | null): string {
    if (code !== null && this.#tagIds.has(code)) return code
    // A selection that only has a note, or whose code is not in the codebook, still is a passage.
    const id = code === null ? 'not coded' : `unknown code ${code}`
    if (!this.#tagIds.has(id)) {
      this.#tagIds.add(id)
      const name = code === null ? uncoded : `Code that is not in the codebook (${code.slice(0, 8)})`
      this.#tags.push({ ...emptyTag(), id, name, color: '' })
      if (code !== null) {
        this.#doubts.push({ where: name, what: 'Passages have a code that the codebook does not list.' })
      }
    }
    return id
  }

  #annotator(guid: string): string {
    const id = guid || this.#project.creator || [...this.#annotators.keys()][0] || 'nobody named'
    if (!this.#annotators.has(id)) {
      const name = id === 'nobody named' ? this.#project.origin : `User ${id.slice(0, 8)}`
      this.#annotators.set(id, { id, name })
      if (id !== 'nobody named') {
        this.#doubts.push({ where: name, what: 'The file does not say who this user is.' })
      }
    }
    return id
  }

  #links(): { links: Data.Link[]; linkTypes: Data.LinkType[] } {
    const types = new Map<string, Data.LinkType>()
    const links: Data.Link[] = []
    const linkIds = new Set(this.#project.links.map(({ guid }) => guid))
    const seen = new Set<string>()
    const endOf = (guid: string): Data.LinkEnd | undefined => {
      const annotation = this.#annotationsOf.get(guid)
      if (annotation) return { annotation: annotation.id }
      if (this.#claimIds.has(guid)) return { claim: guid }
      return linkIds.has(guid) ? { link: guid } : undefined
    }
    for (const link of this.#project.links) {
      if (seen.has(link.guid)) {
        this.#count('links that are there twice')
        continue
      }
      seen.add(link.guid)
      const [source, target] = [endOf(link.origin), endOf(link.target)]
      if (!source || !target) {
        this.#linkOfNote(link.origin, link.target)
        continue
      }
      const color = Color.safeParse(link.color.toLowerCase()).data ?? '#6b7280'
      const type = { name: linkNameOf(link.name), symmetric: !link.isDirected, color }
      const id = linkTypeId(type)
      if (!types.has(id)) types.set(id, { id, ...type, sourceRoles: [], targetRoles: [] })
      const first = this.#annotationsOf.get(link.origin)
      links.push({
        id: link.guid,
        linkType: id,
        source,
        target,
        annotator: first?.annotator ?? this.#annotator(''),
        strength: null,
        status: '',
        note: '',
        created: first?.created ?? timeOf(this.#project.created),
      })
    }
    // Links onto links that are not there, or that lead back to themselves.
    const sound = new Set(afterTheirEnds(links, () => false))
    if (sound.size < links.length) this.#count('links whose ends are not there', links.length - sound.size)
    return { links: links.filter((link) => sound.has(link)), linkTypes: [...types.values()] }
  }

  /** A link from a note to what the note is about; others join codes and documents, which links here do not. */
  #linkOfNote(origin: string, target: string): void {
    const [note, other] = this.#notes.has(origin) ? [origin, target] : [target, origin]
    const about = this.#notes.has(note) ? this.#subjectOf(other) : undefined
    if (about) this.#memo(this.#notes.get(note)!, about)
    else this.#count('links of codes, documents and notes')
  }

  #subjectOf(guid: string): Data.MemoSubject | undefined {
    const annotation = this.#annotationsOf.get(guid)
    if (annotation) return { annotation: annotation.id }
    if (this.#tagIds.has(guid)) return { tag: guid }
    const document = this.#documentsOf.get(guid)
    return document === undefined ? undefined : { document }
  }

  #placeNotes(links: readonly Data.Link[]): void {
    const linkById = new Map(links.map((link) => [link.id, link]))
    for (const { note, order, about } of this.#project.noteRefs) {
      if (this.#claimIds.has(note)) continue
      const subject = this.#subject(about, linkById)
      if (subject) this.#abouts.push({ note, order, subject })
    }
    this.#abouts.sort((a, b) => a.order - b.order)
    const abouts = Map.groupBy(this.#abouts, ({ note }) => note)
    for (const note of this.#project.notes) {
      if (this.#claimIds.has(note.guid) || this.#placed.has(note.guid)) continue
      if (note.passages.length > 0) this.#count('passages that are marked in notes', note.passages.length)
      const subjects = (abouts.get(note.guid) ?? []).map(({ subject }) => subject)
      const link = subjects.map((subject) => 'link' in subject && linkById.get(subject.link)).find(Boolean)
      if (markOf(note) === linkNoteMark && link) {
        link.note = this.#wordsOf(note)
        link.annotator = this.#annotator(note.user)
        link.created = timeOf(note.created, link.created)
        continue
      }
      if (subjects.length === 0 && !this.#idsOf('memo').has(note.guid)) this.#memo(note, { project: true })
      for (const subject of subjects) this.#memo(note, subject)
    }
  }

  #subject(
    about: QdaProject['noteRefs'][number]['about'],
    links: ReadonlyMap<string, Data.Link>,
  ): Data.MemoSubject | undefined {
    if ('project' in about || 'tag' in about) return about
    if ('source' in about) return { document: this.#documentIds.get(about.source)! }
    if ('link' in about) return links.has(about.link) ? about : undefined
    return this.#claimIds.has(about.note) ? { claim: about.note } : undefined
  }

  #memo(note: QdaNote, about: Data.MemoSubject): void {
    const text = this.#wordsOf(note)
    const id = this.#freeId('memo', note.guid)
    const annotator = this.#annotator(note.user)
    this.#memos.push({ id, about, annotator, text, created: timeOf(note.created, this.#project.created) })
  }

  /** Its text, under its name where that says more than the text’s beginning. */
  #wordsOf({ name, path, content }: QdaNote): string {
    const text = this.#files.get(path)?.kept.text.text ?? content ?? ''
    return name === '' || text.startsWith(name) ? text : text === '' ? name : `${name}\n\n${text}`
  }

  #metadata(values: readonly QdaValue[]): Map<string, string> {
    return new Map(
      values.map(([variable, value]) => [this.#project.variables.get(variable) ?? variable, value]),
    )
  }

  /** Ids are unique by kind; what is there twice gets another one. */
  #freeId(kind: Kind, wanted: string): string {
    return this.#idsOf(kind).take(wanted)
  }

  #idsOf(kind: Kind): FreeIds {
    const own = this.#usedIds.get(kind) ?? new FreeIds()
    this.#usedIds.set(kind, own)
    return own
  }

  #count(what: string, count = 1): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count)
  }
}
