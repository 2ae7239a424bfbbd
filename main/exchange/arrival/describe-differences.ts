import type { Repositories } from '../../../db/repositories/index.ts'
import type { Compared, Comparison } from '../../../preload/contract/annotation-import.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type * as Data from '../dataset.ts'
import type { Differences, FieldDifference } from './differences.ts'
import type { OwnRecords } from './own-records.ts'
import { keyOfDifference } from './take-differences.ts'

/** No list that is longer than this is read to its end. */
const most = 200

/** What differs, in words that a person can decide by. */
export function describeDifferences(
  repositories: Repositories,
  { added, changed, missing }: Differences,
  dataset: Data.Dataset,
  own: OwnRecords,
): Comparison {
  const words = wordsFor(repositories, dataset, own)
  return {
    counts: { added: added.length, changed: changed.length, missing: missing.length },
    added: added.slice(0, most).map((one) => ({ ...words.heading(one), isCertain: true, fields: [] })),
    changed: changed.slice(0, most).map(({ fields, ...one }) => ({
      ...words.heading(one),
      isCertain: true,
      fields: fields.map((field) => words.field(one, field)),
    })),
    missing: missing
      .slice(0, most)
      .map(({ isCertain, ...one }) => ({ ...words.heading(one), isCertain, fields: [] })),
  }
}

interface One {
  kind: Compared
  id: string
}

function wordsFor(repositories: Repositories, dataset: Data.Dataset, own: OwnRecords) {
  const { annotations, claims, documents, memos, speakers, tags, linkTypes } = repositories
  const names = new Map(
    [
      ...[...dataset.tags, ...dataset.linkTypes, ...dataset.speakers],
      ...[...tags.list(), ...linkTypes.list(), ...speakers.list()].map(({ uid, name }) => ({
        id: uid,
        name,
      })),
    ].map(({ id, name }) => [id, name]),
  )
  const statements = new Map(dataset.claims.map(({ id, statement }) => [id, statement]))
  const titles = new Map(dataset.documents.map(({ id, title }) => [id, title]))
  const arriving = {
    annotation: new Map(dataset.annotations.map((annotation) => [annotation.id, annotation])),
    link: new Map(dataset.links.map((link) => [link.id, link])),
    memo: new Map(dataset.memos.map((memo) => [memo.id, memo])),
  }
  const statementOf = (id: string): string => claims.findByUid(id)?.statement ?? statements.get(id) ?? ''

  /** The words of spans of an annotation, in the text that the project has or will have. */
  const passage = (id: string, spans: readonly { start: number; end: number }[]): string => {
    const here = annotations.findByUid(id)
    const text = here
      ? documents.plainText(here.documentId)
      : dataset.textOf(arriving.annotation.get(id)!.document).text
    return shortened(spans.map(({ start, end }) => text.slice(start, end)).join(' […] '))
  }

  const endInWords = (end: Data.LinkEnd): string => {
    if ('claim' in end) return `“${shortened(statementOf(end.claim))}”`
    if ('link' in end) return 'a link'
    const here = annotations.findByUid(end.annotation)
    const spans = here?.spans ?? arriving.annotation.get(end.annotation)?.spans
    return spans ? `“${passage(end.annotation, spans)}”` : ''
  }

  function heading({ kind, id }: One): { key: string; kind: Compared; name: string; where: string } {
    const isHere = own.has(kind, id)
    const key = keyOfDifference({ kind, id })
    switch (kind) {
      case 'annotation': {
        const there = arriving.annotation.get(id)
        const here = isHere ? annotations.get(own.rowId(kind, id) as AnnotationId) : undefined
        const title = here ? documents.get(here.documentId).title : titles.get(there!.document)!
        const name = here ? tags.get(here.tagId).name : (names.get(there!.tag) ?? '')
        return { key, kind, name, where: `${title}: “${passage(id, here?.spans ?? there!.spans)}”` }
      }
      case 'link': {
        const there = arriving.link.get(id)
        const here = isHere ? linkOf(id) : undefined
        const [type, source, target] = here ?? [there!.linkType, there!.source, there!.target]
        return {
          key,
          kind,
          name: names.get(type) ?? '',
          where: `${endInWords(source)} – ${endInWords(target)}`,
        }
      }
      case 'claim':
        return { key, kind, name: 'Claim', where: `“${shortened(statementOf(id))}”` }
      case 'tag':
        return { key, kind, name: names.get(id) ?? '', where: 'in the codebook' }
      case 'speaker':
        return { key, kind, name: names.get(id) ?? '', where: 'among the speakers' }
      case 'document': {
        const title = documents.findByUid(id)?.title ?? titles.get(id) ?? ''
        return { key, kind, name: 'Document', where: title }
      }
      case 'memo': {
        const text = isHere ? memos.findByUid(id)!.text : arriving.memo.get(id)!.text
        return { key, kind, name: 'Memo', where: `“${shortened(text)}”` }
      }
    }
  }

  function linkOf(id: string): [type: string, source: Data.LinkEnd, target: Data.LinkEnd] {
    const { linkType, source, target } = own.find('link', id)!
    return [linkType as string, source as Data.LinkEnd, target as Data.LinkEnd]
  }

  function field(one: One, { field, here, there, alsoHere }: FieldDifference) {
    const inWords = (value: unknown): string => valueInWords(one, field, value) || 'none'
    return { field: fieldNames[field] ?? field, here: inWords(here), there: inWords(there), alsoHere }
  }

  function valueInWords({ id }: One, field: string, value: unknown): string {
    if (value === null || value === '') return ''
    switch (field) {
      case 'tag':
      case 'linkType':
      case 'speaker':
      case 'parent':
        return names.get(value as string) ?? ''
      case 'claim':
        return `“${shortened(statementOf(value as string))}”`
      case 'spans':
        return `“${passage(id, value as Data.Annotation['spans'])}”`
      case 'source':
      case 'target':
        return endInWords(value as Data.LinkEnd)
      case 'attributes':
      case 'metadata':
        if (Array.isArray(value)) return shortened(value.map(({ name }) => name).join(', '))
        return shortened(
          [...(value as Data.AttributeMap)].map(([name, own]) => `${name}: ${inPlain(own)}`).join('; '),
        )
      case 'note':
      case 'statement':
      case 'text':
      case 'status':
      case 'name':
      case 'title':
      case 'definition':
      case 'include':
      case 'exclude':
        return `“${shortened(value as string)}”`
      case 'examples':
      case 'variants':
        return shortened((value as string[]).map((words) => `“${words}”`).join(', '))
      default:
        return String(value)
    }
  }

  return { heading, field }
}

const fieldNames: Record<string, string> = {
  ...{ tag: 'Tag', spans: 'Words', claim: 'Claim', speaker: 'Speaker', attributes: 'Attributes' },
  ...{ confidence: 'Confidence', note: 'Note', linkType: 'Link type', source: 'From', target: 'To' },
  ...{
    name: 'Name',
    role: 'Role',
    color: 'Colour',
    key: 'Key',
    parent: 'Above it',
    definition: 'Definition',
  },
  ...{
    include: 'When to use',
    exclude: 'When not',
    examples: 'Examples',
    kind: 'Kind',
    variants: 'Also called',
  },
  ...{ title: 'Title', metadata: 'Facts' },
  ...{ strength: 'Strength', status: 'Status', statement: 'Statement', text: 'Text' },
}

const inPlain = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

function shortened(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')]
  return characters.length > 90 ? `${characters.slice(0, 90).join('')}…` : characters.join('')
}
