import { detached } from '../../detached.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { listOf, objectOf, objectsOf, textOf } from '../../foreign/json-fields.ts'
import { type JsonObject, type JsonValue, readJson, writeJson } from '../../json.ts'

/** A node of an argument graph; ids are strings, whatever the file has. */
export interface Node {
  id: string
  /** I: a proposition, L: what somebody said; RA, CA, MA, PA: schemes between them; YA, TA: what is done by saying. */
  type: string
  text: string
  timestamp: string
  /** What we have written beside it. */
  extra(): JsonObject | undefined
  /** Whether we have written that it says that a passage states a claim. */
  isMention: boolean
}

export interface Graph {
  nodes: ReadonlyMap<string, Node>
  /** Neighbours of each node, in the order of the file. */
  from: ReadonlyMap<string, readonly Node[]>
  to: ReadonlyMap<string, readonly Node[]>
  /** Who said the words of a locution, by its node; the name is undefined for one who is not a participant. */
  speakers: ReadonlyMap<string, { id: string; name: string | undefined }>
}

/** A document that we have written beside a graph. */
export interface OwnDocument {
  id: string
  title: string
  text: string
}

/** What one file holds. */
export interface GraphFile {
  graph: Graph
  documents: readonly OwnDocument[]
  /** The text of others, with marks in it. */
  marked: string | undefined
}

/** The lists of a graph file whose members come one by one. */
export const graphLists = ['nodes', 'edges', 'locutions', 'participants'] as const
export type GraphList = (typeof graphLists)[number]

/** Who hears what cannot be taken. */
export type Tells = Pick<Gathering, 'leaveOut' | 'doubt'>

/** Puts a graph together from the members of its lists; nodes before edges. */
export class GraphBuilding {
  readonly #gathering: Tells
  readonly #nodes = new Map<string, Node>()
  readonly #from = new Map<string, Node[]>()
  readonly #to = new Map<string, Node[]>()
  readonly #edges = new Set<string>()
  readonly #locutions: { node: string; person: string }[] = []
  readonly #people = new Map<string, string>()

  constructor(gathering: Tells) {
    this.#gathering = gathering
  }

  take(list: GraphList, object: JsonObject): void {
    if (list === 'nodes') this.#takeNode(nodeOf(object))
    else if (list === 'edges') this.#takeEdge(object)
    else if (list === 'locutions') this.#takeLocution(object)
    else this.#takePerson(object)
  }

  finish(): Graph {
    const speakers = this.#locutions.map(
      ({ node, person }) => [node, { id: person, name: this.#people.get(person) }] as const,
    )
    return { nodes: this.#nodes, from: this.#from, to: this.#to, speakers: new Map(speakers) }
  }

  #takeNode(node: Node): void {
    const known = this.#nodes.get(node.id)
    if (node.id === '') this.#gathering.leaveOut('nodes without an id')
    else if (known === undefined) this.#nodes.set(node.id, node)
    else if (known.text !== node.text || known.type !== node.type) {
      this.#gathering.doubt(`node ${node.id}`, 'Several nodes have this id and differ; the first was taken.')
      this.#gathering.leaveOut('nodes with an id that another node has')
    }
  }

  #takeEdge(edge: JsonObject): void {
    const ends = [textOf(edge.get('fromID')), textOf(edge.get('toID'))]
    const [source, target] = ends.map((id) => this.#nodes.get(id ?? ''))
    const key = JSON.stringify(ends)
    if (source === undefined || target === undefined) {
      this.#gathering.leaveOut('edges to nodes that are not there')
    } else if (source.type === 'I' && target.type === 'I') {
      this.#gathering.leaveOut('edges between propositions without a scheme between them')
    } else if (!this.#edges.has(key)) {
      add(this.#from, target.id, source)
      add(this.#to, source.id, target)
    }
    this.#edges.add(key)
  }

  #takeLocution(locution: JsonObject): void {
    const [node, person] = [textOf(locution.get('nodeID')), textOf(locution.get('personID'))]
    if (node !== undefined && person !== undefined) this.#locutions.push({ node, person })
  }

  #takePerson(person: JsonObject): void {
    const names = [person.get('firstname'), person.get('surname')].flatMap((name) => textOf(name) || [])
    this.#people.set(textOf(person.get('participantID')) ?? '', names.join(' '))
  }
}

export function graphFileIn(value: JsonObject, gathering: Tells): GraphFile {
  const documents = objectsOf(objectOf(value.get('rejoinder'))?.get('documents')).map(ownDocumentIn)
  return { graph: graphIn(value, gathering), documents, marked: markedTextIn(value) }
}

export const ownDocumentIn = (document: JsonObject): OwnDocument => ({
  id: detached(textOf(document.get('id')) ?? ''),
  title: detached(textOf(document.get('title')) ?? ''),
  text: textOf(document.get('text')) ?? '',
})

/** Nodes and edges of native AIF or of the part of xAIF that holds it. */
function graphIn(value: JsonObject, gathering: Tells): Graph {
  const aif = objectOf(value.get('AIF')) ?? value
  const building = new GraphBuilding(gathering)
  for (const list of graphLists) for (const object of objectsOf(aif.get(list))) building.take(list, object)
  return building.finish()
}

function nodeOf(object: JsonObject): Node {
  const extra = objectOf(object.get('extra'))
  // As words, which take a fifth of the memory.
  const words = extra && writeJson(extra)
  return {
    id: detached(textOf(object.get('nodeID')) ?? textOf(object.get('id')) ?? ''),
    type: (textOf(object.get('type')) ?? '').toUpperCase(),
    text: detached(textOf(object.get('text')) ?? ''),
    timestamp: detached(textOf(object.get('timestamp')) ?? ''),
    isMention: extra?.has('mention') ?? false,
    extra: () => (words === undefined ? undefined : objectOf(readJson(words, { lenient: true }))),
  }
}

function add(neighbours: Map<string, Node[]>, id: string, node: Node): void {
  const known = neighbours.get(id)
  if (known) known.push(node)
  else neighbours.set(id, [node])
}

/** The text of xAIF: an HTML string, alone or under `txt`. */
function markedTextIn(value: JsonObject): string | undefined {
  const text: JsonValue | undefined = value.get('text')
  const words = typeof text === 'string' ? text : textOf(objectOf(listOf(text)[0])?.get('txt'))
  return words === undefined || words.trim() === '' ? undefined : words
}
