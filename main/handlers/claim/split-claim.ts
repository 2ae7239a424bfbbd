import type { OpenProject } from '../../../db/open-project.ts'
import type { SplitClaim } from '../../../preload/contract/claim.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'

/** Makes some mentions of a claim those of a new one, and counts what goes along. Inside a step. */
export function splitClaim(
  { newUid, now, repositories }: OpenProject,
  { id, mentions, statement }: ParsedOf<'claim.split'>,
): SplitClaim {
  const { annotations, claimLinks, claims } = repositories
  claims.get(id)
  const own = new Set(annotations.idsByClaim(id))
  const going = [...new Set(mentions)]
  if (going.some((mention) => !own.has(mention)))
    throw new Failure(
      'bad-input',
      'A passage to be split off does not state this claim. Choose among its mentions.',
    )

  const split = claims.insert({ uid: newUid(), statement, note: '', created: now() })
  for (const mention of going) claims.addMention(split, mention)
  return {
    id: split,
    mentions: going.length,
    links: claimLinks.countOfMentions(going),
    mentionsLeft: own.size - going.length,
    linksLeft: claimLinks.countOfClaim(id),
  }
}
