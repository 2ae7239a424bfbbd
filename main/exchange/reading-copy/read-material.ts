import type { Repositories } from '../../../db/repositories/index.ts'
import { sameEnd } from '../../../db/repositories/links.ts'
import type { AttributeValues } from '../../../preload/contract/annotation.ts'
import { fitsAttribute } from '../../../preload/contract/attribute-rules.ts'
import type { AnnotationId, AnnotatorId, DocumentId, LinkId, TagId } from '../../../preload/contract/ids.ts'
import type { DescribedEnd, LinkEnd, SeenLink } from '../../../preload/contract/link.ts'
import { namedTurns, speakerOfTurn } from '../../../preload/contract/speaker-turns.ts'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { strongestFirst } from '../../handlers/annotation/counters.ts'
import { createDescriber, readOnce } from '../../handlers/claim/described-ends.ts'
import { speakerNamed } from '../../handlers/speaker/speaker-named.ts'
import type { Material, MaterialLink } from './material.ts'

const known = ['author', 'outlet', 'date', 'url', 'language']

interface Shown {
  annotatorIds?: readonly AnnotatorId[] | null
  tagIds?: readonly TagId[] | null
}

/**
 * Reads one document of a project with its annotations and their links, or with those of these annotators and tags
 * alone. Fails with `not-found` when it has gone.
 */
export function readMaterial(
  repositories: Repositories,
  documentId: DocumentId,
  { annotatorIds = null, tagIds = null }: Shown = {},
): Material {
  const { annotations, annotators, documents, links, project, speakers, tags } = repositories
  const { title, metadata } = documents.get(documentId)
  const read = readOnce(repositories)
  const describer = createDescriber(read)
  const chosen = annotatorIds && new Set(annotatorIds)
  const shown = tagIds && new Set(tagIds)
  const isChosen = (one: { annotatorId: AnnotatorId }) => chosen?.has(one.annotatorId) ?? true
  const isShown = ({ tagId }: { tagId: TagId }) => shown?.has(tagId) ?? true
  const all = annotations.listByDocument(documentId).filter((one) => isChosen(one) && isShown(one))
  const annotatorNames = new Map(annotators.list().map(({ id, name }) => [id, name]))
  const numbers = new Map(all.map(({ id }, i) => [id, i + 1]))
  const register = speakers.list()
  const speakerNames = new Map(register.map(({ id, name }) => [id, name]))
  const text = documents.text(documentId)
  const turns = namedTurns(text.blocks)
  /** Whom the turn names that a passage begins in, as the register calls them. */
  const inTurn = (at: number): string => {
    const name = speakerOfTurn(turns, at)
    return speakerNamed(register, name)?.name ?? name
  }
  const definitions = new Map(tags.listByPosition().map(({ id, attributes }) => [id, attributes]))
  const used = new Set(all.map(({ tagId }) => tagId))

  const sourceOf = (end: DescribedEnd): string => {
    if (end.kind === 'claim') return 'a claim'
    if (end.kind === 'link') return 'a link'
    const { documentTitle, speakerId } = end.annotation
    const speaker = speakerId === null ? '' : (speakerNames.get(speakerId) ?? '')
    return [documentTitle, speaker].filter(Boolean).join(', ')
  }
  const typeOf = ({ link }: SeenLink) => read.linkTypes.entry(link.linkTypeId)
  const toMaterial = (one: SeenLink, onto: readonly MaterialLink[], here: string): MaterialLink => {
    const { link, outgoing, other } = one
    const { name, symmetric } = typeOf(one)
    return {
      type: symmetric || outgoing ? name : `… ${name} ${here}`,
      isOutgoing: outgoing,
      isSymmetric: symmetric,
      words: wordsOf(other),
      source: sourceOf(other),
      date: other.kind === 'annotation' ? other.annotation.documentDate : '',
      to: other.kind === 'annotation' ? (numbers.get(other.annotation.id) ?? null) : null,
      strength: link.strength,
      note: link.note,
      onto,
    }
  }
  // As on the cards of the margin: what stands against it first, the strongest before the others.
  const seenFrom = (end: LinkEnd): SeenLink[] => {
    const all = links
      .listByEnd(end)
      .filter(isChosen)
      .map((link) => {
        const outgoing = sameEnd(link.source, end)
        return { link, outgoing, other: describer.get(outgoing ? link.target : link.source) }
      })
    return strongestFirst(all, typeOf)
  }
  const ontoOf = (id: LinkId) => seenFrom({ link: id }).map((one) => toMaterial(one, [], 'this link'))
  const linksOf = (id: AnnotationId): MaterialLink[] =>
    seenFrom({ annotation: id }).map((one) => toMaterial(one, ontoOf(one.link.id), 'this'))

  return {
    title,
    language: metadata.language ?? '',
    facts: [
      ...known.flatMap((name) => (metadata[name] ? [{ name, value: metadata[name] }] : [])),
      ...Object.entries(metadata).flatMap(([name, value]) =>
        known.includes(name) || value === '' ? [] : [{ name, value }],
      ),
    ],
    project: project.get().name,
    text,
    tags: tags.listByPosition().filter(({ id }) => used.has(id)),
    annotations: all.map(({ id, tagId, spans, note, speakerId, attributes, confidence, ...made }) => ({
      number: numbers.get(id)!,
      tag: tagId,
      spans,
      note,
      speaker: speakerId === null ? inTurn(spans[0]!.start) : (speakerNames.get(speakerId) ?? ''),
      details: detailsOf(definitions.get(tagId) ?? [], attributes, confidence),
      links: linksOf(id),
      annotator: annotatorNames.get(made.annotatorId) ?? '',
      created: made.created,
    })),
  }
}

const degrees = new Map([
  [0.25, 'low'],
  [0.5, 'medium'],
  [0.75, 'high'],
])

/** In the order of the codebook; what does not apply under the tag is left out. */
function detailsOf(
  definitions: readonly AttributeDefinition[],
  attributes: AttributeValues,
  confidence: number | null,
): string[] {
  const said = definitions.flatMap((definition) => {
    const value = attributes[definition.name]
    if (value === '' || !fitsAttribute(value, definition)) return []
    return `${definition.name}: ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`
  })
  if (confidence === null) return said
  return [...said, `confidence: ${degrees.get(confidence) ?? confidence}`]
}

function wordsOf(end: DescribedEnd): string {
  if (end.kind === 'annotation') return end.annotation.quote.join(' … ')
  return end.kind === 'claim' ? end.statement : end.words
}
