import { detached } from '../../detached.ts'
import type { Gathering } from '../../foreign/gathering.ts'
import { objectOf, textOf } from '../../foreign/json-fields.ts'
import { type JsonObject, writeJson } from '../../json.ts'
import type { Graph, Node } from './graph.ts'
import { Neighbours } from './neighbours.ts'

/** The lists of a graph file whose members come one by one. */
export const graphLists = ['nodes', 'edges', 'locutions', 'participants'] as const
export type GraphList = (typeof graphLists)[number]

/** Who hears what cannot be taken. */
export type Tells = Pick<Gathering, 'leaveOut' | 'doubt'>

/** So many words that many nodes have in common are known to be the same. */
const mostKnown = 1000

/** Puts a graph together from the members of its lists; all nodes before the first edge. */
export class GraphBuilding {
  readonly #gathering: Tells
  readonly #nodes: Node[] = []
  readonly #byId = new Map<string, Node>()
  readonly #neighbours = new Neighbours()
  readonly #sayers = new Map<string, string>()
  readonly #people = new Map<string, string>()
  readonly #known = new Map<string, string>()

  constructor(gathering: Tells) {
    this.#gathering = gathering
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

  #takeNode(object: JsonObject): void {
    const id = detached(textOf(object.get('nodeID')) ?? textOf(object.get('id')) ?? '')
    const type = this.#once((textOf(object.get('type')) ?? '').toUpperCase())
    const words = textOf(object.get('text')) ?? ''
    const known = this.#byId.get(id)
    if (id === '') this.#gathering.leaveOut('nodes without an id')
    else if (known === undefined) {
      const extra = objectOf(object.get('extra'))
      const node: Node = {
        ...{ index: this.#nodes.length, id, type },
        text: type === 'I' || type === 'L' ? detached(words) : this.#once(words),
        timestamp: this.#once(textOf(object.get('timestamp')) ?? ''),
        extra: extra && writeJson(extra),
        isMention: extra?.has('mention') ?? false,
      }
      this.#nodes.push(node)
      this.#byId.set(id, node)
    } else if (known.text !== words || known.type !== type) {
      this.#gathering.doubt(`node ${id}`, 'Several nodes have this id and differ; the first was taken.')
      this.#gathering.leaveOut('nodes with an id that another node has')
    }
  }

  #takeEdge(edge: JsonObject): void {
    const [source, target] = ['fromID', 'toID'].map((end) => this.#byId.get(textOf(edge.get(end)) ?? ''))
    if (source === undefined || target === undefined) {
      this.#gathering.leaveOut('edges to nodes that are not there')
    } else if (source.type === 'I' && target.type === 'I') {
      this.#gathering.leaveOut('edges between propositions without a scheme between them')
    } else this.#neighbours.add(source.index, target.index)
  }

  #takeLocution(locution: JsonObject): void {
    const [node, person] = [textOf(locution.get('nodeID')), textOf(locution.get('personID'))]
    if (node === undefined || person === undefined) return
    this.#sayers.set(this.#byId.get(node)?.id ?? detached(node), this.#once(person))
  }

  #takePerson(person: JsonObject): void {
    const names = [person.get('firstname'), person.get('surname')].flatMap((name) => textOf(name) || [])
    this.#people.set(detached(textOf(person.get('participantID')) ?? ''), detached(names.join(' ')))
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
