import { describeAttribute } from '../../codebook/attribute-words.ts'
import { annotationsInTexts } from '../annotations-in-texts.ts'
import { codePointsOf } from '../code-points.ts'
import type * as Data from '../dataset.ts'
import { linksUnder } from '../dataset-order.ts'
import { detached } from '../detached.ts'

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

/** What the links say of their ends, by annotation; null until that is known. */
type LinkedPassages = Map<string, (Passage & { annotation: Data.Annotation }) | null>

/** Between the words of a discontinuous annotation's spans. */
const gap = ' […] '

/**
 * The tables in the order in which they have to be written: the links repeat what the annotations have found.
 * `textFiles`: where the texts are put, by document id, if they are.
 */
export function tablesOf(dataset: Data.Dataset, textFiles: ReadonlyMap<string, string> | null): Table[] {
  const passages: LinkedPassages = new Map(
    dataset.links.flatMap(({ source, target }) =>
      [source, target].flatMap((end) => ('annotation' in end ? [[end.annotation, null]] : [])),
    ),
  )
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
  const own = namesIn(dataset.documents, ({ metadata }) => metadata).filter((name) => !known.includes(name))
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

function annotationTable(dataset: Data.Dataset, passages: LinkedPassages): Table {
  const attributes = namesIn(dataset.annotations, (annotation) => annotation.attributes)
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
      if (passages.has(annotation.id)) {
        // A quote that is cut from a text keeps all of it.
        passages.set(annotation.id, { ...passage, quote: detached(passage.quote), annotation })
      }
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

function linkTable(dataset: Data.Dataset, passages: LinkedPassages): Table {
  const { documents, tags, claims, speakers, annotators, linkTypes } = byId(dataset)
  const linked = new Set(dataset.links.flatMap(linksUnder))
  const links = indexed(linked.size === 0 ? [] : dataset.links.filter(({ id }) => linked.has(id)))

  /** One value for each of `endColumns`; what a claim or a link does not have stays empty. */
  function endOf(end: Data.LinkEnd): Value[] {
    if (!('annotation' in end)) return padded([...Object.entries(end)[0]!, wordsOf(end, 0)])
    const { quote, start, end: to, annotation } = passages.get(end.annotation)!
    const { document, tag, speaker } = annotation
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
  return {
    name: 'claims',
    length: dataset.claims.length,
    columns: ['id', 'statement', 'mentions', 'documents', 'note', 'created'],
    rows: late(() => {
      const mentions = Map.groupBy(
        dataset.annotations.filter(({ claim }) => claim !== null),
        ({ claim }) => claim,
      )
      return map(dataset.claims, ({ id, statement, note, created }) => {
        const own = mentions.get(id) ?? []
        const documents = new Set(own.map(({ document }) => document))
        return [id, statement, own.length, documents.size, note, created]
      })
    }),
  }
}

function codebookTable(dataset: Data.Dataset): Table {
  const uses = countBy(dataset.annotations, ({ tag }) => tag)
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
        uses.get(id) ?? 0,
      ],
    ),
  }
}

function linkTypeTable(dataset: Data.Dataset): Table {
  const uses = countBy(dataset.links, ({ linkType }) => linkType)
  return {
    name: 'link-types',
    length: dataset.linkTypes.length,
    columns: ['id', 'name', 'symmetric', 'color', 'source_roles', 'target_roles', 'links'],
    rows: map(dataset.linkTypes, ({ id, name, symmetric, color, sourceRoles, targetRoles }) => [
      ...[id, name, symmetric, color, sourceRoles.join(';'), targetRoles.join(';')],
      uses.get(id) ?? 0,
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

function byId({ documents, tags, claims, speakers, annotators, linkTypes }: Data.Dataset) {
  return {
    documents: indexed(documents),
    tags: indexed(tags),
    claims: indexed(claims),
    speakers: indexed(speakers),
    annotators: indexed(annotators),
    linkTypes: indexed(linkTypes),
  }
}

const indexed = <T extends { id: string }>(things: readonly T[]): Map<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))

function countBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1)
  return counts
}

/** Every name in the maps, in the order in which they first come. */
function namesIn<T>(things: readonly T[], mapOf: (thing: T) => ReadonlyMap<string, unknown>): string[] {
  const names = new Set<string>()
  for (const thing of things) for (const name of mapOf(thing).keys()) names.add(name)
  return [...names]
}

/** What rows are made of is gathered when they are asked for. */
function* late(rows: () => Iterable<Value[]>): Generator<Value[]> {
  yield* rows()
}

function* map<T>(things: Iterable<T>, row: (thing: T) => Value[]): Generator<Value[]> {
  for (const thing of things) yield row(thing)
}
