import type { AttributeMap, Dataset } from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { structuredDocuments } from '../plain-text.ts'
import type { Names } from './names.ts'
import { namesFor, type Serialization, unheldLinks } from './write.ts'

/** What a CAS of one document and one annotator has no place for. Reads every text. */
export function casLosses(dataset: Dataset, as: Serialization): TouchingLoss[] {
  const { annotators, annotations, claims, documents, links, linkTypes, memos, speakers, tags } = dataset
  const names = namesFor(dataset, as)
  const active = new Set(annotations.map(({ annotator }) => annotator))
  const speaking = new Set(annotations.map(({ speaker }) => speaker))
  const unheld = new Set(unheldLinks(dataset))
  const authors = new Map(annotations.map(({ id, annotator }) => [id, annotator]))
  return thatTouch([
    {
      what: 'links across documents or annotators, and links of claims and links',
      touches: touched('link', links, (link) => unheld.has(link)),
    },
    {
      what: 'who made a link between passages of another annotator',
      touches: touched(
        'link',
        links,
        (link) =>
          !unheld.has(link) &&
          'annotation' in link.source &&
          authors.get(link.source.annotation) !== link.annotator,
      ),
    },
    { what: 'memos', touches: touched('memo', memos) },
    {
      what: 'everything about tags but their names, and tags without passages',
      touches: touched('tag', tags),
    },
    {
      what: 'colours of link types, and which tags they may join',
      touches: touched('link_type', linkTypes),
    },
    { what: 'notes and dates of claims, and claims without passages', touches: touched('claim', claims) },
    {
      what: 'whether a speaker is a person, other names of speakers, and speakers without passages',
      touches: touched(
        'speaker',
        speakers,
        ({ id, name, kind, variants }) =>
          kind !== 'unknown' || variants.length > 0 || !speaking.has(id) || names.speaker(id) !== name,
      ),
    },
    {
      what: 'annotators without annotations, or without a name of their own',
      touches: touched(
        'annotator',
        annotators,
        ({ id, name }) => !active.has(id) || names.annotator(id) !== name,
      ),
    },
    {
      what: 'whether the value of an attribute is a number or a word, where both occur',
      touches: touched('annotation', annotations, ({ attributes }) => isMixed(attributes, names)),
    },
    {
      what: 'headings, lists, emphasis, pages, who speaks in turns and other structure of texts',
      touches: structuredDocuments(dataset),
    },
    {
      what: 'how far the work on a document is; names and checksums of the imported files',
      touches: touched('document', documents),
    },
  ])
}

const isMixed = (attributes: AttributeMap, names: Names): boolean =>
  [...attributes].some(([name, value]) => names.kindOf(name) === 'text' && typeof value !== 'string')
