import type { OpenProject } from '../../../db/open-project.ts'
import type { MergedClaims } from '../../../preload/contract/claim.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'
import type { Link } from '../../../preload/contract/link.ts'
import { createDescriber } from './described-ends.ts'
import { moveLinks } from './move-links.ts'

/**
 * Makes several claims one and counts what it changes on the way, so that a rehearsal tells exactly what the real thing
 * does. Inside a step.
 */
export function mergeClaims(
  { repositories }: OpenProject,
  { ids, into }: ParsedOf<'claim.merge'>,
): MergedClaims {
  const { claims, links, memos } = repositories
  const target = claims.get(into)
  const sources = [...new Set(ids)].filter((id) => id !== into).map((id) => claims.get(id))
  if (sources.length === 0)
    throw new Failure('bad-input', 'Merging takes at least two claims. Choose another one.')

  const withinBefore = linksWithin(repositories, [into, ...sources.map(({ id }) => id)])
  // In words before anything moves, since a link that goes cannot be told of any more.
  const describer = createDescriber(repositories)
  const words = new Map<Link['id'], string>()
  for (const { id } of sources) {
    for (const link of links.listByEnd({ claim: id })) {
      const described = describer.find({ link: link.id })
      if (described?.kind === 'link') words.set(link.id, described.words)
    }
  }
  const inWords = (gone: readonly Link[]) => gone.map((link) => words.get(link.id) ?? '')

  const moved = moveLinks(
    repositories,
    { claim: into },
    sources.map(({ id }) => ({ claim: id })),
  )
  const mentions = sources.reduce((sum, { id }) => sum + claims.moveMentions(id, into), 0)
  const movedMemos = sources.reduce((sum, { id }) => sum + memos.moveToClaim(id, into), 0)
  const notes = [...new Set(sources.map(({ note }) => note.trim()))].filter(
    (note) => note !== '' && !target.note.includes(note),
  )
  if (notes.length > 0) {
    claims.update(into, { note: [target.note.trim(), ...notes].filter(Boolean).join('\n\n') })
  }
  for (const { id } of sources) claims.delete(id)

  return {
    mentions,
    links: moved.moved.length,
    loops: inWords(moved.loops),
    doubles: inWords(moved.doubles),
    linksOnto: moved.onto,
    within: linksWithin(repositories, [into]) - withinBefore,
    memos: movedMemos,
    notes: notes.length,
    statements: sources.map(({ statement }) => statement),
  }
}

/** Links of which both ends are of one and the same claim: two of its mentions, or one and the claim itself. */
function linksWithin({ claimLinks }: OpenProject['repositories'], ids: readonly ClaimId[]): number {
  return ids.reduce((sum, id) => {
    const ends = claimLinks.ends(id)
    return sum + ends.length - new Set(ends.map(({ link }) => link)).size
  }, 0)
}
