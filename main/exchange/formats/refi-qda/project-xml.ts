import { codeElements, ourOrigin } from '../../../codebook/refi-codes.ts'
import { asXmlHasIt, xmlAttributes, xmlText } from '../../../xml/xml-text.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { Guids } from './guids.ts'
import { linkNameOf } from './link-type-id.ts'
import { Notes } from './notes.ts'
import { claimMark, kindVariable, linkNoteMark, namespace } from './words.ts'

type Advance = (count: number) => void

/**
 * The project of a .qdpx as XML in pieces, valid by the official Project.xsd, whose order of elements is fixed. Positions
 * are code points of a text with LF and without a byte order mark, and each selection is named by its words, so that a
 * program that counts otherwise can repair it. A speaker is a case with the passages; a claim is a note that its mentions
 * refer to.
 */
export class ProjectXml {
  readonly guids: Guids
  readonly #data: Data.Dataset
  readonly #notes: Notes
  readonly #annotations: ReadonlyMap<string, Data.Annotation[]>
  /** By the key of a metadata field. */
  readonly #variables: ReadonlyMap<string, string>

  constructor(dataset: Data.Dataset) {
    this.guids = new Guids(dataset)
    this.#data = dataset
    this.#notes = new Notes(dataset, this.guids)
    const fields = new Set(dataset.documents.flatMap((document) => [...metadataOf(document).keys()]))
    this.#variables = new Map([...fields].map((field) => [field, this.guids.derived('variable', field)]))
    this.#annotations = Map.groupBy(dataset.annotations, ({ document }) => document)
  }

  /** The GUIDs that an annotation’s passages have, in reading order. */
  passagesOf(annotation: Data.Annotation): string[] {
    return passageGuids(annotation, this.guids)
  }

  sourceFile(document: Data.Document): string {
    return `${this.guids.of('document', document.id)}.txt`
  }

  *pieces(advance: Advance): Generator<string> {
    const { project, annotators } = this.#data
    const first = annotators[0]
    const attributes = xmlAttributes({
      name: project.name,
      origin: ourOrigin,
      creatingUserGUID: first && this.guids.of('annotator', first.id),
    })
    yield `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="${namespace}"${attributes}>\n`
    yield* listed('Users', this.#users())
    yield* this.#codeBook()
    yield* listed('Variables', this.#variableElements())
    yield* listed('Cases', this.#cases())
    yield* listed('Sources', this.#sources(advance))
    yield* listed('Notes', this.#noteElements(advance))
    yield* listed('Links', this.#links(advance))
    if (project.description !== '') {
      yield `  <Description>${xmlText(project.description)}</Description>\n`
    }
    yield `${this.#refs(this.#notes.onProject, '  ')}</Project>\n`
  }

  *#users(): Generator<string> {
    for (const { id, name } of this.#data.annotators) {
      yield `    <User${xmlAttributes({ guid: this.guids.of('annotator', id), name })}/>\n`
    }
  }

  *#codeBook(): Generator<string> {
    const { tags } = this.#data
    if (tags.length === 0) return
    yield '  <CodeBook>\n    <Codes>\n'
    yield* codeElements(
      tags,
      {
        guidOf: ({ id }) => this.guids.of('tag', id),
        afterDescription: ({ id }) => this.#refs(this.#notes.about('tag', id), '        '),
      },
      '      ',
    )
    yield '    </Codes>\n  </CodeBook>\n'
  }

  *#variableElements(): Generator<string> {
    const variable = (guid: string, name: string) =>
      `    <Variable${xmlAttributes({ guid, name, typeOfVariable: 'Text' })}/>\n`
    if (this.#notes.marks) yield variable(kindVariable, 'Kind of note')
    for (const [name, guid] of this.#variables) yield variable(guid, name)
  }

  *#cases(): Generator<string> {
    const passages = new Map<string, string[]>()
    for (const annotation of this.#data.annotations) {
      if (annotation.speaker === null) continue
      const known = passages.get(annotation.speaker)
      if (known) known.push(...this.passagesOf(annotation))
      else passages.set(annotation.speaker, this.passagesOf(annotation))
    }
    for (const { id, name } of this.#data.speakers) {
      yield `    <Case${xmlAttributes({ guid: this.guids.of('speaker', id), name })}>\n`
      for (const guid of (passages.get(id) ?? []).sort()) {
        yield `      <SelectionRef targetGUID="${guid}"/>\n`
      }
      yield '    </Case>\n'
    }
  }

  *#sources(advance: Advance): Generator<string> {
    for (const document of this.#data.documents) {
      const guid = this.guids.of('document', document.id)
      const file = this.sourceFile(document)
      const name = document.title || file
      const attributes = xmlAttributes({ guid, name, plainTextPath: `internal://${file}` })
      yield `    <TextSource${attributes}>\n`
      const { text } = this.#data.textOf(document.id)
      const points = codePointsOf(text)
      for (const selection of selectionsOf(this.#annotations.get(document.id) ?? [], this.guids)) {
        yield this.#selection(selection, text, (offset) => points.fromUtf16(offset)!)
        advance(1)
      }
      yield this.#refs(this.#notes.about('document', document.id), '      ')
      for (const [field, value] of metadataOf(document)) {
        yield valueElement(this.#variables.get(field)!, value, '      ')
      }
      yield '    </TextSource>\n'
    }
  }

  #selection(selection: Selection, text: string, toPoints: (offset: number) => number): string {
    const { annotation, guid, coding, span, isFirst } = selection
    const creatingUser = this.guids.of('annotator', annotation.annotator)
    const attributes = xmlAttributes({
      guid,
      name: text.slice(span.start, span.end),
      startPosition: toPoints(span.start),
      endPosition: toPoints(span.end),
      creatingUser,
      creationDateTime: annotation.created,
    })
    const description =
      isFirst && annotation.note !== ''
        ? `        <Description>${xmlText(annotation.note)}</Description>\n`
        : ''
    const code = this.guids.of('tag', annotation.tag)
    const refs = [
      ...(annotation.claim === null ? [] : [this.guids.of('claim', annotation.claim)]),
      ...(isFirst ? this.#notes.about('annotation', annotation.id) : []),
    ]
    return `      <PlainTextSelection${attributes}>\n${description}        <Coding guid="${coding}" creatingUser="${creatingUser}"><CodeRef targetGUID="${code}"/></Coding>\n${this.#refs(refs, '        ')}      </PlainTextSelection>\n`
  }

  *#noteElements(advance: Advance): Generator<string> {
    for (const { id, statement, note, created } of this.#data.claims) {
      const guid = this.guids.of('claim', id)
      const attributes = xmlAttributes({ guid, name: statement, creationDateTime: created })
      const refs = this.#refs(this.#notes.about('claim', id), '      ')
      yield noteElement(attributes, note, refs + valueElement(kindVariable, claimMark, '      '))
      advance(1)
    }
    for (const { guid, name, annotator, created, text, isOfLink } of this.#notes.all) {
      const attributes = xmlAttributes({
        guid,
        name,
        creatingUser: this.guids.of('annotator', annotator),
        creationDateTime: created,
      })
      const mark = isOfLink ? valueElement(kindVariable, linkNoteMark, '      ') : ''
      yield noteElement(attributes, text, mark)
      advance(1)
    }
  }

  *#links(advance: Advance): Generator<string> {
    const types = new Map(this.#data.linkTypes.map((type) => [type.id, type]))
    for (const link of this.#data.links) {
      const type = types.get(link.linkType)!
      const attributes = xmlAttributes({
        guid: this.guids.of('link', link.id),
        name: linkNameOf(type.name),
        direction: type.symmetric ? 'Associative' : 'OneWay',
        color: type.color.toUpperCase(),
        originGUID: this.#endOf(link.source),
        targetGUID: this.#endOf(link.target),
      })
      const refs = this.#refs(this.#notes.about('link', link.id), '      ')
      yield refs === '' ? `    <Link${attributes}/>\n` : `    <Link${attributes}>\n${refs}    </Link>\n`
      advance(1)
    }
  }

  #endOf(end: Data.LinkEnd): string {
    if ('annotation' in end) return this.guids.of('annotation', end.annotation)
    return 'claim' in end ? this.guids.of('claim', end.claim) : this.guids.of('link', end.link)
  }

  #refs(guids: readonly string[], indent: string): string {
    return guids.map((guid) => `${indent}<NoteRef targetGUID="${guid}"/>\n`).join('')
  }
}

/** Fields whose names differ only in what XML cannot write are one. */
const metadataOf = ({ metadata }: Data.Document): ReadonlyMap<string, string> =>
  new Map([...metadata].map(([field, value]) => [asXmlHasIt(field), value]))

interface Selection {
  annotation: Data.Annotation
  guid: string
  coding: string
  span: { start: number; end: number }
  isFirst: boolean
}

/** Of one document, in reading order. An annotation of several passages becomes several selections. */
function selectionsOf(annotations: readonly Data.Annotation[], guids: Guids): Selection[] {
  const all = annotations.flatMap((annotation) => {
    const passages = passageGuids(annotation, guids)
    return annotation.spans.map((span, index): Selection => {
      const guid = passages[index]!
      return { annotation, guid, coding: guids.derivedOnce('coding', guid), span, isFirst: index === 0 }
    })
  })
  return all.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.guid < b.guid ? -1 : 1),
  )
}

function passageGuids({ id, spans }: Data.Annotation, guids: Guids): string[] {
  const own = guids.of('annotation', id)
  return spans.map((_, index) => (index === 0 ? own : guids.derivedOnce('passage', `${own} ${index + 1}`)))
}

function* listed(name: string, elements: Iterable<string>): Generator<string> {
  let isOpen = false
  for (const element of elements) {
    if (!isOpen) yield `  <${name}>\n`
    isOpen = true
    yield element
  }
  // A list without anything in it is not valid.
  if (isOpen) yield `  </${name}>\n`
}

function noteElement(attributes: string, text: string, below: string): string {
  return `    <Note${attributes}>\n      <PlainTextContent>${xmlText(text)}</PlainTextContent>\n${below}    </Note>\n`
}

function valueElement(variable: string, value: string, indent: string): string {
  return `${indent}<VariableValue><VariableRef targetGUID="${variable}"/><TextValue>${xmlText(value)}</TextValue></VariableValue>\n`
}
