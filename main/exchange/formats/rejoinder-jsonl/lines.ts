import { Failure } from '../../../../preload/contract/failure.ts'
import type { Block, Span } from '../../../../preload/contract/text.ts'
import { type CodePoints, codePointsOf } from '../../code-points.ts'
import type { Annotation, Dataset, Document, LinkType, Tag } from '../../dataset.ts'
import { writeJson } from '../../json.ts'

const json = JSON.stringify

/**
 * The exchange file line by line, without the line feeds: fields in the order that docs/exchange-file.md lays down,
 * offsets in code points. Asks for each text twice, and never holds two. A sidecar leaves the texts out, which stand in
 * the file that it lies beside.
 */
export function* exchangeLines(dataset: Dataset, { texts = true } = {}): Generator<string> {
  yield json({ type: 'project', format: 'rejoinder-jsonl', version: 1, ...named(dataset.project) })
  for (const { id, name } of dataset.annotators) yield json({ type: 'annotator', id, name })
  for (const { id, name, kind, variants } of dataset.speakers) {
    yield json({ type: 'speaker', id, name, kind, variants })
  }
  for (const tag of dataset.tags) yield tagLine(tag)
  for (const linkType of dataset.linkTypes) yield linkTypeLine(linkType)
  for (const document of dataset.documents) yield documentLine(document, dataset, texts)
  for (const { id, statement, note, created } of dataset.claims) {
    yield json({ type: 'claim', id, statement, note, created })
  }
  yield* annotationLines(dataset)
  for (const { id, linkType, source, target, annotator, strength, status, note, created } of dataset.links) {
    yield json({ type: 'link', id, linkType, source, target, annotator, strength, status, note, created })
  }
  for (const { id, about, annotator, text, created } of dataset.memos) {
    yield json({ type: 'memo', id, about, annotator, text, created })
  }
}

function named({ name, description }: Dataset['project']) {
  return { name, description }
}

function tagLine({
  id,
  name,
  role,
  color,
  key,
  parent,
  definition,
  include,
  exclude,
  ...lists
}: Tag): string {
  const examples = lists.examples
  const attributes = lists.attributes.map(({ name, kind, values, required }) => ({
    name,
    kind,
    values,
    required,
  }))
  const words = { definition, include, exclude }
  return json({ type: 'tag', id, name, role, color, key, parent, ...words, examples, attributes })
}

function linkTypeLine({ id, name, symmetric, color, sourceRoles, targetRoles }: LinkType): string {
  return json({ type: 'link-type', id, name, symmetric, color, sourceRoles, targetRoles })
}

function documentLine(
  { id, title, metadata, status, source }: Document,
  dataset: Dataset,
  withText: boolean,
): string {
  const { text, blocks, marks, breaks } = dataset.textOf(id)
  const points = inPoints(codePointsOf(text), title)
  const head = `{"type":"document","id":${json(id)},"title":${json(title)},"metadata":${writeJson(new Map(metadata))}`
  const { name, mediaType, sha256 } = source
  const rest = json({
    status,
    source: { name, mediaType, sha256 },
    blocks: blocks.map((block) => ({ ...propertiesOf(block), ...points.span(block) })),
    marks: marks.map((mark) => ({
      kind: mark.kind,
      ...(mark.kind === 'link' && { href: mark.href }),
      ...points.span(mark),
    })),
    breaks: breaks.map(({ kind, at }) => ({ kind, at: points.offset(at) })),
    ...(withText && { text }),
  })
  return `${head},${rest.slice(1)}`
}

function propertiesOf(block: Block) {
  const { kind } = block
  switch (kind) {
    case 'heading':
      return { kind, level: block.level }
    case 'list-item':
      return { kind, depth: block.depth, ordered: block.ordered }
    case 'speaker-turn':
      return { kind, speaker: block.speaker, time: block.time }
    case 'table-cell':
      return { kind, row: block.row, column: block.column }
    default:
      return { kind }
  }
}

function* annotationLines(dataset: Dataset): Generator<string> {
  const titles = new Map(dataset.documents.map(({ id, title }) => [id, title]))
  let document: string | undefined
  let text = ''
  let points = inPoints(codePointsOf(''), '')
  for (const annotation of dataset.annotations) {
    if (annotation.document !== document) {
      document = annotation.document
      text = dataset.textOf(document).text
      points = inPoints(codePointsOf(text), titles.get(document) ?? document)
    }
    yield annotationLine(annotation, text, points)
  }
}

function annotationLine(annotation: Annotation, text: string, points: Points): string {
  const { id, document, annotator, tag, claim, speaker, confidence, note, created } = annotation
  const head = json({
    type: 'annotation',
    id,
    document,
    annotator,
    tag,
    spans: annotation.spans.map(points.span),
    utf16: annotation.spans.map(({ start, end }) => ({ start, end })),
    quote: annotation.spans.map(({ start, end }) => text.slice(start, end)),
    claim,
    speaker,
  })
  const attributes = writeJson(new Map(annotation.attributes))
  return `${head.slice(0, -1)},"attributes":${attributes},${json({ confidence, note, created }).slice(1)}`
}

interface Points {
  offset(utf16: number): number
  span(span: { start: number; end: number }): Span
}

function inPoints(points: CodePoints, title: string): Points {
  const offset = (utf16: number): number => {
    const point = points.fromUtf16(utf16)
    if (point !== undefined) return point
    throw new Failure(
      'damaged',
      `In “${title}” something begins or ends at ${utf16}, which is outside the text or inside a character: check the project.`,
    )
  }
  return { offset, span: ({ start, end }) => ({ start: offset(start), end: offset(end) }) }
}
