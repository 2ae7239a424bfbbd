import type * as Data from '../../dataset.ts'
import type { InnerLink } from '../../foreign/inner-links.ts'

/** Links with the same ends that Label Studio can show as one relation with several labels. */
export interface Relation {
  from: string
  to: string
  direction: 'right' | 'left' | 'bi'
  links: Data.Link[]
}

/**
 * The links of one annotator in one text as relations. Label Studio keeps no second relation from one region to another
 * (RelationStore, addRelation), so links with the same ends become labels of one; those with another direction are written
 * from the other end, as long as nothing stands there.
 */
export function relationsOf(links: readonly InnerLink[], isSymmetric: (type: string) => boolean): Relation[] {
  const found = new Map<string, Relation>()
  const further: Relation[] = []
  const put = (from: string, to: string, direction: Relation['direction'], link: Data.Link): boolean => {
    const key = JSON.stringify([from, to])
    const there = found.get(key)
    if (there === undefined) found.set(key, { from, to, direction, links: [link] })
    else if (there.direction === direction) there.links.push(link)
    return there === undefined || there.direction === direction
  }
  const isBoth = ({ link }: InnerLink): boolean => isSymmetric(link.linkType)
  for (const { link, source, target } of links.filter(isBoth)) put(source.id, target.id, 'bi', link)
  for (const { link, source, target } of links.filter((one) => !isBoth(one))) {
    const isPut = put(source.id, target.id, 'right', link) || put(target.id, source.id, 'left', link)
    if (!isPut) further.push({ from: source.id, to: target.id, direction: 'right', links: [link] })
  }
  return [...found.values(), ...further]
}
