import type { Repositories } from '../../../db/repositories/index.ts'
import { sameEnd } from '../../../db/repositories/links.ts'
import type { Link, LinkEnd } from '../../../preload/contract/link.ts'

/** What moving links has come to. */
export interface MovedLinks {
  moved: Link[]
  /** They would have tied `into` to itself, and went. */
  loops: Link[]
  /** They would have been there twice, and went. */
  doubles: Link[]
  /** Links onto those that went; they went too. */
  onto: number
}

/**
 * Puts links that end at the others at `into`. Those that would tie it to itself, or be there twice, go instead; of a
 * symmetric type the other direction is the same. Links that go take those onto them along.
 */
export function moveLinks(
  { links, linkTypes }: Pick<Repositories, 'links' | 'linkTypes'>,
  into: LinkEnd,
  others: readonly LinkEnd[],
): MovedLinks {
  const before = links.count()
  const told: MovedLinks = { moved: [], loops: [], doubles: [], onto: 0 }
  const moved = (end: LinkEnd): LinkEnd => (others.some((other) => sameEnd(other, end)) ? into : end)
  const isThere = (link: Link) => {
    const ways = linkTypes.entry(link.linkTypeId).symmetric
      ? [link, { ...link, source: link.target, target: link.source }]
      : [link]
    return ways.some((way) => ![undefined, link.id].includes(links.findSame(way)))
  }
  for (const other of others) {
    for (const link of links.listByEnd(other)) {
      // A link that went took those onto it along.
      if (links.find(link.id) === undefined) continue
      const [source, target] = [moved(link.source), moved(link.target)]
      const goes = sameEnd(source, target) ? 'loops' : isThere({ ...link, source, target }) ? 'doubles' : null
      told[goes ?? 'moved'].push(link)
      if (goes) links.delete(link.id)
      else links.update(link.id, { source, target })
    }
  }
  const gone = before - links.count()
  told.onto = gone - told.loops.length - told.doubles.length
  return told
}

/** How many links are no more. */
export function linksGone({ loops, doubles, onto }: MovedLinks): number {
  return loops.length + doubles.length + onto
}
