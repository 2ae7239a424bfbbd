import { detached } from '../../detached.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { objectOf, textOf } from '../../foreign/json-fields.ts'
import { type JsonObject, writeJson } from '../../json.ts'
import type { BareNodes } from './bare-nodes.ts'
import type { Graph, Node, Nodes } from './graph.ts'
import { Neighbours } from './neighbours.ts'

/** The lists of a graph file whose members come one by one. */
export const graphLists = ['nodes', 'edges', 'locutions', 'participants'] as const
export type GraphList = (typeof graphLists)[number]

/** Who hears what cannot be taken. */
export type Tells = Pick<Gathering, 'leaveOut' | 'doubt'>

/** So many words that many nodes have in common are known to be the same. */
const mostKnown = 1000

/** A node as it stands in a file. */
export function nodeOf(object: JsonObject, index: number): Node & { extra: JsonObject | undefined } {
  const extra = objectOf(object.get('extra'))
  return {
    ...{ index, extra, isMention: extra?.has('mention') ?? false },
    id: textOf(object.get('nodeID')) ?? textOf(object.get('id')) ?? '',
    type: (textOf(object.get('type')) ?? '').toUpperCase(),
    text: textOf(object.get('text')) ?? '',
    timestamp: textOf(object.get('timestamp')) ?? '',
  }
}

function takeBare({ nodes, otherwise }: { nodes: BareNodes; otherwise(): never }, object: JsonObject): void {
  const node = nodeOf(object, nodes.size)
  // Who says it, with the sign behind.
  const speaker = node.type === 'L' ? (/^[^:\n]{1,80} : /.exec(node.text)?.[0] ?? '') : ''
  if (!nodes.add(node, detached(speaker))) otherwise()
}

class HeldNodes implements Nodes {
  readonly #all: Node[] = []
  readonly #byId = new Map<string, Node>()

  get size(): number {
    return this.#all.length
  }

  add(node: Node): void {
    this.#all.push(node)
    this.#byId.set(node.id, node)
  }

  at(index: number): Node {
    return this.#all[index]!
  }

  find(id: string): Node | undefined {
    return this.#byId.get(id)
  }
}

/** Puts a graph together from the members of its lists; all nodes before the first edge. */
export class GraphBuilding {
  readonly #gathering: Tells
  readonly #nodes: Nodes
  readonly #takeNode: (object: JsonObject) => void
  readonly #neighbours = new Neighbours()
  readonly #sayers = new Map<string, string>()
  readonly #people = new Map<string, string>()
  readonly #known = new Map<string, string>()

  /** `bare` is for nodes that are only ours, and given them; `otherwise` throws. */
  constructor(gathering: Tells, bare?: { nodes: BareNodes; otherwise(): never }) {
    this.#gathering = gathering
    const held = new HeldNodes()
    this.#nodes = bare?.nodes ?? held
    this.#takeNode = bare ? (object) => takeBare(bare, object) : (object) => this.#hold(held, object)
  }

  take(list: GraphList, object: JsonObject): void {
    if (list === 'nodes') this.#takeNode(object)
    else if (list === 'edges') this.#takeEdge(object)
    else if (list === 'locutions') this.#takeLocution(object)
    else this.#takePerson(object)
  }

  finish(): Graph {
    return {
      ...{ nodes: this.#nodes, neighbours: this.#neighbours },
      ...{ sayers: this.#sayers, people: this.#people },
    }
  }

  #hold(nodes: HeldNodes, object: JsonObject): void {
    const { id, type, text, timestamp, extra, isMention } = nodeOf(object, nodes.size)
    const known = nodes.find(id)
    if (id === '') this.#gathering.leaveOut('nodes without an id')
    else if (known === undefined) {
      nodes.add({
        ...{ index: nodes.size, id: detached(id), type: this.#once(type), isMention },
        text: type === 'I' || type === 'L' ? detached(text) : this.#once(text),
        ...{ timestamp: this.#once(timestamp), extra: extra && writeJson(extra) },
      })
    } else if (known.text !== text || known.type !== type) {
      this.#gathering.doubt(`node ${id}`, 'Several nodes have this id and differ; the first was taken.')
      this.#gathering.leaveOut('nodes with an id that another node has')
    }
  }

  #takeEdge(edge: JsonObject): void {
    const [source, target] = (['from', 'to'] as const).map((end) => {
      // OVA wrote the node itself before it wrote xAIF.
      const id = textOf(edge.get(`${end}ID`)) ?? textOf(objectOf(edge.get(end))?.get('id'))
      return this.#nodes.find(id ?? '')
    })
    if (source === undefined || target === undefined) {
      this.#gathering.leaveOut('edges to nodes that are not there')
    } else if (source.type === 'I' && target.type === 'I') {
      this.#gathering.leaveOut('edges between propositions without a scheme between them')
    } else this.#neighbours.add(source.index, target.index)
  }

  #takeLocution(locution: JsonObject): void {
    const [node, person] = [textOf(locution.get('nodeID')), textOf(locution.get('personID'))]
    if (node === undefined || person === undefined) return
    this.#sayers.set(this.#nodes.find(node)?.id ?? detached(node), this.#once(person))
  }

  #takePerson(person: JsonObject): void {
    const names = [person.get('firstname'), person.get('surname')].flatMap((name) => textOf(name) || [])
    const id = textOf(person.get('participantID')) ?? textOf(person.get('id')) ?? ''
    this.#people.set(detached(id), detached(names.join(' ')))
  }

  /** The same string for the same words, as long as there are not too many. */
  #once(words: string): string {
    const known = this.#known.get(words)
    if (known !== undefined) return known
    if (this.#known.size === mostKnown) this.#known.clear()
    const own = detached(words)
    this.#known.set(own, own)
    return own
  }
}
