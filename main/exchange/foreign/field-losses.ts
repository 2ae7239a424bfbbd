import type { Kind } from '../../../db/repositories/dataset.ts'
import { parseTxt } from '../../import/txt.ts'
import type * as Data from '../dataset.ts'
import type { TouchingLoss } from '../formats/annotation-format.ts'
import { thatTouch, touched } from '../formats/losses.ts'
import { structuredDocuments } from '../formats/plain-text.ts'
import { plainLinkType, plainTag } from './gathering.ts'

interface Records {
  annotator: Data.Annotator
  speaker: Data.Speaker
  tag: Data.Tag
  link_type: Data.LinkType
  document: Data.Document
  claim: Data.Claim
  annotation: Data.Annotation
  link: Data.Link
  memo: Data.Memo
}

/** What a format keeps of the records of each kind; of a kind that is not named it keeps nothing. */
export type Held = { [K in keyof Records]?: readonly (keyof Records[K])[] }

/** What is lost with a field, and the value without which nothing is. */
type Field<T> = readonly [what: string, isMissed: (record: T) => boolean]
type Fields<T> = { readonly [F in keyof T]?: Field<T> }

const always = () => true
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

const fields: { readonly [K in keyof Records]: Fields<Records[K]> } = {
  annotator: {},
  speaker: {
    kind: ['kinds of speakers', ({ kind }) => kind !== 'unknown'],
    variants: ['other names of speakers', ({ variants }) => variants.length > 0],
  },
  tag: {
    id: ['ids of tags', (tag) => tag.id !== plainTag(tag.name).id],
    role: ['roles of tags', (tag) => tag.role !== plainTag(tag.name).role],
    color: ['colours of tags', (tag) => tag.color !== plainTag(tag.name).color],
    key: ['keys of tags', ({ key }) => key !== ''],
    parent: ['the tree of tags', ({ parent }) => parent !== null],
    definition: [
      'definitions and examples of tags',
      (tag) => [tag.definition, tag.include, tag.exclude, ...tag.examples].some((words) => words !== ''),
    ],
    attributes: ['attributes that tags ask for', ({ attributes }) => attributes.length > 0],
  },
  link_type: {
    id: ['ids of link types', (type) => type.id !== plainLinkType(type.name).id],
    color: [
      'colours, roles and directions of link types',
      ({ id: _, ...type }) => {
        const { id: __, ...plain } = plainLinkType(type.name)
        const inOrder = ({ name, symmetric, color, sourceRoles, targetRoles }: typeof plain) => [
          name,
          symmetric,
          color,
          sourceRoles,
          targetRoles,
        ]
        return differs(inOrder(type), inOrder(plain))
      },
    ],
  },
  document: {
    id: ['ids of documents', always],
    title: ['titles of documents', always],
    metadata: ['metadata of documents', ({ metadata }) => metadata.size > 0],
    status: ['how far documents are done', ({ status }) => status !== 'to-do'],
    source: ['from which files texts came', always],
  },
  claim: {
    note: ['notes on claims', ({ note }) => note !== ''],
    created: ['when claims were made', always],
  },
  annotation: {
    id: ['ids of annotations', always],
    annotator: ['who made an annotation', always],
    claim: ['which claim a passage states', ({ claim }) => claim !== null],
    speaker: ['who is speaking', ({ speaker }) => speaker !== null],
    attributes: ['attributes of annotations', ({ attributes }) => attributes.size > 0],
    confidence: ['how sure annotators were', ({ confidence }) => confidence !== null],
    note: ['notes on annotations', ({ note }) => note !== ''],
    created: ['when annotations were made', always],
  },
  link: {
    id: ['ids of links', always],
    annotator: ['who made a link', always],
    strength: ['strengths of links', ({ strength }) => strength !== null],
    status: ['states of links', ({ status }) => status !== ''],
    note: ['notes on links', ({ note }) => note !== ''],
    created: ['when links were made', always],
  },
  memo: {},
}

const plural: Record<Kind, string> = {
  ...{ annotator: 'annotators', speaker: 'speakers', tag: 'tags', link_type: 'link types' },
  ...{ document: 'documents', claim: 'claims', annotation: 'annotations', link: 'links', memo: 'memos' },
}

/**
 * What a format loses by not having a field for it. An id that a format does not keep is a loss only where nothing
 * can tell it (`readAs` does for the rest), so name ids as held wherever the records themselves are.
 */
export function fieldLosses(dataset: Data.Dataset, held: Held): TouchingLoss[] {
  const losses: TouchingLoss[] = (Object.keys(plural) as Kind[]).flatMap((kind) => {
    const records = recordsOf(dataset, kind)
    const keeps = held[kind] as readonly string[] | undefined
    if (keeps === undefined) return [{ what: plural[kind], touches: touched(kind, records) }]
    return Object.entries(fields[kind] as Fields<unknown>).flatMap(([name, field]) => {
      if (keeps.includes(name)) return []
      const [what, isMissed] = field as Field<unknown>
      return [{ what, touches: touched(kind, records, isMissed) }]
    })
  })
  losses.push({
    what: 'headings, lists, emphasis, who speaks in turns and other structure of texts',
    touches: structuredDocuments(dataset, parseTxt),
  })
  return thatTouch(losses)
}

function recordsOf(dataset: Data.Dataset, kind: Kind): readonly { id: string }[] {
  switch (kind) {
    case 'annotator':
      return dataset.annotators
    case 'speaker':
      return dataset.speakers
    case 'tag':
      return dataset.tags
    case 'link_type':
      return dataset.linkTypes
    case 'document':
      return dataset.documents
    case 'claim':
      return dataset.claims
    case 'annotation':
      return dataset.annotations
    case 'link':
      return dataset.links
    case 'memo':
      return dataset.memos
  }
}
