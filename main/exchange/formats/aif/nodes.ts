import { isAgainst, isFor } from '../../../../preload/contract/link-type.ts'
import { annotationsInTexts } from '../../annotations-in-texts.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'

type Json = Record<string, unknown>
type Scheme = 'RA' | 'CA' | 'MA'

const schemeNames: Record<Scheme, string> = {
  ...{ RA: 'Default Inference', CA: 'Default Conflict', MA: 'Default Rephrase' },
}

/** The scheme that a kind of link is: for, against, or the same in other words; undefined where it is none of these. */
function schemeOf(type: Data.LinkType): Scheme | undefined {
  const { id: uid, sourceRoles } = type
  if (uid === 'restates') return 'MA'
  if (isAgainst({ uid, sourceRoles })) return 'CA'
  return isFor({ uid, sourceRoles }) ? 'RA' : undefined
}

/**
 * The links that become schemes: an edge from scheme to scheme says that the first is about the second, so none may
 * start from a link. A link onto one that does not become a scheme is none either.
 */
export function schemeLinks({ links, linkTypes }: Data.Dataset): Data.Link[] {
  const types = new Map(linkTypes.map((type) => [type.id, type]))
  const typed = links.filter(
    ({ linkType, source }) => !('link' in source) && schemeOf(types.get(linkType)!) !== undefined,
  )
  const sound = new Set(afterTheirEnds(typed, () => false).map(({ id }) => id))
  return typed.filter(({ id }) => sound.has(id))
}

export interface AifParts {
  nodes: Json[]
  edges: Json[]
  locutions: Json[]
  participants: Json[]
}

/** A dataset as a graph. Asks once for each text. */
export function aifOf(dataset: Data.Dataset): AifParts {
  const parts: AifParts = { nodes: [], edges: [], locutions: [], participants: [] }
  const numbers = new Map<string, string>()
  const node = (type: string, text: string, timestamp: string, extra?: Json, key?: string): string => {
    const nodeID = String(parts.nodes.length + 1)
    if (key !== undefined) numbers.set(key, nodeID)
    const scheme = type in schemeNames ? { scheme: text, schemeID: '0' } : {}
    parts.nodes.push({
      nodeID,
      text,
      type,
      timestamp: timestampOf(timestamp),
      ...scheme,
      ...(extra && { extra }),
    })
    return nodeID
  }
  const edge = (fromID: string, toID: string): void => {
    parts.edges.push({ edgeID: String(parts.edges.length + 1), fromID, toID })
  }

  for (const { id, statement, note, created } of dataset.claims) {
    node('I', statement, created, { claim: { id, note, created } }, `claim ${id}`)
  }
  const speakers = new Map(dataset.speakers.map((speaker) => [speaker.id, speaker]))
  const told = new Set<string>()
  for (const { annotation, words, source } of sourced(dataset)) {
    const { id, claim, speaker: speakerId, created } = annotation
    const own = node('I', words, created, { annotation: source }, `annotation ${id}`)
    if (claim !== null) {
      const rephrase = node('MA', schemeNames.MA, created, { mention: true })
      edge(own, rephrase)
      edge(rephrase, numbers.get(`claim ${claim}`)!)
    }
    const speaker = speakerId === null ? undefined : speakers.get(speakerId)!
    if (speaker === undefined) continue
    const locution = node('L', `${speaker.name} : ${words}`, created)
    const asserting = node('YA', 'Asserting', created)
    edge(locution, asserting)
    edge(asserting, own)
    parts.locutions.push({ nodeID: locution, personID: speaker.id, timestamp: timestampOf(created) })
    if (!told.has(speaker.id)) {
      parts.participants.push({ participantID: speaker.id, firstname: speaker.name, surname: '' })
    }
    told.add(speaker.id)
  }
  linksInto(dataset, node, edge, numbers)
  return parts
}

function linksInto(
  dataset: Data.Dataset,
  node: (type: string, text: string, timestamp: string, extra?: Json, key?: string) => string,
  edge: (fromID: string, toID: string) => void,
  numbers: ReadonlyMap<string, string>,
): void {
  const types = new Map(dataset.linkTypes.map((type) => [type.id, type]))
  const annotators = new Map(dataset.annotators.map((annotator) => [annotator.id, annotator]))
  const links = schemeLinks(dataset)
  const ids = links.map(({ id, linkType, annotator, note, created }) => {
    const type = types.get(linkType)!
    const scheme = schemeOf(type)!
    const { name, symmetric, sourceRoles } = type
    const link = { id, type: { id: type.id, name, symmetric, sourceRoles }, note, created }
    const extra = { link: { ...link, annotator: annotators.get(annotator) } }
    return node(scheme, schemeNames[scheme], created, extra, `link ${id}`)
  })
  for (const [index, { source, target }] of links.entries()) {
    edge(numbers.get(keyOf(source))!, ids[index]!)
    edge(ids[index]!, numbers.get(keyOf(target))!)
  }
}

function keyOf(end: Data.LinkEnd): string {
  return Object.entries(end)[0]!.join(' ')
}

/** Each annotation with its words and where they come from; offsets count code points. */
function* sourced(dataset: Data.Dataset) {
  const tags = new Map(dataset.tags.map(({ id, name }) => [id, { id, name }]))
  const annotators = new Map(dataset.annotators.map((annotator) => [annotator.id, annotator]))
  for (const { annotation, text, points } of annotationsInTexts(dataset)) {
    const { id, document, annotator, tag, spans, note, created } = annotation
    const quote = spans.map(({ start, end }) => text.slice(start, end))
    const places = spans.map(({ start, end }) => [points.fromUtf16(start), points.fromUtf16(end)])
    const source = {
      ...{ id, document, spans: places, quote, annotator: annotators.get(annotator), tag: tags.get(tag) },
      ...{ note, created },
    }
    yield { annotation, words: quote.join(' … '), source }
  }
}

const timestampOf = (moment: string): string => moment.slice(0, 19).replace('T', ' ')
