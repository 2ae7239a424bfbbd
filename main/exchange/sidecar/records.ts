import type { Kind } from '../../../db/repositories/dataset.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import { hashOf } from '../content-hash.ts'
import type * as Data from '../dataset.ts'
import type { Incoming, IncomingDocument } from '../formats/annotation-format.ts'
import { sourceHash } from '../spool/distant.ts'

/** A document with what stands over its text; null where the text is not at hand. */
export interface DocumentRecord extends Data.Document {
  structure: Omit<StructuredText, 'text'> | null
}

/** The records of a dataset or of a reading, by kind, as they are compared. */
export interface Records {
  annotator: Data.Annotator[]
  speaker: Data.Speaker[]
  tag: Data.Tag[]
  link_type: Data.LinkType[]
  document: DocumentRecord[]
  claim: Data.Claim[]
  annotation: RecordedAnnotation[]
  link: Data.Link[]
  memo: Data.Memo[]
}

export interface RecordedAnnotation extends Omit<Data.Annotation, 'spans'> {
  spans: Data.Annotation['spans'] | null
}

export const kinds: readonly Kind[] = [
  ...([
    'annotator',
    'speaker',
    'tag',
    'link_type',
    'document',
    'claim',
    'annotation',
    'link',
    'memo',
  ] as const),
]

/** What a record is compared by. */
export const fieldsOf = {
  annotator: ['name'],
  speaker: ['name', 'kind', 'variants'],
  tag: [
    ...(['name', 'role', 'color', 'key', 'parent', 'definition', 'include', 'exclude', 'examples'] as const),
    'attributes',
  ],
  link_type: ['name', 'symmetric', 'color', 'sourceRoles', 'targetRoles'],
  document: ['title', 'metadata', 'status', 'source', 'structure'],
  claim: ['statement', 'note', 'created'],
  annotation: [
    ...(['document', 'annotator', 'tag', 'spans', 'claim', 'speaker', 'attributes', 'confidence'] as const),
    ...(['note', 'created'] as const),
  ],
  link: ['linkType', 'source', 'target', 'annotator', 'strength', 'status', 'note', 'created'],
  memo: ['about', 'annotator', 'text', 'created'],
} as const satisfies { [K in Kind]: readonly (keyof Records[K][number])[] }

type Rename = (kind: Kind, id: string) => string

/** A record with the ids that it refers to put in other words; its own id stays. Itself where nothing changes. */
export function renamed<K extends Kind>(kind: K, record: Records[K][number], to: Rename): Records[K][number] {
  const optional = (other: Kind, id: string | null): string | null => (id === null ? null : to(other, id))
  const subject = <S extends Data.MemoSubject>(about: S): S => {
    if ('project' in about) return about
    const [[other, id]] = Object.entries(about) as [[Kind, string]]
    return { [other]: to(other, id) } as unknown as S
  }
  switch (kind) {
    case 'tag': {
      const tag = record as Data.Tag
      return { ...tag, parent: optional('tag', tag.parent) } as Records[K][number]
    }
    case 'annotation': {
      const own = record as RecordedAnnotation
      const ids = {
        document: to('document', own.document),
        annotator: to('annotator', own.annotator),
        tag: to('tag', own.tag),
        claim: optional('claim', own.claim),
        speaker: optional('speaker', own.speaker),
      }
      const isSame = Object.entries(ids).every(([field, id]) => fieldOf(own, field) === id)
      return (isSame ? own : { ...own, ...ids }) as Records[K][number]
    }
    case 'link': {
      const link = record as Data.Link
      return {
        ...link,
        linkType: to('link_type', link.linkType),
        source: subject(link.source),
        target: subject(link.target),
        annotator: to('annotator', link.annotator),
      } as Records[K][number]
    }
    case 'memo': {
      const memo = record as Data.Memo
      return {
        ...memo,
        about: subject(memo.about),
        annotator: to('annotator', memo.annotator),
      } as Records[K][number]
    }
    default:
      return record
  }
}

export const fieldOf = (record: object, field: string): unknown => (record as Record<string, unknown>)[field]

/** Maps as pairs, in their order. */
export const listed = (value: unknown): unknown => (value instanceof Map ? [...value] : value)

/** A field as it is kept. */
export const fieldValue = (record: object, field: string): unknown => listed(fieldOf(record, field))

/** Maps as pairs by their names: in many formats what an annotation has stands in no order, and others write it in theirs. */
export function inNoOrder(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  return [...value].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Equal values have equal keys. */
export const keyOf = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** Longer values are kept as their hash: all that is asked of them later is whether another is the same. */
export const longestKept = 200

/** A value as a sidecar keeps it to compare with. */
export function kept(value: unknown): unknown {
  const key = keyOf(value)
  return key.length > longestKept ? { hash: shortHash(key) } : value
}

/** Whether `json`, written by `kept`, stands for this value. */
export function isKept(json: string, value: unknown): boolean {
  const key = keyOf(value)
  return json === key || (key.length > longestKept && json === `{"hash":"${shortHash(key)}"}`)
}

const shortHash = (key: string): string => hashOf(key).slice(0, 32)

/** Whether an id is such that nobody else will give it to another thing: a UUID, as it is or in a URN or address. */
export function isWorldwide(id: string): boolean {
  return /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)
}

export function recordsOfDataset(dataset: Data.Dataset): Records {
  return {
    ...recordsOf(dataset),
    document: dataset.documents.map((document) => ({
      ...document,
      get structure() {
        return plain(dataset.textOf(document.id))
      },
    })),
  }
}

export function recordsOfReading(incoming: Incoming): Records {
  return { ...recordsOf(incoming), document: incoming.documents.map(recordOfDocument) }
}

function recordOfDocument({ text, source, knownAs: _, ...document }: IncomingDocument): DocumentRecord {
  return {
    ...document,
    source: {
      name: source?.name ?? '',
      mediaType: source?.mediaType ?? '',
      sha256: source ? sourceHash(source) : '',
    },
    get structure() {
      return text && plain(text)
    },
  }
}

function recordsOf(from: Data.Dataset | Incoming): Omit<Records, 'document'> {
  return {
    annotator: from.annotators,
    speaker: from.speakers,
    tag: from.tags,
    link_type: from.linkTypes,
    claim: from.claims,
    annotation: from.annotations,
    link: from.links,
    memo: from.memos,
  }
}

function plain({ blocks, marks, breaks }: Omit<StructuredText, 'text'>): Omit<StructuredText, 'text'> {
  return { blocks, marks, breaks }
}
