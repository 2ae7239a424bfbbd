import {
  type ArgumentGraph,
  type Facts,
  type GraphLink,
  type GraphNode,
  stanceOf,
} from '../../../../preload/contract/argument-graph/graph.ts'
import type * as Data from '../../dataset.ts'

/** Of passages that state a claim: an edge to it, which is no link. */
const states = 'states'
const grey = '#6d6556'

/** Passages that stand in the graph: they state a claim, or a link begins or ends at them. */
export function graphAnnotations({ annotations, links }: Data.Dataset): Data.Annotation[] {
  const linked = new Set(
    links.flatMap(({ source, target }) =>
      [source, target].flatMap((end) => ('annotation' in end ? [end.annotation] : [])),
    ),
  )
  return annotations.filter(({ id, claim }) => claim !== null || linked.has(id))
}

/** The claims, passages and links of a whole project. Asks once for each text when the nodes are gone through. */
export function graphOf(dataset: Data.Dataset): ArgumentGraph {
  const { claims, links } = dataset
  const passages = graphAnnotations(dataset)
  const ids = new Map<string, string>([
    ...claims.map(({ id }, at) => [`claim ${id}`, `c${at + 1}`] as const),
    ...passages.map(({ id }, at) => [`annotation ${id}`, `p${at + 1}`] as const),
    ...links.map(({ id }, at) => [`link ${id}`, `l${at + 1}`] as const),
  ])
  const idOf = (end: Data.LinkEnd) => ids.get(Object.entries(end)[0]!.join(' '))!
  return {
    title: dataset.project.name,
    nodes: nodesOf(dataset, passages, ids),
    links: [...linksOf(dataset, idOf), ...statements(passages, idOf)],
  }
}

function* nodesOf(
  dataset: Data.Dataset,
  passages: readonly Data.Annotation[],
  ids: ReadonlyMap<string, string>,
): Generator<GraphNode> {
  const mentions = Map.groupBy(passages, ({ claim }) => claim)
  for (const { id, statement, note, created } of dataset.claims) {
    const facts = { text: statement, mentions: mentions.get(id)?.length ?? 0, note, created, uid: id }
    yield { id: ids.get(`claim ${id}`)!, kind: 'claim', facts }
  }
  const documents = byId(dataset.documents)
  const speakers = byId(dataset.speakers)
  const annotators = byId(dataset.annotators)
  const tags = byId(dataset.tags)
  let document: string | undefined
  let text = ''
  for (const passage of passages) {
    if (passage.document !== document) {
      document = passage.document
      text = dataset.textOf(document).text
    }
    const { title, metadata } = documents.get(passage.document)!
    const facts: Facts = {
      text: passage.spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
      speaker: speakers.get(passage.speaker ?? '')?.name ?? '',
      document: title,
      date: metadata.get('date') ?? '',
      tag: tags.get(passage.tag)!.name,
      annotator: annotators.get(passage.annotator)!.name,
      note: passage.note,
      created: passage.created,
      uid: passage.id,
    }
    yield { id: ids.get(`annotation ${passage.id}`)!, kind: 'passage', facts }
  }
}

function linksOf(
  { links, linkTypes, annotators }: Data.Dataset,
  idOf: (end: Data.LinkEnd) => string,
): GraphLink[] {
  const types = byId(linkTypes)
  const names = byId(annotators)
  const ended = new Set(
    links.flatMap(({ source, target }) =>
      [source, target].flatMap((end) => ('link' in end ? [end.link] : [])),
    ),
  )
  return links.map((link) => {
    const { id, name, symmetric, color, sourceRoles } = types.get(link.linkType)!
    const stance = stanceOf({ uid: id, sourceRoles })
    return {
      id: idOf({ link: link.id }),
      source: idOf(link.source),
      target: idOf(link.target),
      hasDot: ended.has(link.id),
      label: name,
      stance,
      symmetric,
      color,
      facts: {
        type: name,
        stance,
        annotator: names.get(link.annotator)!.name,
        ...(link.strength === null ? {} : { strength: link.strength }),
        status: link.status,
        note: link.note,
        created: link.created,
        uid: link.id,
      },
    }
  })
}

function statements(passages: readonly Data.Annotation[], idOf: (end: Data.LinkEnd) => string): GraphLink[] {
  return passages.flatMap(({ id, claim }): GraphLink[] => {
    if (claim === null) return []
    const source = idOf({ annotation: id })
    return [
      {
        id: `${source}-states`,
        source,
        target: idOf({ claim }),
        hasDot: false,
        label: states,
        stance: 'other',
        symmetric: false,
        color: grey,
        facts: { type: states, stance: 'other' },
      },
    ]
  })
}

const byId = <T extends { id: string }>(things: readonly T[]) =>
  new Map(things.map((thing) => [thing.id, thing]))
