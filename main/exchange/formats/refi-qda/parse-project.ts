import { Failure } from '../../../../preload/contract/failure.ts'
import {
  codesBelow,
  ourOrigin,
  plainGuid,
  refiNamespaces,
  tagOfCode,
  unnamedCode,
} from '../../../codebook/refi-codes.ts'
import { readXmlParts } from '../../../xml/xml-parts.ts'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementIn, elementsIn, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { detached } from '../../detached.ts'
import type { ReadingOptions } from '../annotation-format.ts'
import type { NoteSubject, QdaProject, QdaSelection, QdaSource, QdaValue } from './qda-project.ts'

const parts = new Set([
  'User',
  'Code',
  'Variable',
  'Case',
  'PlainTextContent',
  'PlainTextSelection',
  'SyncPoint',
  'TranscriptSelection',
  'PictureSelection',
  'PDFSelection',
  'AudioSelection',
  'VideoSelection',
  'Coding',
  'VariableValue',
  'Description',
  'NoteRef',
  'Note',
  'Link',
  'Set',
  'Graph',
])
const textSources = new Set(['TextSource', 'Representation', 'Transcript', 'TextDescription'])
const mediaSources = new Set(['PDFSource', 'AudioSource', 'VideoSource', 'PictureSource'])

/**
 * Reads all of a .qde file but its selections, which may be very many and refer to what stands behind them. Of its XML
 * no more is held than one code tree, selection, note or link.
 */
export async function parseProject(
  pieces: AsyncIterable<Uint8Array>,
  called: string,
  held: Held = (_, id) => id,
): Promise<QdaProject> {
  return (await parsed(pieces, new ProjectParser(called, { take: null, held }))).project
}

type Held = NonNullable<ReadingOptions['held']>

/** Takes the selections of a source, in the order of the file; `index` is the place of the source in the project. */
export type TakeSelections = (index: number, selections: QdaSelection[]) => void

/** Reads the selections of the same file, of one source after the other, and of each source, though it has none. */
export async function parseSelections(
  pieces: AsyncIterable<Uint8Array>,
  called: string,
  take: TakeSelections,
): Promise<void> {
  const parser = await parsed(pieces, new ProjectParser(called, { take, held: (_, id) => id }))
  parser.endSource()
}

async function parsed(pieces: AsyncIterable<Uint8Array>, parser: ProjectParser): Promise<ProjectParser> {
  await readXmlParts(
    pieces,
    {
      parts,
      part: (element, inside) => parser.part(element, inside),
      enter: (tag, inside) => parser.enter(tag, inside),
      leave: (tag) => parser.leave(tag),
    },
    {
      called: parser.called,
      prefixes: refiNamespaces('project'),
      // QualCoder (refi.py, text_selection_xml) names a selection by its words, whatever stands in them.
      mended: (count) => parser.leaveOut('characters that XML has no place for, which became “�”', count),
    },
  )
  return parser
}

class ProjectParser {
  readonly project: QdaProject = {
    name: '',
    description: '',
    origin: '',
    creator: '',
    created: '',
    users: [],
    tags: [],
    variables: new Map(),
    cases: [],
    sources: [],
    notes: [],
    links: [],
    noteRefs: [],
    leftOut: new Map(),
  }
  readonly called: string
  readonly #held: Held
  /** Where selections are read, and nothing else is kept. */
  readonly #take: TakeSelections | null
  #selections: QdaSelection[] = []
  #noteRefs = 0
  /** What stands in many places, each once. */
  readonly #known = new Map<string, string>()
  #tagIds = new Set<string>()
  /** The source of a text that is being read, and the one of a medium around it. */
  #source: QdaSource | null = null
  #medium: QdaSource | null = null
  #positions = new Map<string, number>()

  constructor(called: string, { take, held }: { take: TakeSelections | null; held: Held }) {
    this.called = called
    this.#take = take
    this.#held = held
  }

  enter(tag: XmlTag, inside: readonly XmlTag[]): void {
    if (inside.length === 0) this.#enterProject(tag)
    if (mediaSources.has(tag.name)) this.#medium = sourceOf(tag)
    if (!textSources.has(tag.name)) return
    const own = sourceOf(tag)
    const { guid, name } = this.#medium ?? own
    this.endSource()
    // A medium and its text are one document, which links and notes may name by either.
    this.#source = { ...own, guid: own.guid || guid, name: own.name || name }
    this.project.sources.push(this.#source)
  }

  /** What comes from now on is of another source. */
  endSource(): void {
    const last = this.project.sources.length - 1
    if (last >= 0) this.#take?.(last, this.#selections)
    this.#selections = []
  }

  leave(tag: XmlTag): void {
    if (mediaSources.has(tag.name)) {
      if (!this.project.sources.some(({ guid }) => guid === this.#medium?.guid) && !this.#source) {
        this.leaveOut('pictures, sounds, films and PDFs without their text')
      }
      this.#medium = null
      this.#source = null
    }
    if (tag.name === 'TextSource') this.#source = null
  }

  part(element: XmlElement, inside: readonly XmlTag[]): void {
    const around = inside.at(-1)?.name ?? ''
    if (element.name === 'NoteRef') this.#refer([element], this.#subjectIn(around))
    else if (this.#rules[element.name]) this.#rules[element.name]!(element, around)
    else if (this.#inSource) this.#partOf(this.#inSource, element)
    if (this.#take) this.#forget()
  }

  /** All that the first reading has kept; sources are counted. */
  #forget(): void {
    const { project } = this
    for (const list of [project.users, project.tags, project.cases, project.notes, project.links])
      list.length = 0
    project.noteRefs.length = 0
    project.variables.clear()
    this.#tagIds.clear()
    if (this.#inSource) Object.assign(this.#inSource, { content: null, values: [] })
  }

  readonly #rules: Readonly<Record<string, (element: XmlElement, around: string) => void>> = {
    User: (user) => {
      this.project.users.push({ guid: guidIn(user), name: user.attributes.get('name') ?? '' })
    },
    Code: (code) => this.#codes(code),
    Variable: (variable) => {
      this.project.variables.set(guidIn(variable), variable.attributes.get('name') ?? '')
    },
    Case: (one) => this.#case(one),
    Note: (note) => this.#note(note),
    Link: (link) => this.#link(link),
    Set: () => this.leaveOut('sets'),
    Graph: () => this.leaveOut('graphs'),
    Description: (description, around) => {
      if (around === 'Project') this.project.description = textIn(description)
      else if (this.#inSource) this.#inSource.description ||= textIn(description).trim()
    },
  }

  #subjectIn(around: string): NoteSubject | null {
    if (around === 'Project') return { project: true }
    return this.#inSource && { source: this.#inSource }
  }

  get #inSource(): QdaSource | null {
    return this.#source ?? this.#medium
  }

  #partOf(source: QdaSource, element: XmlElement): void {
    switch (element.name) {
      case 'PlainTextContent':
        source.content = detached(textIn(element))
        break
      case 'SyncPoint':
        this.#positions.set(guidIn(element), numberOf(element.attributes.get('position')))
        break
      case 'PlainTextSelection':
        this.#selection(element, 'startPosition', 'endPosition')
        break
      case 'TranscriptSelection':
        this.#selection(element, 'fromSyncPoint', 'toSyncPoint')
        break
      case 'VariableValue':
        source.values.push(...valuesIn({ ...element, children: [element] }))
        break
      case 'Coding':
        this.leaveOut('codes that are given to a whole document')
        break
      default:
        this.leaveOut('parts of pictures, pages, sounds and films')
    }
  }

  #enterProject({ name, attributes }: XmlTag): void {
    if (name !== 'Project') {
      throw new Failure(
        'unreadable',
        `${this.called} is no REFI-QDA project: it begins with <${name}> instead of <Project>.`,
      )
    }
    this.project.name = attributes.get('name') ?? ''
    this.project.origin = attributes.get('origin') ?? ''
    this.project.creator = plainGuid(attributes.get('creatingUserGUID'))
    this.project.created = attributes.get('creationDateTime') ?? ''
  }

  #codes(top: XmlElement): void {
    const ids = new Map<XmlElement | null, string | null>([[null, null]])
    for (const { code, parent } of codesBelow({ ...top, children: [top] })) {
      const guid = guidIn(code)
      const id = guid === '' || this.#tagIds.has(guid) ? `code ${this.project.tags.length + 1}` : guid
      ids.set(code, id)
      this.#tagIds.add(id)
      const given = code.attributes.get('name') ?? ''
      const name = given.trim() === '' ? unnamedCode : given
      const tag = { id, name, parent: ids.get(parent) ?? null }
      const isOurs = this.project.origin === ourOrigin
      this.project.tags.push(tagOfCode(code, tag, this.project.tags, { isOurs }))
      this.#refer(elementsIn(code, 'NoteRef'), { tag: id })
    }
  }

  #case(element: XmlElement): void {
    const targets = (name: string) => elementsIn(element, name).map(targetOf)
    this.project.cases.push({
      guid: guidIn(element),
      name: element.attributes.get('name') ?? null,
      values: valuesIn(element),
      sources: targets('SourceRef'),
      selections: targets('SelectionRef').map((guid) => this.#held('annotation', guid)),
    })
  }

  #note(element: XmlElement): void {
    const { attributes } = element
    const content = [elementIn(element, 'PlainTextContent'), elementIn(element, 'Description')].find(
      (words) => words && textIn(words) !== '',
    )
    const guid = guidIn(element) || `note ${this.project.notes.length + 1}`
    this.project.notes.push({
      guid,
      name: detached(attributes.get('name') ?? ''),
      path: detached(attributes.get('plainTextPath') ?? ''),
      content: content ? detached(textIn(content)) : null,
      user: this.#once(plainGuid(attributes.get('creatingUser'))),
      created: detached(attributes.get('creationDateTime') ?? attributes.get('modifiedDateTime') ?? ''),
      values: valuesIn(element),
      passages: elementsIn(element, 'PlainTextSelection').map((passage) => ({
        guid: guidIn(passage),
        start: numberOf(passage.attributes.get('startPosition')),
        end: numberOf(passage.attributes.get('endPosition')),
        line: passage.line,
      })),
    })
    this.#refer(elementsIn(element, 'NoteRef'), { note: guid })
    this.leaveOut('codes that are given to a note', elementsIn(element, 'Coding').length)
  }

  #link(element: XmlElement): void {
    const { attributes } = element
    const guid = guidIn(element) || `link ${this.project.links.length + 1}`
    this.project.links.push({
      guid: this.#held('link', guid),
      name: this.#once(attributes.get('name') ?? ''),
      isDirected: attributes.get('direction') === 'OneWay',
      color: this.#once(attributes.get('color') ?? ''),
      origin: this.#held('annotation', detached(plainGuid(attributes.get('originGUID')))),
      target: this.#held('annotation', detached(plainGuid(attributes.get('targetGUID')))),
    })
    this.#refer(elementsIn(element, 'NoteRef'), { link: guid })
  }

  #selection(element: XmlElement, from: string, to: string): void {
    const { attributes } = element
    const isTranscript = element.name === 'TranscriptSelection'
    const place = (name: string) =>
      isTranscript
        ? (this.#positions.get(plainGuid(attributes.get(name))) ?? Number.NaN)
        : numberOf(attributes.get(name))
    const description = elementIn(element, 'Description')
    const user = this.#once(plainGuid(attributes.get('creatingUser')))
    const created = attributes.get('creationDateTime') ?? attributes.get('modifiedDateTime') ?? ''
    const selection: QdaSelection = {
      guid: guidIn(element),
      name: detached(attributes.get('name') ?? ''),
      start: place(from),
      end: place(to),
      ...{ user, created, description: description ? detached(textIn(description)) : '' },
      ...{ codings: [], notes: [], line: element.line },
    }
    for (const coding of elementsIn(element, 'Coding')) {
      const code = elementIn(coding, 'CodeRef')
      selection.codings.push({
        guid: guidIn(coding),
        code: code ? this.#once(targetOf(code)) : '',
        user: this.#once(plainGuid(coding.attributes.get('creatingUser'))),
        created: coding.attributes.get('creationDateTime') ?? '',
      })
      this.#referTo(selection, elementsIn(coding, 'NoteRef'), selection.codings.length - 1)
    }
    // Some programs name the code without a coding around it, which would have said whose it is.
    for (const code of elementsIn(element, 'CodeRef')) {
      selection.codings.push({ guid: '', code: this.#once(targetOf(code)), user, created })
    }
    this.#referTo(selection, elementsIn(element, 'NoteRef'), null)
    if (this.#take) this.#selections.push(selection)
  }

  #referTo(selection: QdaSelection, refs: readonly XmlElement[], coding: number | null): void {
    for (const ref of refs) {
      selection.notes.push({ note: this.#once(targetOf(ref)), order: this.#noteRefs++, coding })
    }
  }

  /** Of few different words the same string each time. */
  #once(words: string): string {
    const known = this.#known.get(words)
    if (known !== undefined) return known
    const own = detached(words)
    if (this.#known.size < 10_000) this.#known.set(own, own)
    return own
  }

  #refer(refs: readonly XmlElement[], about: NoteSubject | null): void {
    if (!about) return
    for (const ref of refs) {
      this.project.noteRefs.push({ note: targetOf(ref), order: this.#noteRefs++, about })
    }
  }

  leaveOut(what: string, count = 1): void {
    if (count > 0) this.project.leftOut.set(what, (this.project.leftOut.get(what) ?? 0) + count)
  }
}

const sourceOf = ({ attributes }: XmlTag): QdaSource => ({
  guid: detached(plainGuid(attributes.get('guid'))),
  name: detached(attributes.get('name') ?? ''),
  path: detached(attributes.get('plainTextPath') ?? ''),
  content: null,
  description: '',
  values: [],
})

const guidIn = ({ attributes }: XmlElement): string => detached(plainGuid(attributes.get('guid')))
const targetOf = ({ attributes }: XmlElement): string => detached(plainGuid(attributes.get('targetGUID')))

function valuesIn(element: XmlElement): QdaValue[] {
  return elementsIn(element, 'VariableValue').flatMap((value) => {
    const variable = elementIn(value, 'VariableRef')
    const said = elementsIn(value).find(({ name }) => name.endsWith('Value'))
    return variable && said ? [[targetOf(variable), detached(textIn(said))] as QdaValue] : []
  })
}

/** Not a number where it is none. */
function numberOf(written = ''): number {
  return /^\s*-?\d{1,15}\s*$/.test(written) ? Number(written) : Number.NaN
}
