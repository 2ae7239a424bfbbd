import { z } from 'zod'
import { AnnotationId, ClaimId, DocumentId, LinkId, LinkTypeId } from './ids.ts'
import { SaidBy } from './said-by.ts'

/** Nodes of one map: more can neither be read nor laid out at once. */
export const mostNodes = 300

/**
 * What a map shows: these claims and what is so many links away from them; without a claim, all, and with `passages`, or
 * in a project that has no claim, also the passages that are linked with each other and state none.
 */
export const MapAsked = z.object({
  claims: z.array(ClaimId).default([]),
  depth: z.int().min(1).max(6).default(2),
  passages: z.boolean().default(false),
})
export type MapAsked = z.infer<typeof MapAsked>

/** Names a node or a link of one map: `c7` a claim, `p7` a passage, `l7` the first of the links drawn as one. */
const Key = z.string()

/**
 * A claim, or a passage that states none. `beyond`: how many nodes it is linked with that are not in the map. `where`
 * says in which document a passage stands; of a claim it is ''. `first`: the passage, or the one that states the claim
 * first; null where none does. Its date is '' where there is none.
 */
export const MapNode = z.object({
  key: Key,
  claim: ClaimId.nullable(),
  passage: z.object({ id: AnnotationId, documentId: DocumentId }).nullable(),
  text: z.string(),
  where: z.string(),
  first: SaidBy.extend({ document: z.string(), date: z.string() }).nullable(),
  mentions: z.int().nonnegative(),
  answered: z.boolean(),
  beyond: z.int().nonnegative(),
})
export type MapNode = z.infer<typeof MapNode>

/** Links of one type between the same ends, drawn as one. An end may be another of these (an undercut). */
export const MapLink = z.object({
  key: Key,
  linkTypeId: LinkTypeId,
  source: Key,
  target: Key,
  links: z.array(LinkId).min(1),
})
export type MapLink = z.infer<typeof MapLink>

export const ArgumentMap = z.object({
  nodes: z.array(MapNode),
  links: z.array(MapLink),
  /** Nodes that belong to what was asked for and found no room. */
  leftOut: z.int().nonnegative(),
  /** Of a map of all claims: linked passages without a claim that are not in it. */
  passagesLeftOut: z.int().nonnegative(),
})
export type ArgumentMap = z.infer<typeof ArgumentMap>

export const argumentMap = {
  /**
   * The claims and what is linked with them. A link of a mention counts for its claim; one within a claim is left out.
   * With more than `mostNodes` nodes the nearest are there; of so many claims those with the most links.
   */
  get: { input: MapAsked, output: ArgumentMap },
} as const
