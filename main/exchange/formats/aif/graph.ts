import type { Gathering } from '../../foreign/gathering.ts'
import { listOf, objectOf, objectsOf, textOf } from '../../foreign/json-fields.ts'
import type { JsonObject, JsonValue } from '../../json.ts'

/** A node of an argument graph; ids are strings, whatever the file has. */
export interface Node {
  id: string
  /** I: a proposition, L: what somebody said; RA, CA, MA, PA: schemes between them; YA, TA: what is done by saying. */
  type: string
  text: string
  timestamp: string
  /** What we have written beside it. */
  extra: JsonObject | undefined
}

export interface Graph {
  nodes: ReadonlyMap<string, Node>
  /** Neighbours of each node, in the order of the file. */
  from: ReadonlyMap<string, readonly Node[]>
  to: ReadonlyMap<string, readonly Node[]>
  /** Who said the words of a locution, by its node; the name is undefined for one who is not a participant. */
  speakers: ReadonlyMap<string, { id: string; name: string | undefined }>
}

/** Nodes and edges of native AIF or of the part of xAIF that holds it. */
export function graphIn(value: JsonObject, gathering: Gathering): Graph {
  const aif = objectOf(value.get('AIF')) ?? value
  const nodes = new Map<string, Node>()
  for (const object of objectsOf(aif.get('nodes'))) {
    const node = nodeOf(object)
    const known = nodes.get(node.id)
    if (node.id === '') gathering.leaveOut('nodes without an id')
    else if (known === undefined) nodes.set(node.id, node)
    else if (known.text !== node.text || known.type !== node.type) {
      gathering.doubt(`node ${node.id}`, 'Several nodes have this id and differ; the first was taken.')
      gathering.leaveOut('nodes with an id that another node has')
    }
  }
  const [from, to] = [new Map<string, Node[]>(), new Map<string, Node[]>()]
  const seen = new Set<string>()
  for (const edge of objectsOf(aif.get('edges'))) {
    const ends = [textOf(edge.get('fromID')), textOf(edge.get('toID'))]
    const [source, target] = ends.map((id) => nodes.get(id ?? ''))
    const key = JSON.stringify(ends)
    if (source === undefined || target === undefined) gathering.leaveOut('edges to nodes that are not there')
    else if (source.type === 'I' && target.type === 'I') {
      gathering.leaveOut('edges between propositions without a scheme between them')
    } else if (!seen.has(key)) {
      add(from, target.id, source)
      add(to, source.id, target)
    }
    seen.add(key)
  }
  return { nodes, from, to, speakers: speakersIn(aif) }
}

function nodeOf(object: JsonObject): Node {
  return {
    id: textOf(object.get('nodeID')) ?? textOf(object.get('id')) ?? '',
    type: (textOf(object.get('type')) ?? '').toUpperCase(),
    text: textOf(object.get('text')) ?? '',
    timestamp: textOf(object.get('timestamp')) ?? '',
    extra: objectOf(object.get('extra')),
  }
}

function add(neighbours: Map<string, Node[]>, id: string, node: Node): void {
  const known = neighbours.get(id)
  if (known) known.push(node)
  else neighbours.set(id, [node])
}

function speakersIn(aif: JsonObject): Graph['speakers'] {
  const people = new Map(
    objectsOf(aif.get('participants')).map((person) => {
      const names = [person.get('firstname'), person.get('surname')].flatMap((name) => textOf(name) || [])
      return [textOf(person.get('participantID')) ?? '', names.join(' ')]
    }),
  )
  return new Map(
    objectsOf(aif.get('locutions')).flatMap((locution) => {
      const [node, id] = [textOf(locution.get('nodeID')), textOf(locution.get('personID'))]
      return node === undefined || id === undefined ? [] : [[node, { id, name: people.get(id) }] as const]
    }),
  )
}

/** The text of xAIF: an HTML string, alone or under `txt`. */
export function markedTextIn(value: JsonObject): string | undefined {
  const text: JsonValue | undefined = value.get('text')
  const words = typeof text === 'string' ? text : textOf(objectOf(listOf(text)[0])?.get('txt'))
  return words === undefined || words.trim() === '' ? undefined : words
}
