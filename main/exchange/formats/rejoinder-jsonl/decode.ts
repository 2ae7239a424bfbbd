import { z } from 'zod'
import { DocumentStatus } from '../../../../preload/contract/document.ts'
import { SpeakerKind } from '../../../../preload/contract/speaker.ts'
import { AttributeDefinition, Color, Role } from '../../../../preload/contract/tag.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import type { JsonValue } from '../../json.ts'
import { type Fields, LineProblem } from './fields.ts'

// One function for each type of line. They see to the shape of a line by itself; what it refers to is the reader's.

const moment = z.iso.datetime()

export function decodeProject(fields: Fields): Data.Dataset['project'] {
  const format = fields.string('format')
  if (format !== 'rejoinder-jsonl') fields.refuse('format', '"rejoinder-jsonl"')
  const version = fields.whole('version', 1)
  if (version !== 1) {
    throw new LineProblem(
      `the file is of version ${version}, this program reads version 1: use a newer program, or export it again as version 1`,
    )
  }
  return { name: fields.string('name'), description: fields.string('description', '') }
}

export function decodeAnnotator(fields: Fields): Data.Annotator {
  return { id: fields.id('id'), name: fields.string('name') }
}

export function decodeSpeaker(fields: Fields): Data.Speaker {
  return {
    id: fields.id('id'),
    name: fields.string('name'),
    kind: fields.oneOf('kind', SpeakerKind.options),
    variants: fields.strings('variants', []),
  }
}

export function decodeTag(fields: Fields): Data.Tag {
  return {
    id: fields.id('id'),
    name: fields.string('name'),
    role: fields.oneOf('role', Role.options),
    color: color(fields),
    key: key(fields),
    parent: fields.nullableId('parent'),
    definition: fields.string('definition', ''),
    include: fields.string('include', ''),
    exclude: fields.string('exclude', ''),
    examples: fields.strings('examples', []),
    attributes: fields.objects('attributes', decodeAttribute, []),
  }
}

function decodeAttribute(fields: Fields): Data.Tag['attributes'][number] {
  return {
    name: fields.id('name'),
    kind: fields.oneOf('kind', AttributeDefinition.shape.kind.options),
    values: fields.strings('values', []),
    required: fields.boolean('required'),
  }
}

function color(fields: Fields): string {
  const value = fields.string('color')
  return Color.safeParse(value).success
    ? value
    : fields.refuse('color', 'a colour like #2563eb, in small letters')
}

function key(fields: Fields): string {
  const value = fields.string('key', '')
  return /^\S?$/u.test(value) ? value : fields.refuse('key', 'one character that is not a space, or ""')
}

export function decodeLinkType(fields: Fields): Data.LinkType {
  return {
    id: fields.id('id'),
    name: fields.string('name'),
    symmetric: fields.boolean('symmetric'),
    color: color(fields),
    sourceRoles: roles(fields, 'sourceRoles'),
    targetRoles: roles(fields, 'targetRoles'),
  }
}

function roles(fields: Fields, name: string): Role[] {
  return fields.array(
    name,
    (item) =>
      Role.options.find((role) => role === item) ??
      fields.refuse(name, `a list of ${Role.options.join(', ')}`),
    [],
  )
}

/** The document without its text. */
export function decodeDocument(fields: Fields): Data.Document {
  return {
    id: fields.id('id'),
    title: fields.string('title'),
    metadata: fields.map('metadata', isString, 'a string'),
    status: fields.oneOf('status', DocumentStatus.options),
    source: fields.object('source', (source) => ({
      name: source.string('name'),
      mediaType: source.string('mediaType'),
      sha256: source.string('sha256'),
    })),
  }
}

export function decodeClaim(fields: Fields): Data.Claim {
  return {
    id: fields.id('id'),
    statement: fields.string('statement'),
    note: fields.string('note', ''),
    created: created(fields),
  }
}

/** `spans` are in code points. */
export type AnnotationLine = Data.Annotation & { utf16: Span[]; quote: string[] }

export function decodeAnnotation(fields: Fields): AnnotationLine {
  return {
    id: fields.id('id'),
    document: fields.id('document'),
    annotator: fields.id('annotator'),
    tag: fields.id('tag'),
    spans: spans(fields, 'spans'),
    utf16: spans(fields, 'utf16'),
    quote: fields.strings('quote'),
    claim: fields.nullableId('claim'),
    speaker: fields.nullableId('speaker'),
    attributes: fields.map('attributes', isAttributeValue, 'a string, a number, true or false'),
    confidence: fields.ratio('confidence'),
    note: fields.string('note', ''),
    created: created(fields),
  }
}

function spans(fields: Fields, name: string): Span[] {
  const list = fields.objects(name, (span) => ({ start: span.whole('start'), end: span.whole('end') }))
  if (list.length === 0) fields.refuse(name, 'a list of at least one span')
  for (const [index, { start, end }] of list.entries()) {
    if (start >= end) throw new LineProblem(`"${name}[${index}]" must cover at least one character`)
    if (index > 0 && start <= list[index - 1]!.end) {
      throw new LineProblem(`"${name}" must be in reading order and apart from each other`)
    }
  }
  return list
}

export function decodeLink(fields: Fields): Data.Link {
  return {
    id: fields.id('id'),
    linkType: fields.id('linkType'),
    source: fields.object('source', (end) => linkEnd(end)),
    target: fields.object('target', (end) => linkEnd(end)),
    annotator: fields.id('annotator'),
    strength: fields.ratio('strength'),
    status: fields.string('status', ''),
    note: fields.string('note', ''),
    created: created(fields),
  }
}

function linkEnd(fields: Fields): Data.LinkEnd {
  switch (onlyName(fields, ['annotation', 'claim', 'link'])) {
    case 'annotation':
      return { annotation: fields.id('annotation') }
    case 'claim':
      return { claim: fields.id('claim') }
    default:
      return { link: fields.id('link') }
  }
}

export function decodeMemo(fields: Fields): Data.Memo {
  return {
    id: fields.id('id'),
    about: fields.object('about', memoSubject),
    annotator: fields.id('annotator'),
    text: fields.string('text'),
    created: created(fields),
  }
}

function memoSubject(fields: Fields): Data.MemoSubject {
  const name = onlyName(fields, ['annotation', 'claim', 'link', 'document', 'tag', 'speaker', 'project'])
  switch (name) {
    case 'document':
      return { document: fields.id('document') }
    case 'tag':
      return { tag: fields.id('tag') }
    case 'speaker':
      return { speaker: fields.id('speaker') }
    case 'project':
      if (fields.value('project') !== true) fields.refuse('project', 'true')
      return { project: true }
    default:
      return linkEnd(fields)
  }
}

function onlyName<T extends string>(fields: Fields, words: readonly T[]): T {
  const names = fields.names()
  const word = words.find((candidate) => candidate === names[0])
  if (names.length === 1 && word !== undefined) return word
  throw new LineProblem(`${fields.itself()} must have exactly one of the fields ${words.join(', ')}`)
}

function created(fields: Fields): string {
  const value = fields.string('created')
  return moment.safeParse(value).success
    ? value
    : fields.refuse('created', 'a time like 2026-01-05T10:00:00.000Z')
}

function isString(value: JsonValue): value is string {
  return typeof value === 'string'
}

function isAttributeValue(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
