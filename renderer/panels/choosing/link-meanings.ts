import { type LinkType, standardLinkTypes } from '../../../preload/contract/link-type.ts'

type Standard = (typeof standardLinkTypes)[number]['uid']

const meanings: Record<Standard, string> = {
  rebuts: 'the second is not so',
  undercuts: 'the second, a link, is no good step',
  undermines: 'the second, a ground, does not hold',
  'counter-claim': 'both cannot be had',
  supports: 'a ground for the second',
  restates: 'both say the same',
  concedes: 'grants what the second says',
  qualifies: 'the second is so within limits',
}

/** What a link of the type says of its ends; '' of a person’s own type, and of one that goes by another name now. */
export function meaningOf({ uid, name }: Pick<LinkType, 'uid' | 'name'>): string {
  const standard = standardLinkTypes.find((type) => type.uid === uid)
  return standard?.name === name ? meanings[standard.uid] : ''
}
