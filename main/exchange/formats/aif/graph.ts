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
  /** What we have written beside it, as JSON; it takes a fifth of the memory. */
  extra: string | undefined
  /** Whether we have written that it says that a passage states a claim. */
  isMention: boolean
}

export interface Graph {
  nodes: readonly Node[]
  neighbours: Neighbours
  /** Who said the words of a locution, by its node. */
  sayers: ReadonlyMap<string, string>
  /** The names of participants. */
  people: ReadonlyMap<string, string>
}

/** What one file holds. */
export interface GraphFile {
  graph: Graph
  /** Those that we have written beside the graph. */
  documents: OwnDocuments
  /** The text of others, with marks in it. */
  marked: string | undefined
}
