import type { Database } from 'better-sqlite3'
import type { AnnotationId, ClaimId, LinkId } from '../../preload/contract/ids.ts'
import { isAgainst } from '../../preload/contract/link-type.ts'
import type { linkTypeRepository } from './link-types.ts'

/** An end of a link at a claim: at one of its mentions, or at the claim itself where `mention` is null. */
export interface ClaimEnd {
  link: LinkId
  mention: AnnotationId | null
  /** Whether it is the link’s source. */
  outgoing: boolean
}

/** The links of a claim: its own, and those of its mentions, which count for it. Found together, however many. */
export function claimLinkRepository(database: Database, linkTypes: ReturnType<typeof linkTypeRepository>) {
  const ofMentions = (side: 'source' | 'target', outgoing: 0 | 1) =>
    `SELECT link.id, annotation.id, ${outgoing} FROM annotation CROSS JOIN link ON ${side}_annotation_id = annotation.id
     WHERE claim_id = :id`
  const selectEnds = database
    .prepare<{ id: ClaimId }, [LinkId, AnnotationId | null, number]>(
      `SELECT id, NULL, 0 FROM link WHERE target_claim_id = :id
       UNION ALL
       SELECT id, NULL, 1 FROM link WHERE source_claim_id = :id
       UNION ALL
       ${ofMentions('target', 0)}
       UNION ALL
       ${ofMentions('source', 1)}`,
    )
    .raw()
  const countAttacks = database
    .prepare<[{ ids: string; types: string }], [LinkId, number]>(
      `SELECT target_link_id, count(*) FROM json_each(:ids) AS wanted CROSS JOIN link ON target_link_id = wanted.value
       WHERE link_type_id IN (SELECT value FROM json_each(:types)) GROUP BY target_link_id`,
    )
    .raw()
  const countOfMentions = database
    .prepare<{ ids: string }, number>(
      `SELECT count(*) FROM (
         SELECT link.id FROM json_each(:ids) CROSS JOIN link ON source_annotation_id = value
         UNION
         SELECT link.id FROM json_each(:ids) CROSS JOIN link ON target_annotation_id = value)`,
    )
    .pluck()
  const countOfClaim = database
    .prepare<{ id: ClaimId }, number>(
      `SELECT count(*) FROM link WHERE source_claim_id = :id OR target_claim_id = :id`,
    )
    .pluck()

  return {
    /** Ends that links point to first. A link within the claim is there twice. */
    ends: (id: ClaimId): ClaimEnd[] =>
      selectEnds
        .all({ id })
        .map(([link, mention, outgoing]) => ({ link, mention, outgoing: outgoing === 1 })),

    /** For each of these links that has any: how many links stand against it. */
    attacksOnto(ids: readonly LinkId[]): Map<LinkId, number> {
      const types = linkTypes.entries().filter(isAgainst)
      const asked = { ids: JSON.stringify(ids), types: JSON.stringify(types.map(({ id }) => id)) }
      return new Map(countAttacks.all(asked))
    },

    /** How many links these passages have, each counted once. */
    countOfMentions: (ids: readonly AnnotationId[]): number =>
      countOfMentions.get({ ids: JSON.stringify(ids) }) ?? 0,
    /** How many links end at the claim itself. */
    countOfClaim: (id: ClaimId): number => countOfClaim.get({ id }) ?? 0,
  }
}
