import { isAgainst, isFor, type LinkType } from '../link-type.ts'

/** `against`: rebuts, undercuts and the like; `for`: supports; never told by colour alone. */
export type Stance = 'for' | 'against' | 'other'

export const stanceOf = (type: Pick<LinkType, 'uid' | 'sourceRoles'>): Stance =>
  isAgainst(type) ? 'against' : isFor(type) ? 'for' : 'other'

/** What graph files say of nodes and edges, and of which kind it is there. */
export const facts = {
  kind: ['node', 'string'],
  text: ['node', 'string'],
  speaker: ['node', 'string'],
  source: ['node', 'string'],
  document: ['node', 'string'],
  date: ['node', 'string'],
  tag: ['node', 'string'],
  mentions: ['node', 'int'],
  answered: ['node', 'boolean'],
  type: ['all', 'string'],
  stance: ['all', 'string'],
  symmetric: ['edge', 'boolean'],
  links: ['all', 'int'],
  part: ['edge', 'string'],
  annotator: ['all', 'string'],
  strength: ['all', 'double'],
  status: ['all', 'string'],
  note: ['all', 'string'],
  created: ['all', 'string'],
  uid: ['all', 'string'],
} as const
export type Fact = keyof typeof facts
export type Facts = Readonly<Partial<Record<Fact, string | number | boolean>>>

/** Claims and passages, and what links them, for files of graph programs. Each list is gone through once. */
export interface ArgumentGraph {
  title: string
  nodes: Iterable<GraphNode>
  links: Iterable<GraphLink>
}

export interface GraphNode {
  /** Letters and digits. */
  id: string
  kind: 'claim' | 'passage'
  facts: Facts
}

/** `hasDot`: another link ends at it. These files know no edge that ends at an edge, so it is a node with two edges. */
export interface GraphLink {
  id: string
  source: string
  target: string
  hasDot: boolean
  /** What stands at the edge. */
  label: string
  stance: Stance
  symmetric: boolean
  color: string
  /** Of the link itself: `type`, `stance`, …; `symmetric` and `part` are added. */
  facts: Facts
}
