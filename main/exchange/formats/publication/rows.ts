import { createHash } from 'node:crypto'
import { codePointsOf } from '../../code-points.ts'
import type { Annotation, Dataset, Document, LinkEnd } from '../../dataset.ts'
import { detached } from '../../detached.ts'
import { type ClaimPair, claimPairsOf, isAgainstType, type PairSide } from './claim-pairs.ts'
import type { Row, SplitName } from './columns.ts'
import { type Placed, type PlacedSpan, placed } from './quotes.ts'
import type { TableName } from './table-shapes.ts'
import type { Terms } from './terms.ts'
import type { Ties } from './ties.ts'

/** All that rows are made of. */
export interface Material {
  dataset: Dataset
  terms: Terms
  ties: Ties
  splitOf: ReadonlyMap<string, SplitName>
  /** Claims whose statements stand in a text that is withheld, by id. */
  hiddenStatements: ReadonlySet<string>
}

export interface TableRow {
  table: TableName
  row: Row
}

const ownColumns = ['author', 'outlet', 'date', 'language', 'url']

/** Every row of every table, table by table; each is made when it is asked for. */
export function* rowsOf(material: Material): Generator<TableRow> {
  const { dataset } = material
  const named = namesIn(material)
  for (const row of documentRows(material)) yield { table: 'documents', row }
  const pairs = claimPairsOf(dataset)
  const paired = new Set(
    pairs.flatMap(({ claim, counter }) => [...claim.mentions, ...counter.mentions].map(({ id }) => id)),
  )
  const kept = new Map<string, KeptWords>()
  for (const one of placed(dataset)) {
    const { id } = one.annotation
    if (paired.has(id)) kept.set(id, { spans: one.spans, quote: one.quote.map(detached) })
    yield { table: 'annotations', row: annotationRow(one, named, material) }
  }
  yield* claimRows(material)
  for (const pair of pairs) yield { table: 'claimPairs', row: pairRow(pair, kept, named, material) }
  yield* linkRows(named, material)
  yield* codebookRows(dataset)
  for (const { id, name, kind, variants } of dataset.speakers) {
    yield { table: 'speakers', row: { id, name, kind, variants } }
  }
  const annotations = countBy(dataset.annotations, ({ annotator }) => annotator)
  const links = countBy(dataset.links, ({ annotator }) => annotator)
  for (const { id } of dataset.annotators) {
    const counts = { annotations: annotations.get(id) ?? 0, links: links.get(id) ?? 0 }
    yield { table: 'annotators', row: { id, name: named.annotator(id), ...counts } }
  }
}

/** How many rows `rowsOf` gives. */
export function countRows({ dataset }: Pick<Material, 'dataset'>): number {
  const { documents, annotations, claims, links, tags, linkTypes, speakers, annotators } = dataset
  const lists = [documents, annotations, claims, links, tags, linkTypes, speakers, annotators]
  return lists.reduce((sum, list) => sum + list.length, claimPairsOf(dataset).length)
}

type Names = ReturnType<typeof namesIn>

function namesIn({ dataset, terms }: Material) {
  const byId = <T extends { id: string }>(things: readonly T[]) =>
    new Map(things.map((thing) => [thing.id, thing]))
  const annotators = new Map(
    dataset.annotators.map(({ id, name }, at) => [id, terms.namesAnnotators ? name : `Annotator ${at + 1}`]),
  )
  const speakers = byId(dataset.speakers)
  return {
    documents: byId(dataset.documents),
    tags: byId(dataset.tags),
    claims: byId(dataset.claims),
    linkTypes: byId(dataset.linkTypes),
    annotator: (id: string): string => annotators.get(id)!,
    speaker: (id: string | null): string | null => (id === null ? null : speakers.get(id)!.name),
  }
}

function splitOf(group: string, { splitOf }: Material): string {
  return splitOf.get(group)!
}

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

function* documentRows(material: Material): Generator<Row> {
  const { dataset, terms, ties } = material
  for (const { id, title, metadata, source } of dataset.documents) {
    const { text } = dataset.textOf(id)
    const group = ties.groupOf.document(id)
    const known = Object.fromEntries(ownColumns.map((name) => [name, metadata.get(name) ?? null]))
    yield {
      ...{ id, title, text: terms.withheld.has(id) ? null : text },
      ...{ text_sha256: hashOfText(text), text_length: codePointsOf(text).length },
      ...known,
      metadata: [...metadata]
        .filter(([name]) => !ownColumns.includes(name))
        .map(([name, value]) => ({ name, value })),
      ...{ source_name: source.name, source_media_type: source.mediaType, source_sha256: source.sha256 },
      ...{ tied_group: group, split: splitOf(group, material) },
    }
  }
}

const dateOf = ({ metadata }: Document): string | null => metadata.get('date') ?? null

function annotationRow({ annotation, spans, quote, turn }: Placed, named: Names, material: Material): Row {
  const { id, tag, claim, speaker, annotator, confidence, note, created } = annotation
  const document = named.documents.get(annotation.document)!
  const { name, role } = named.tags.get(tag)!
  return {
    ...{ id, document_id: document.id, document_title: document.title, document_date: dateOf(document) },
    ...{ tag_id: tag, tag: name, role, spans, spans_utf16: spansOf(annotation) },
    quote: material.terms.withheld.has(document.id) ? null : quote,
    ...{ claim_id: claim, claim: claim === null ? null : statementOf(claim, named, material) },
    ...{ speaker_id: speaker, speaker: named.speaker(speaker) },
    turn_speaker: material.terms.withheld.has(document.id) ? null : turn || null,
    ...{ annotator_id: annotator, annotator: named.annotator(annotator) },
    attributes: Array.from(annotation.attributes, ([name, value]) => ({
      ...{ name, kind: kindOf(value), value: JSON.stringify(value) },
    })),
    ...{ confidence, note, created },
    split: splitOf(material.ties.groupOf.document(document.id), material),
  }
}

const spansOf = ({ spans }: Annotation) => spans.map(({ start, end }) => ({ start, end }))

const kindOf = (value: string | number | boolean): string =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'truth'

function statementOf(claim: string, named: Names, { hiddenStatements }: Material): string | null {
  return hiddenStatements.has(claim) ? null : named.claims.get(claim)!.statement
}

/** What is kept of a passage until the pairs are written. */
interface KeptWords {
  spans: PlacedSpan[]
  quote: string[]
}

function mention(
  annotation: Annotation,
  { spans, quote }: KeptWords,
  named: Names,
  { terms }: Material,
): Row {
  const document = named.documents.get(annotation.document)!
  return {
    ...{ annotation_id: annotation.id, document_id: document.id, document_title: document.title },
    ...{ document_date: dateOf(document), speaker: named.speaker(annotation.speaker) },
    ...{ tag: named.tags.get(annotation.tag)!.name, spans },
    quote: terms.withheld.has(document.id) ? null : quote,
  }
}

function* claimRows(material: Material): Generator<TableRow> {
  const { dataset, ties, hiddenStatements } = material
  const mentions = Map.groupBy(dataset.annotations, ({ claim }) => claim)
  for (const { id, statement, note, created } of dataset.claims) {
    const row = {
      ...{ id, statement: hiddenStatements.has(id) ? null : statement },
      ...{ annotations: (mentions.get(id) ?? []).map((one) => one.id), note, created },
      split: splitOf(ties.groupOf.claim(id), material),
    }
    yield { table: 'claims', row }
  }
}

function pairRow(
  { linkType, links, claim, counter }: ClaimPair,
  kept: ReadonlyMap<string, KeptWords>,
  named: Names,
  material: Material,
): Row {
  const documents = new Set([...claim.mentions, ...counter.mentions].map(({ document }) => document))
  const side = (name: string, { claim, mentions: own }: PairSide): Row => ({
    [`${name}_id`]: claim?.id ?? null,
    [`${name}_statement`]: claim ? statementOf(claim.id, named, material) : null,
    [`${name}_mentions`]: own.map((one) => mention(one, kept.get(one.id)!, named, material)),
  })
  return {
    ...{
      id: links[0]!.id,
      link_type_id: linkType.id,
      link_type: linkType.name,
      symmetric: linkType.symmetric,
    },
    across_documents: documents.size > 1,
    ...side('claim', claim),
    ...side('counter', counter),
    links: links.map(({ id }) => id),
    annotators: [...new Set(links.map(({ annotator }) => named.annotator(annotator)))],
    split: splitOf(material.ties.groupOf.link(links[0]!.id), material),
  }
}

function* linkRows(named: Names, material: Material): Generator<TableRow> {
  const endOf = (name: string, end: LinkEnd): Row => {
    const [kind, id] = Object.entries(end)[0] as [string, string]
    return { [`${name}_kind`]: kind, [`${name}_id`]: id }
  }
  for (const link of material.dataset.links) {
    const { id, source, target, annotator, strength, status, note, created } = link
    const type = named.linkTypes.get(link.linkType)!
    const row = {
      ...{ id, link_type_id: type.id, link_type: type.name, symmetric: type.symmetric },
      ...{ against: isAgainstType(type), ...endOf('source', source), ...endOf('target', target) },
      ...{ annotator_id: annotator, annotator: named.annotator(annotator), strength, status, note, created },
      split: splitOf(material.ties.groupOf.link(id), material),
    }
    yield { table: 'links', row }
  }
}

function* codebookRows({ tags, linkTypes, annotations, links }: Dataset): Generator<TableRow> {
  const uses = countBy(annotations, ({ tag }) => tag)
  for (const { id, name, parent, role, color, definition, include, exclude, examples, attributes } of tags) {
    const row = {
      ...{ id, name, parent_id: parent, role, color, definition, include, exclude, examples },
      attributes: attributes.map(({ name, kind, values, required }) => ({ name, kind, values, required })),
      annotations: uses.get(id) ?? 0,
    }
    yield { table: 'codebook', row }
  }
  const linked = countBy(links, ({ linkType }) => linkType)
  for (const type of linkTypes) {
    const { id, name, symmetric, sourceRoles, targetRoles } = type
    const row = {
      ...{ id, name, symmetric, against: isAgainstType(type) },
      ...{ source_roles: sourceRoles, target_roles: targetRoles, links: linked.get(id) ?? 0 },
    }
    yield { table: 'linkTypes', row }
  }
}

export function countBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1)
  return counts
}
