import type { Block, StructuredText } from '../../../../preload/contract/text.ts'
import { xmlAttribute, xmlAttributes, xmlText } from '../../../xml/xml-text.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { mustGoOn, writeFilePieces } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import type { WrittenFiles } from '../annotation-format.ts'
import { pointerTo, projectId, teiNamespace, xmlIdOf } from './names.ts'

/**
 * One TEI corpus: the codebook as taxonomies, the work as `annotation` in a `standOff`, then each text. The words inside
 * a `body` are the text to the character, so that `string-range` counts in it: in code points, as XML does.
 */
export async function writeTei(
  dataset: Data.Dataset,
  path: string,
  { signal, progress }: WritingOptions,
): Promise<WrittenFiles> {
  const { annotations, documents } = dataset
  const of = annotations.length + documents.length + 1
  let done = 0
  await writeFilePieces(path, gathered())
  progress(of, of)
  return { files: [''], readAs: new Map() }

  function* gathered(): Generator<string> {
    let waiting = ''
    for (const piece of corpus(dataset)) {
      waiting += piece
      done++
      if (waiting.length < 1 << 18) continue
      mustGoOn(signal)
      progress(Math.min(done, of), of)
      yield waiting
      waiting = ''
    }
    yield waiting
  }
}

function* corpus(dataset: Data.Dataset): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="${teiNamespace}" xml:id="${projectId}">\n`
  yield* header(dataset)
  yield* standOff(dataset)
  for (const document of dataset.documents) yield* tei(document, dataset.textOf(document.id))
  yield '</teiCorpus>\n'
}

function* header({ project, annotators, tags, linkTypes, speakers }: Data.Dataset): Generator<string> {
  yield `<teiHeader>\n<fileDesc>\n<titleStmt><title>${xmlText(project.name)}</title>\n`
  for (const { id, name } of annotators) {
    yield `<respStmt xml:id="${xmlIdOf('annotator', id)}"><resp>annotator</resp><name>${xmlText(name)}</name></respStmt>\n`
  }
  yield `</titleStmt>\n<publicationStmt><p>Written by Rejoinder</p></publicationStmt>\n<sourceDesc><p>${xmlText(project.description)}</p></sourceDesc>\n</fileDesc>\n`
  if (tags.length + linkTypes.length > 0) {
    yield '<encodingDesc><classDecl>\n'
    if (tags.length > 0) yield* categories(tags)
    if (linkTypes.length > 0) yield `<taxonomy>\n${linkTypes.map(linkTypeCategory).join('')}</taxonomy>\n`
    yield '</classDecl></encodingDesc>\n'
  }
  if (speakers.length > 0) {
    yield `<profileDesc><particDesc><listPerson>\n${speakers.map(person).join('')}</listPerson></particDesc></profileDesc>\n`
  }
  yield '</teiHeader>\n'
}

function* categories(tags: readonly Data.Tag[]): Generator<string> {
  const children = Map.groupBy(tags, ({ parent }) => parent)
  yield '<taxonomy>\n'
  yield* below(null)
  yield '</taxonomy>\n'

  function* below(parent: string | null): Generator<string> {
    for (const tag of children.get(parent) ?? []) {
      yield `<category xml:id="${xmlIdOf('tag', tag.id)}"><gloss>${xmlText(tag.name)}</gloss>`
      yield described('role', tag.role)
      yield described('color', tag.color)
      for (const field of ['key', 'definition', 'include', 'exclude'] as const) {
        if (tag[field] !== '') yield described(field, tag[field])
      }
      for (const example of tag.examples) yield described('example', example)
      for (const attribute of tag.attributes) yield described('attribute', JSON.stringify(attribute))
      yield '\n'
      yield* below(tag.id)
      yield '</category>\n'
    }
  }
}

const described = (type: string, words: string): string => `<desc type="${type}">${xmlText(words)}</desc>`

function linkTypeCategory({ id, name, symmetric, color, sourceRoles, targetRoles }: Data.LinkType): string {
  const roles = [
    ...sourceRoles.map((role) => described('source', role)),
    ...targetRoles.map((role) => described('target', role)),
  ]
  return `<category xml:id="${xmlIdOf('link_type', id)}"><gloss>${xmlText(name)}</gloss>${described('symmetric', String(symmetric))}${described('color', color)}${roles.join('')}</category>\n`
}

function person({ id, name, kind, variants }: Data.Speaker): string {
  const names = variants.map((variant) => `<persName type="variant">${xmlText(variant)}</persName>`)
  return `<person xml:id="${xmlIdOf('speaker', id)}" role="${kind}"><persName>${xmlText(name)}</persName>${names.join('')}</person>\n`
}

function* standOff(dataset: Data.Dataset): Generator<string> {
  const { annotations, claims, documents, links, memos } = dataset
  yield '<standOff>\n'
  if (claims.length > 0) yield `<interpGrp>\n${claims.map(claimElement).join('')}</interpGrp>\n`
  yield '<listAnnotation>\n'
  const byDocument = Map.groupBy(annotations, ({ document }) => document)
  for (const { id } of documents) {
    const text = dataset.textOf(id)
    const points = codePointsOf(text.text)
    const range = (start: number, end: number): string => {
      const from = points.fromUtf16(start)!
      return `#string-range(${xmlIdOf('text', id)},${from},${points.fromUtf16(end)! - from})`
    }
    for (const annotation of byDocument.get(id) ?? []) yield annotationElement(annotation, range)
    yield* typography(text, range)
  }
  for (const link of links) yield linkElement(link)
  for (const memo of memos) {
    const about = 'project' in memo.about ? `#${projectId}` : endPointer(memo.about)
    yield `<annotation${xmlAttributes({ 'xml:id': xmlIdOf('memo', memo.id), motivation: 'commenting', target: about, resp: pointerTo('annotator', memo.annotator) })}>${made(memo.created)}<note>${xmlText(memo.text)}</note></annotation>\n`
  }
  yield '</listAnnotation>\n</standOff>\n'
}

function claimElement({ id, statement, note, created }: Data.Claim): string {
  const more = note === '' ? '' : described('note', note)
  return `<interp xml:id="${xmlIdOf('claim', id)}">${xmlText(statement)}${more}${described('created', created)}</interp>\n`
}

function annotationElement(
  annotation: Data.Annotation,
  range: (start: number, end: number) => string,
): string {
  const { id, spans, tag, claim, speaker, annotator, confidence, note, attributes, created } = annotation
  const about = [
    pointerTo('tag', tag),
    ...(claim === null ? [] : [pointerTo('claim', claim)]),
    ...(speaker === null ? [] : [pointerTo('speaker', speaker)]),
  ]
  const head = xmlAttributes({
    'xml:id': xmlIdOf('annotation', id),
    motivation: 'classifying',
    target: spans.map(({ start, end }) => range(start, end)).join(' '),
    ana: about.join(' '),
    resp: pointerTo('annotator', annotator),
    cert: confidence ?? undefined,
  })
  const values = [...attributes].map(
    ([name, value]) =>
      `<note type="attribute" subtype="${typeof value}" n="${xmlAttribute(name)}">${xmlText(String(value))}</note>`,
  )
  return `<annotation${head}>${made(created)}${noteOf(note)}${values.join('')}</annotation>\n`
}

function linkElement(link: Data.Link): string {
  const head = xmlAttributes({
    'xml:id': xmlIdOf('link', link.id),
    motivation: 'linking',
    target: `${endPointer(link.source)} ${endPointer(link.target)}`,
    ana: pointerTo('link_type', link.linkType),
    resp: pointerTo('annotator', link.annotator),
    cert: link.strength ?? undefined,
  })
  const status = link.status === '' ? '' : `<note type="status">${xmlText(link.status)}</note>`
  return `<annotation${head}>${made(link.created)}${noteOf(link.note)}${status}</annotation>\n`
}

function endPointer(end: Exclude<Data.MemoSubject, { project: true }>): string {
  const [kind, id] = Object.entries(end)[0] as [Parameters<typeof pointerTo>[0], string]
  return pointerTo(kind, id)
}

const made = (created: string): string =>
  `<revisionDesc><change when="${xmlAttribute(created)}"/></revisionDesc>`
const noteOf = (note: string): string => (note === '' ? '' : `<note>${xmlText(note)}</note>`)

/** Marks may lie across blocks and each other, which elements cannot: they stand off as well. */
function* typography(
  { marks, breaks }: StructuredText,
  range: (start: number, end: number) => string,
): Generator<string> {
  if (marks.length + breaks.length === 0) return
  for (const mark of marks) {
    const href = mark.kind === 'link' ? mark.href : undefined
    yield `<annotation${xmlAttributes({ motivation: 'highlighting', target: range(mark.start, mark.end), subtype: mark.kind, n: href })}/>\n`
  }
  for (const { kind, at } of breaks) {
    yield `<annotation${xmlAttributes({ motivation: 'highlighting', target: range(at, at), subtype: kind })}/>\n`
  }
}

function* tei(document: Data.Document, text: StructuredText): Generator<string> {
  yield `<TEI xml:id="${xmlIdOf('document', document.id)}">\n<teiHeader>\n<fileDesc>\n<titleStmt><title>${xmlText(document.title)}</title></titleStmt>\n<publicationStmt><p/></publicationStmt>\n`
  if (document.metadata.size > 0) {
    const notes = [...document.metadata].map(
      ([name, value]) => `<note type="metadata" n="${xmlAttribute(name)}">${xmlText(value)}</note>`,
    )
    yield `<notesStmt>${notes.join('')}</notesStmt>\n`
  }
  yield `<sourceDesc><p>${xmlText(document.source.name)}</p></sourceDesc>\n</fileDesc>\n<revisionDesc status="${document.status}"><change/></revisionDesc>\n</teiHeader>\n`
  yield `<text><body xml:id="${xmlIdOf('text', document.id)}" xml:space="preserve">`
  let isFirst = true
  for (const block of text.blocks) {
    yield `${isFirst ? '' : '\n'}${blockElement(block, text.text.slice(block.start, block.end))}`
    isFirst = false
  }
  yield '</body></text>\n</TEI>\n'
}

function blockElement(block: Block, words: string): string {
  const text = xmlText(words)
  switch (block.kind) {
    case 'paragraph':
      return `<p>${text}</p>`
    case 'quotation':
      return `<quote>${text}</quote>`
    case 'heading':
      return `<ab type="heading" n="${block.level}">${text}</ab>`
    case 'list-item':
      return `<list type="${block.ordered ? 'ordered' : 'unordered'}"><item n="${block.depth}">${text}</item></list>`
    case 'table-cell':
      return `<ab type="table-cell" n="${block.row}.${block.column}">${text}</ab>`
    case 'speaker-turn': {
      const time = block.time === null ? '' : `<milestone unit="time" n="${xmlAttribute(block.time)}"/>`
      return `<ab type="speaker-turn" n="${xmlAttribute(block.speaker)}">${time}${text}</ab>`
    }
    default:
      return `<ab type="${block.kind}">${text}</ab>`
  }
}
