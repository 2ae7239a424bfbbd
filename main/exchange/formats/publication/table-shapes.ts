import type { Column, TableShape } from './columns.ts'

const text = (name: string, means: string): Column => ({ name, holds: 'text', means })
const whole = (name: string, means: string): Column => ({ name, holds: 'whole', means })
const truth = (name: string, means: string): Column => ({ name, holds: 'truth', means })
const orNull = (column: Column): Column => ({ ...column, isOptional: true })
const listOf = (column: Column): Column => ({ ...column, isList: true })

const spanColumns = [
  whole('start', 'where it begins, from 0'),
  whole('end', 'where it ends; the character there is no longer part of it'),
]
const spans: Column = {
  ...{ name: 'spans', holds: spanColumns, isList: true },
  means:
    'its stretches in `text` of the document, in Unicode code points, as Python and R count; end exclusive',
}
const quote = orNull(
  listOf(text('quote', 'the words of each stretch; null where the text of the document is withheld')),
)
const split = text('split', 'train, dev or test')

const mentions = (name: string, means: string): Column => ({
  ...{ name, isList: true, means },
  holds: [
    text('annotation_id', 'of the passage'),
    text('document_id', 'where it stands'),
    text('document_title', 'title of the document'),
    orNull(text('document_date', 'date of the document')),
    orNull(text('speaker', 'who says it')),
    text('tag', 'name of its tag'),
    spans,
    quote,
  ],
})

const side = (name: string, whose: string): Column[] => [
  orNull(text(`${name}_id`, `the claim ${whose}; null where it is a passage that is part of no claim`)),
  orNull(text(`${name}_statement`, 'its canonical statement')),
  mentions(`${name}_mentions`, 'the passages that state it'),
]

export const tableShapes = {
  documents: {
    ...{ name: 'documents', isSplit: true, means: 'A text.' },
    columns: [
      text('id', 'stable for ever'),
      text('title', ''),
      orNull(text('text', 'the plain text, blocks parted by a line feed; null where it is withheld')),
      text('text_sha256', 'SHA-256 of the text as UTF-8, also where the text is withheld'),
      whole('text_length', 'in Unicode code points'),
      orNull(text('author', '')),
      orNull(text('outlet', '')),
      orNull(text('date', 'as precise as it is known: year, month or day')),
      orNull(text('language', 'BCP 47')),
      orNull(text('url', '')),
      {
        ...{ name: 'metadata', isList: true, means: 'all other fields' },
        holds: [text('name', ''), text('value', '')],
      },
      text('source_name', 'the file that was imported'),
      text('source_media_type', ''),
      text('source_sha256', 'of the bytes of that file; empty where it is not known'),
      text('tied_group', 'documents of one group are tied to each other and stand in one split'),
      split,
    ],
  },
  annotations: {
    ...{ name: 'annotations', isSplit: true, means: 'A passage with a tag, by one annotator.' },
    columns: [
      text('id', 'stable for ever'),
      text('document_id', ''),
      text('document_title', ''),
      orNull(text('document_date', '')),
      text('tag_id', ''),
      text('tag', 'name of the tag; several may have one name, `tag_id` tells them apart'),
      text('role', 'claim, rebuttal, premise or none'),
      spans,
      {
        ...spans,
        name: 'spans_utf16',
        means: 'the same in UTF-16 code units, as JavaScript and Java count',
      },
      quote,
      orNull(text('claim_id', 'the claim that it states')),
      orNull(text('claim', 'its canonical statement')),
      orNull(text('speaker_id', '')),
      orNull(text('speaker', 'who says it')),
      orNull(text('turn_speaker', 'whom the turn names that it begins in, as the source writes it')),
      text('annotator_id', ''),
      text('annotator', ''),
      {
        ...{ name: 'attributes', isList: true, means: 'values of the attributes of its tag' },
        holds: [text('name', ''), text('kind', 'text, number or truth'), text('value', 'as JSON writes it')],
      },
      { name: 'confidence', holds: 'number', isOptional: true, means: 'of the annotator, from 0 to 1' },
      text('note', ''),
      text('created', 'ISO 8601'),
      split,
    ],
  },
  claims: {
    ...{ name: 'claims', isSplit: true, means: 'One proposition above its wordings.' },
    columns: [
      text('id', 'stable for ever'),
      orNull(text('statement', 'null where it stands word for word in a text that is withheld')),
      listOf(text('annotations', 'the passages that state it; none where it is implicit')),
      text('note', ''),
      text('created', 'ISO 8601'),
      split,
    ],
  },
  claimPairs: {
    ...{ name: 'claim_pairs', isSplit: true },
    means: 'A claim and what is said against it, with all wordings of both.',
    columns: [
      text('id', 'of the first link between the two'),
      text('link_type_id', ''),
      text('link_type', 'how the counter-claim answers the claim'),
      truth('symmetric', 'whether it reads the same from both sides'),
      truth('across_documents', 'whether they have wordings in different documents'),
      ...side('claim', 'that is answered'),
      ...side('counter', 'that answers'),
      listOf(text('links', 'all links between the two of this type')),
      listOf(text('annotators', 'names of those who made them')),
      split,
    ],
  },
  links: {
    ...{ name: 'links', isSplit: true, means: 'A typed tie between two passages, claims or links.' },
    columns: [
      text('id', 'stable for ever'),
      text('link_type_id', ''),
      text('link_type', ''),
      truth('symmetric', 'whether it reads the same from both ends'),
      truth('against', 'whether its source speaks against its target'),
      text('source_kind', 'annotation, claim or link'),
      text('source_id', ''),
      text('target_kind', 'annotation, claim or link'),
      text('target_id', ''),
      text('annotator_id', ''),
      text('annotator', ''),
      { name: 'strength', holds: 'number', isOptional: true, means: 'from 0 to 1' },
      text('status', ''),
      text('note', ''),
      text('created', 'ISO 8601'),
      split,
    ],
  },
  codebook: {
    ...{ name: 'codebook', isSplit: false, means: 'A tag, with what it means.' },
    columns: [
      text('id', 'stable for ever'),
      text('name', ''),
      orNull(text('parent_id', 'the tag above it')),
      text('role', 'claim, rebuttal, premise or none'),
      text('color', ''),
      text('definition', ''),
      text('include', 'when to use it'),
      text('exclude', 'when not'),
      listOf(text('examples', '')),
      {
        ...{ name: 'attributes', isList: true, means: 'what is asked of each passage' },
        holds: [
          text('name', ''),
          text('kind', ''),
          listOf(text('values', 'to choose from')),
          truth('required', ''),
        ],
      },
      whole('annotations', 'how many have it'),
    ],
  },
  linkTypes: {
    ...{ name: 'link_types', isSplit: false, means: 'A kind of link.' },
    columns: [
      text('id', 'stable for ever'),
      text('name', ''),
      truth('symmetric', ''),
      truth('against', 'whether the source of such a link speaks against its target'),
      listOf(text('source_roles', 'roles of tags that it may go out from; none is any')),
      listOf(text('target_roles', 'roles of tags that it may lead to; none is any')),
      whole('links', 'how many there are'),
    ],
  },
  speakers: {
    ...{ name: 'speakers', isSplit: false, means: 'A person or body that says something in a text.' },
    columns: [text('id', ''), text('name', ''), text('kind', ''), listOf(text('variants', 'other names'))],
  },
  annotators: {
    ...{ name: 'annotators', isSplit: false, means: 'Whose work it is.' },
    columns: [
      text('id', ''),
      text('name', ''),
      whole('annotations', 'how many are theirs'),
      whole('links', 'how many are theirs'),
    ],
  },
} as const satisfies Record<string, TableShape>

export type TableName = keyof typeof tableShapes
export const allShapes: readonly TableShape[] = Object.values(tableShapes)
