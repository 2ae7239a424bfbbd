import { daysOf } from '../../../../preload/contract/dates.ts'
import type { Dataset, LinkEnd } from '../../dataset.ts'
import { type Agreement, agreementIn } from './agreement.ts'
import type { Column, TableShape } from './columns.ts'
import { splitNames } from './columns.ts'
import { frontMatter } from './front-matter.ts'
import { addressOf } from './licences.ts'
import { plainWords, quoted, table } from './markdown.ts'
import { countBy } from './rows.ts'
import { allShapes } from './table-shapes.ts'
import { tagNamesOf } from './tag-names.ts'
import type { Terms } from './terms.ts'
import { shareThatTies, type Ties, wordsThatTie } from './ties.ts'
import type { Counts } from './write-tables.ts'

export interface CardMaterial {
  dataset: Dataset
  terms: Terms
  ties: Ties
  splitNotes: readonly string[]
  /** Rows by table and split; of a table that is not parted under null. */
  counts: Counts
  /** In UTF-16 code units. */
  lengthOf: (documentId: string) => number
  /** Which program wrote it, such as `Rejoinder 0.1.0`. */
  program: string
  /** ISO 8601, the day. */
  published: string
}

/** README.md: what is in the folder, for people and for the loaders that read its first lines. */
export function card(material: CardMaterial): string {
  const { dataset, terms } = material
  const { name, description } = dataset.project
  return `${[
    frontMatter(dataset, terms, material.counts),
    `# ${plainWords(name) || 'Dataset'}`,
    ...(description.trim() === '' ? [] : [quoted(description)]),
    ...contents(material),
    ...counts(material),
    ...splits(material),
    ...annotation(material),
    ...agreement(material),
    ...provenance(material),
    ...licence(material),
    ...loading,
    ...schema,
  ].join('\n\n')}\n`
}

function contents({ dataset, terms }: CardMaterial): string[] {
  const kept = terms.withheld.size
  const all = dataset.documents.length
  const withheld =
    kept === 0
      ? 'The texts are in it.'
      : `The ${kept === all ? 'texts' : `texts of ${kept} of the ${all} documents`} are withheld: of these there are the SHA-256 of the text and the places of the annotations. With the same text at hand, the places fit where its hash is the same.`
  return [
    '## What is in it',
    `${inWords(dataset)}.`,
    withheld,
    table(
      ['file', 'what it is'],
      [
        [
          '`parquet/`, `jsonl/`',
          'the same tables twice: a folder for each table with `train`, `dev` and `test`',
        ],
        ['`codebook.md`', 'the tags with definitions and examples, to read'],
        ['`croissant.json`', 'this description for machines (Croissant 1.0)'],
        ['`SHA256SUMS`', 'checksums of all files: `sha256sum -c SHA256SUMS`'],
      ],
    ),
  ]
}

/** What there is of it. */
function inWords({ annotations, claims, links }: Dataset): string {
  const documents = new Map(annotations.map(({ id, document }) => [id, document]))
  const documentOf = (end: LinkEnd) => ('annotation' in end ? documents.get(end.annotation) : undefined)
  const isAcross = links.some(({ source, target }) => {
    const [from, to] = [documentOf(source), documentOf(target)]
    return from !== undefined && to !== undefined && from !== to
  })
  const parts = [
    annotations.length > 0 ? 'Passages of texts with tags of a codebook' : 'Texts',
    ...(claims.length > 0 ? ['claims that stand above their wordings'] : []),
    ...(links.length > 0 ? [`links between them${isAcross ? ', also across documents' : ''}`] : []),
  ]
  const last = parts.pop()!
  return parts.length === 0 ? last : `${parts.join(', ')}${parts.length > 1 ? ',' : ''} and ${last}`
}

function counts({ counts: rows, dataset }: CardMaterial): string[] {
  const number = (value: number | undefined) => (value ?? 0).toLocaleString('en')
  const uses = countBy(dataset.annotations, ({ tag }) => tag)
  const links = countBy(dataset.links, ({ linkType }) => linkType)
  const names = tagNamesOf(dataset)
  return [
    '## Counts',
    table(
      ['table', ...splitNames, 'all'],
      allShapes.map(({ name, isSplit }) => {
        const own = rows.get(name)!
        const all = [...own.values()].reduce((sum, count) => sum + count, 0)
        return [
          `\`${name}\``,
          ...splitNames.map((split) => (isSplit ? number(own.get(split)) : '')),
          number(all),
        ]
      }),
    ),
    ...(dataset.tags.length === 0
      ? []
      : [
          table(
            ['tag', 'annotations'],
            dataset.tags.map(({ id }) => [names.get(id)!, number(uses.get(id))]),
          ),
        ]),
    ...(dataset.links.length === 0
      ? []
      : [
          table(
            ['link type', 'links'],
            dataset.linkTypes
              .filter(({ id }) => links.has(id))
              .map(({ id, name }) => [plainWords(name), number(links.get(id))]),
          ),
        ]),
  ]
}

function splits({ terms, ties, splitNotes }: CardMaterial): string[] {
  const { seed, shares } = terms
  const groups = ties.groups.filter(({ documents }) => documents > 0)
  const largest = Math.max(0, ...groups.map(({ documents }) => documents))
  return [
    '## Splits',
    `Train, dev and test are to be ${splitNames.map((split) => shares[split]).join('/')} percent of the documents, and of the annotations and links in them, with the seed ${seed}. What belongs together is never parted: the two ends of a link, all mentions of a claim, and copies of a text, such as the same agency report in two papers. So ${countOf(groups.length, 'group')} of documents could be dealt out; the largest has ${countOf(largest, 'document')}.`,
    `Two documents count as copies when they come from the same file or have the same text, or share a passage (16 words and more, nearly word for word) that is at least ${wordsThatTie} words long, or ${100 * shareThatTies} % of one of them, or holds an annotation. ${ties.copiedDocuments === 0 ? 'None has such a copy.' : `${countOf(ties.copiedDocuments, 'document')} ${ties.copiedDocuments === 1 ? 'has' : 'have'} such a copy.`}`,
    ...splitNotes,
  ]
}

const countOf = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

function annotation({ dataset, terms }: CardMaterial): string[] {
  const { annotations, links, tags } = dataset
  const annotators = new Set([...annotations, ...links].map(({ annotator }) => annotator)).size
  const created = [...annotations, ...links]
    .map((one) => one.created.slice(0, 10))
    .filter(Boolean)
    .sort()
  const [first, last] = [created[0], created.at(-1)]
  const period = first === last ? `of ${first}` : `dated from ${first} to ${last}`
  const dated = first
    ? ` Annotations and links are ${period}. What came from another program without a date has the day on which it was imported, and without a name that of who imported it.`
    : ''
  const people =
    annotators === 0
      ? `The codebook has ${countOf(tags.length, 'tag')}; nothing is annotated yet.`
      : `The annotations and links are signed by ${annotators === 1 ? 'one annotator' : `${annotators} annotators`}, with a codebook of ${countOf(tags.length, 'tag')}.`
  return [
    '## How it was annotated',
    `${people}${dated} Passages may overlap, be nested and have gaps.`,
    ...(terms.method.trim() === '' ? [] : [quoted(terms.method)]),
  ]
}

function agreement({ dataset, lengthOf, terms }: CardMaterial): string[] {
  const found = agreementIn(dataset, lengthOf)
  return found === null ? [] : ['## Agreement', ...agreementWords(found, dataset, terms)]
}

function agreementWords(found: Agreement, { annotators, tags }: Dataset, terms: Terms): string[] {
  const names = new Map(
    annotators.map(({ id, name }, at) => [
      id,
      terms.namesAnnotators ? plainWords(name) : `Annotator ${at + 1}`,
    ]),
  )
  const tagNames = tagNamesOf({ tags })
  const share = (value: number) => value.toFixed(3)
  return [
    `${countOf(found.documents, 'document')} ${found.documents === 1 ? 'has' : 'have'} annotations of more than one person; only these count here, and somebody counts for a document in which they have annotated anything.`,
    'F1 is the harmonic mean of the shares of each one’s annotations that the other has too: **exact** with the same tag and the same stretches, **overlapping** with the same tag and at least one character in common.',
    table(
      ['annotators', 'documents', 'annotations', 'F1 exact', 'F1 overlapping'],
      found.pairs.map(({ annotators: [one, other], documents, annotations, exact, overlapping }) => [
        `${names.get(one)}, ${names.get(other)}`,
        String(documents),
        annotations.join(', '),
        ...[share(exact), share(overlapping)],
      ]),
    ),
    'Krippendorff’s α (nominal) for each tag over the characters of these documents: whether a character is inside of a passage with the tag or not.',
    table(
      ['tag', 'α'],
      found.tags.map(({ tag, alpha }) => [tagNames.get(tag)!, alpha === null ? 'not defined' : share(alpha)]),
    ),
  ]
}

function provenance({ dataset, program, published, terms }: CardMaterial): string[] {
  const { documents } = dataset
  const values = (name: string) => documents.map(({ metadata }) => metadata.get(name) ?? '').filter(Boolean)
  const outlets = [...countBy(values('outlet'), (outlet) => outlet)].sort((a, b) => b[1] - a[1])
  const shown = outlets.slice(0, 20).map(([name, count]) => `${plainWords(name)} (${count})`)
  const kinds = [...countBy(documents, ({ source }) => source.mediaType)]
    .filter(([kind]) => kind !== '')
    .map(([kind, count]) => `${plainWords(kind)} (${count})`)
  const said = [
    datesOf(values('date'), documents.length),
    languagesInWords(values('language'), documents.length),
  ].filter(Boolean)
  return [
    '## Provenance',
    `The columns \`source_name\` and \`source_sha256\` tell the file that each text comes from${kinds.length === 0 ? '' : `, by kind: ${kinds.join(', ')}`}. A text can differ from what its file shows: an import keeps the words and may leave out menus of web pages, deleted passages or pictures, and join the lines of a page. The project does not record what was left out. ${said.join(' ')}`,
    ...(shown.length === 0
      ? []
      : [
          `Outlets: ${shown.join(', ')}${outlets.length > shown.length ? ` and ${outlets.length - shown.length} more` : ''}.`,
        ]),
    `Written on ${published} by ${plainWords(program)}${terms.authors === '' ? '' : `, for ${plainWords(terms.authors)}`}.${terms.address === '' ? '' : ` It is published at <${terms.address}>.`}`,
  ]
}

/** What is said of the documents’ languages: the card’s first lines know only those. */
function languagesInWords(values: readonly string[], documents: number): string {
  const without = documents - values.length
  if (documents === 0) return ''
  if (without === documents) return 'No document has a language.'
  const named = [...countBy(values, (value) => value)]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => `${plainWords(value)} (${count})`)
  const rest = without === 0 ? '' : `; of ${countOf(without, 'document')} no language is stated`
  return `Languages: ${named.join(', ')}${rest}.`
}

/** Between which dates the documents lie. What is no ISO date cannot be compared: it is counted only. */
function datesOf(values: readonly string[], documents: number): string {
  const dates = values.flatMap((value) => {
    const days = daysOf(value)
    return days ? [{ words: plainWords(value.trim()), ...days }] : []
  })
  const [unread, without] = [values.length - dates.length, documents - values.length]
  const have = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'has' : 'have'} ${what}`]
  if (documents > 0 && without === documents) return 'No document has a date.'
  const parts = [...have(unread, 'a date that is no ISO date'), ...have(without, 'no date')]
  if (dates.length > 0) {
    const first = dates.reduce((one, other) => (other.first < one.first ? other : one)).words
    const last = dates.reduce((one, other) => (other.last > one.last ? other : one)).words
    parts.unshift(
      `${dates.length} ${dates.length === 1 ? 'is' : 'are'} dated, ${first === last ? first : `from ${first} to ${last}`}`,
    )
  }
  return parts.length === 0 ? '' : `Of the documents ${parts.join('; ')}.`
}

function licence({ terms }: CardMaterial): string[] {
  const address = addressOf(terms.licence)
  const words =
    terms.licence === ''
      ? 'None is stated. Without one, others may not use the dataset: ask its authors.'
      : address
        ? `[${terms.licence}](${address})`
        : plainWords(terms.licence)
  return ['## Licence', words, 'It covers the annotations; texts may have rights of their own.']
}

const loading = [
  '## Loading it',
  'Python, with `datasets` (no script is run):',
  `\`\`\`python
from datasets import load_dataset
annotations = load_dataset("path/to/this/folder")  # train, dev, test
pairs = load_dataset("path/to/this/folder", "claim_pairs")
codebook = load_dataset("path/to/this/folder", "codebook", split="train")  # not parted: all is in "train"
\`\`\``,
  'A table or split that has no rows cannot be loaded so; its files are there and empty.',
  'Python, with `pandas`:',
  `\`\`\`python
import pandas
pairs = pandas.read_parquet("parquet/claim_pairs/train.parquet")
documents = pandas.read_json(
    "jsonl/documents/train.jsonl", lines=True, dtype=False, convert_dates=False, precise_float=True
)
\`\`\``,
  'R, with `arrow` or `jsonlite`:',
  `\`\`\`r
pairs <- arrow::read_parquet("parquet/claim_pairs/train.parquet")
annotations <- jsonlite::stream_in(file("jsonl/annotations/train.jsonl"))
\`\`\``,
  'Offsets count Unicode code points, from 0, end exclusive: in Python `text[start:end]`, in R `substr(text, start + 1, end)`. JavaScript and Java count otherwise; for them there is `spans_utf16`.',
]

const kindNames = { text: 'text', whole: 'integer', number: 'number', truth: 'true or false' } as const

const schema = [
  '## Tables',
  ...allShapes.flatMap(({ name, means, columns }: TableShape) => [
    `### ${name}`,
    means,
    table(
      ['column', 'holds', 'means'],
      columns.flatMap((column) => columnRows(column, '')),
    ),
  ]),
]

function columnRows({ name, holds, isList, isOptional, means }: Column, above: string): string[][] {
  const kind = typeof holds === 'string' ? kindNames[holds] : 'record'
  const words = `${isList ? 'list of ' : ''}${kind}${isOptional ? ' or null' : ''}`
  return [
    [`\`${above}${name}\``, words, means],
    ...(typeof holds === 'string' ? [] : holds.flatMap((inner) => columnRows(inner, `${above}${name}.`))),
  ]
}
