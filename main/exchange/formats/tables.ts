import { describeAttribute } from '../../codebook/attribute-words.ts'
import { annotationsInTexts } from '../annotations-in-texts.ts'
import { codePointsOf } from '../code-points.ts'
import type * as Data from '../dataset.ts'

export type Value = string | number | boolean | null

/** One kind of things as people know them. Rows are made when they are asked for; each has a value for every column. */
export interface Table {
  name: string
  columns: string[]
  /** How many rows there will be. */
  length: number
  rows: Iterable<Value[]>
}

/** What other tables say of an annotation. Offsets in code points; of several spans, joined. */
interface Passage {
  quote: string
  turn: string
  start: number | string
  end: number | string
}

/** Between the words of a discontinuous annotation's spans. */
const gap = ' […] '

/**
 * The tables in the order in which they have to be written: the links repeat what the annotations have found.
 * `textFiles`: where the texts are put, by document id, if they are.
 */
export function tablesOf(dataset: Data.Dataset, textFiles: ReadonlyMap<string, string> | null): Table[] {
  const passages = new Map<string, Passage>()
  return [
    documentTable(dataset, textFiles),
    annotationTable(dataset, passages),
    linkTable(dataset, passages),
    claimTable(dataset),
    codebookTable(dataset),
    linkTypeTable(dataset),
    speakerTable(dataset),
    memoTable(dataset),
  ]
}

function documentTable(dataset: Data.Dataset, textFiles: ReadonlyMap<string, string> | null): Table {
  const known = ['author', 'outlet', 'date', 'language', 'url']
  const own = namesIn(dataset.documents.map(({ metadata }) => metadata)).filter(
    (name) => !known.includes(name),
  )
  return {
    name: 'documents',
    length: dataset.documents.length,
    columns: [
      ...['id', 'title', ...known, 'status', 'characters', ...(textFiles ? ['text_file'] : [])],
      ...['source_name', 'source_media_type', 'source_sha256'],
      ...own.map((name) => `metadata.${name}`),
    ],
    rows: map(dataset.documents, ({ id, title, metadata, status, source }) => [
      id,
      title,
      ...known.map((name) => metadata.get(name) ?? null),
      status,
      codePointsOf(dataset.textOf(id).text).length,
      ...(textFiles ? [textFiles.get(id)!] : []),
      source.name,
      source.mediaType,
      source.sha256,
      ...own.map((name) => metadata.get(name) ?? null),
    ]),
  }
}

function annotationTable(dataset: Data.Dataset, passages: Map<string, Passage>): Table {
  const attributes = namesIn(dataset.annotations.map((annotation) => annotation.attributes))
  const { documents, tags, claims, speakers, annotators } = byId(dataset)
  return {
    name: 'annotations',
    length: dataset.annotations.length,
    columns: [
      ...['id', 'document_id', 'document', 'document_date', 'tag_id', 'tag', 'role', 'start', 'end', 'quote'],
      ...[
        'claim_id',
        'claim',
        'speaker_id',
        'speaker',
        'turn_speaker',
        'annotator_id',
        'annotator',
        'confidence',
        'note',
        'created',
      ],
      ...attributes.map((name) => `attribute.${name}`),
    ],
    rows: map(passagesOf(dataset), ([annotation, passage]) => {
      passages.set(annotation.id, passage)
      const document = documents.get(annotation.document)!
      const tag = tags.get(annotation.tag)!
      return [
        annotation.id,
        document.id,
        document.title,
        document.metadata.get('date') ?? null,
        tag.id,
        tag.name,
        tag.role,
        passage.start,
        passage.end,
        passage.quote,
        annotation.claim,
        claims.get(annotation.claim ?? '')?.statement ?? null,
        annotation.speaker,
        speakers.get(annotation.speaker ?? '')?.name ?? null,
        passage.turn || null,
        annotation.annotator,
        annotators.get(annotation.annotator)!.name,
        annotation.confidence,
        annotation.note,
        annotation.created,
        ...attributes.map((name) => annotation.attributes.get(name) ?? null),
      ]
    }),
  }
}

function* passagesOf(dataset: Data.Dataset): Generator<[Data.Annotation, Passage]> {
  for (const { annotation, text, points, turn } of annotationsInTexts(dataset)) {
    const offsets = (side: 'start' | 'end') => {
      const all = annotation.spans.map((span) => points.fromUtf16(span[side])!)
      return all.length === 1 ? all[0]! : all.join(';')
    }
    const quote = annotation.spans.map(({ start, end }) => text.slice(start, end)).join(gap)
    yield [annotation, { quote, turn, start: offsets('start'), end: offsets('end') }]
  }
}

const endColumns = [
  ...['kind', 'id', 'quote', 'document_id', 'document', 'document_date', 'start', 'end'],
  ...['tag_id', 'tag', 'speaker_id', 'speaker'],
]

function linkTable(dataset: Data.Dataset, passages: ReadonlyMap<string, Passage>): Table {
  const { documents, tags, claims, speakers, annotators, annotations, links, linkTypes } = byId(dataset)

  /** One value for each of `endColumns`; what a claim or a link does not have stays empty. */
  function endOf(end: Data.LinkEnd): Value[] {
    if (!('annotation' in end)) return padded([...Object.entries(end)[0]!, wordsOf(end, 0)])
    const { document, tag, speaker } = annotations.get(end.annotation)!
    const { quote, start, end: to } = passages.get(end.annotation)!
    const { title, metadata } = documents.get(document)!
    return [
      ...['annotation', end.annotation, quote, document, title, metadata.get('date') ?? null, start, to],
      ...[tag, tags.get(tag)!.name, speaker, speakers.get(speaker ?? '')?.name ?? null],
    ]
  }

  /** A link as its type between the words of its ends; of a link onto a link onto a link, only the name. */
  function wordsOf(end: Data.LinkEnd, depth: number): string {
    if ('annotation' in end) return passages.get(end.annotation)!.quote
    if ('claim' in end) return claims.get(end.claim)!.statement
    if (depth > 1) return `link ${end.link}`
    const { source, target, linkType } = links.get(end.link)!
    return `“${wordsOf(source, depth + 1)}” ${linkTypes.get(linkType)!.name} “${wordsOf(target, depth + 1)}”`
  }

  return {
    name: 'links',
    length: dataset.links.length,
    columns: [
      ...['id', 'type_id', 'type', 'symmetric'],
      ...endColumns.map((name) => `source_${name}`),
      ...endColumns.map((name) => `target_${name}`),
      ...['annotator_id', 'annotator', 'strength', 'status', 'note', 'created'],
    ],
    rows: map(
      dataset.links,
      ({ id, linkType, source, target, annotator, strength, status, note, created }) => {
        const { name, symmetric } = linkTypes.get(linkType)!
        return [
          ...[id, linkType, name, symmetric, ...endOf(source), ...endOf(target)],
          ...[annotator, annotators.get(annotator)!.name, strength, status, note, created],
        ]
      },
    ),
  }
}

const padded = (values: Value[]): Value[] => endColumns.map((_, index) => values[index] ?? null)

function claimTable(dataset: Data.Dataset): Table {
  const mentions = Map.groupBy(dataset.annotations, ({ claim }) => claim)
  return {
    name: 'claims',
    length: dataset.claims.length,
    columns: ['id', 'statement', 'mentions', 'documents', 'note', 'created'],
    rows: map(dataset.claims, ({ id, statement, note, created }) => {
      const own = mentions.get(id) ?? []
      const documents = new Set(own.map(({ document }) => document))
      return [id, statement, own.length, documents.size, note, created]
    }),
  }
}

function codebookTable(dataset: Data.Dataset): Table {
  const uses = Map.groupBy(dataset.annotations, ({ tag }) => tag)
  const { tags } = byId(dataset)
  return {
    name: 'codebook',
    length: dataset.tags.length,
    columns: [
      ...['id', 'name', 'parent_id', 'parent', 'role', 'color', 'key', 'definition', 'include', 'exclude'],
      ...['examples', 'attributes', 'annotations'],
    ],
    rows: map(
      dataset.tags,
      ({ id, name, parent, role, color, key, definition, include, exclude, ...lists }) => [
        ...[
          id,
          name,
          parent,
          tags.get(parent ?? '')?.name ?? null,
          role,
          color,
          key,
          definition,
          include,
          exclude,
        ],
        lists.examples.join('\n'),
        lists.attributes.map(describeAttribute).join('\n'),
        uses.get(id)?.length ?? 0,
      ],
    ),
  }
}

function linkTypeTable(dataset: Data.Dataset): Table {
  const uses = Map.groupBy(dataset.links, ({ linkType }) => linkType)
  return {
    name: 'link-types',
    length: dataset.linkTypes.length,
    columns: ['id', 'name', 'symmetric', 'color', 'source_roles', 'target_roles', 'links'],
    rows: map(dataset.linkTypes, ({ id, name, symmetric, color, sourceRoles, targetRoles }) => [
      ...[id, name, symmetric, color, sourceRoles.join(';'), targetRoles.join(';')],
      uses.get(id)?.length ?? 0,
    ]),
  }
}

function speakerTable({ speakers }: Data.Dataset): Table {
  return {
    name: 'speakers',
    length: speakers.length,
    columns: ['id', 'name', 'kind', 'variants'],
    rows: map(speakers, ({ id, name, kind, variants }) => [id, name, kind, variants.join('\n')]),
  }
}

function memoTable(dataset: Data.Dataset): Table {
  const { annotators } = byId(dataset)
  return {
    name: 'memos',
    length: dataset.memos.length,
    columns: ['id', 'about', 'about_id', 'annotator_id', 'annotator', 'text', 'created'],
    rows: map(dataset.memos, ({ id, about, annotator, text, created }) => {
      const [kind, subject] = Object.entries(about)[0]!
      return [
        ...[id, kind, subject === true ? null : subject, annotator],
        ...[annotators.get(annotator)!.name, text, created],
      ]
    }),
  }
}

function byId({
  documents,
  tags,
  claims,
  speakers,
  annotators,
  annotations,
  links,
  linkTypes,
}: Data.Dataset) {
  const indexed = <T extends { id: string }>(things: readonly T[]) =>
    new Map(things.map((thing) => [thing.id, thing]))
  return {
    documents: indexed(documents),
    tags: indexed(tags),
    claims: indexed(claims),
    speakers: indexed(speakers),
    annotators: indexed(annotators),
    annotations: indexed(annotations),
    links: indexed(links),
    linkTypes: indexed(linkTypes),
  }
}

/** Every name in the maps, in the order in which they first come. */
function namesIn(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))]
}

function* map<T>(things: Iterable<T>, row: (thing: T) => Value[]): Generator<Value[]> {
  for (const thing of things) yield row(thing)
}
