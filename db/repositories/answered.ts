import type { LinkTypeId } from '../../preload/contract/ids.ts'
import { isAgainst } from '../../preload/contract/link-type.ts'
import type { linkTypeRepository } from './link-types.ts'

/** Ids as JSON: of the link types against a claim, and of the symmetric ones among them. */
export interface AnsweringTypes {
  against: string
  mutual: string
}

export function answeringTypes(linkTypes: ReturnType<typeof linkTypeRepository>): AnsweringTypes {
  const against = linkTypes.entries().filter(isAgainst)
  const ids = (types: readonly { id: LinkTypeId }[]) => JSON.stringify(types.map(({ id }) => id))
  return { against: ids(against), mutual: ids(against.filter(({ symmetric }) => symmetric)) }
}

/** For a statement that is given `AnsweringTypes`: the ids of one of them. */
export const typesIn = (name: keyof AnsweringTypes) => `(SELECT value FROM json_each(:${name}))`

const linked = (end: string, id: string, name: keyof AnsweringTypes) =>
  `EXISTS (SELECT 1 FROM link WHERE ${end} = ${id} AND link_type_id IN ${typesIn(name)})`

/**
 * For a row of `annotation`: whether it is answered. A claim is when a link against it ends at its annotation or at
 * the claim that the annotation states; of a symmetric type either end counts.
 */
export const isAnswered = `(
  ${linked('target_annotation_id', 'annotation.id', 'against')}
  OR ${linked('source_annotation_id', 'annotation.id', 'mutual')}
  OR ${linked('target_claim_id', 'claim_id', 'against')}
  OR ${linked('source_claim_id', 'claim_id', 'mutual')})`

/**
 * For a row of `claim`: whether it is answered, which is when a link against it ends at the claim itself or one of its
 * mentions is answered.
 */
export const isClaimAnswered = `(
  ${linked('target_claim_id', 'claim.id', 'against')}
  OR ${linked('source_claim_id', 'claim.id', 'mutual')}
  OR EXISTS (SELECT 1 FROM annotation WHERE annotation.claim_id = claim.id AND ${isAnswered}))`
