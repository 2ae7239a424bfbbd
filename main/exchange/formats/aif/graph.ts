import type { JsonObject } from '../../json.ts'
import type { Neighbours } from './neighbours.ts'
import type { OwnDocuments } from './own-documents.ts'

/** A node of an argument graph; ids are strings, whatever the file has. */
export interface Node {
  /** Its place among the nodes of the graph. */
  index: number
  id: string
  /** I: a proposition, L: what somebody said; RA, CA, MA, PA: schemes between them; YA, TA: what is done by saying. */
  type: string
  text: string
  timestamp: string
  /** What we have written beside it; where it is held, as JSON, which takes a fifth of the memory. */
  extra: JsonObject | string | undefined
  /** Whether we have written that it says that a passage states a claim. */
  isMention: boolean
}

export interface Graph {
  nodes: Nodes
  neighbours: Neighbours
  /** Who said the words of a locution, by its node. */
  sayers: ReadonlyMap<string, string>
  /** The names of participants. */
  people: ReadonlyMap<string, string>
}

/** Nodes in their order, by their places. */
export interface Nodes {
  readonly size: number
  at(index: number): Node
  find(id: string): Node | undefined
}

/** What one file holds. */
export interface GraphFile {
  graph: Graph
  /** Those that we have written beside the graph. */
  documents: OwnDocuments
  /** The text of others, with marks in it. */
  marked: string | undefined
  /**
   * The nodes in their order with all that is said of them, where the graph has no more of their words than the names
   * of those who speak; in portions that are gone through one by one.
   */
  wholeNodes?(): AsyncIterable<Iterable<Node>>
}
