import type { Check } from '../../../preload/contract/doctor.ts'

export const checkTitles: Record<Check, string> = {
  'self-attack': 'Attacks on itself',
  'supports-opponent': 'Supports what it stands against',
  'both-ways': 'Directed links both ways',
  'same-words': 'Same words, other tags',
  'no-target': 'Rebuttals with no target',
  corrected: 'Links at corrected words',
  'same-claim': 'Claims worded alike',
  'too-early': 'Answered before it was made',
}

/** What each check looks for. */
export const checkWords: Record<Check, string> = {
  'self-attack': 'A link of a rebutting type whose two ends state the same claim, or are the same passage.',
  'supports-opponent':
    'A claim supports another one that it stands against, or that stands against it. Links of mentions count for their claims.',
  'both-ways': 'Links of one directed type join the same two in both directions.',
  'same-words':
    'The same words are tagged otherwise in another place. Upper and lower case make no difference.',
  'no-target': 'A passage is tagged as a rebuttal, and no link of a rebutting type begins there.',
  corrected: 'The text was corrected after a link was made, and the words at an end of it are others now.',
  'same-claim':
    'Two claims say the same words. Upper and lower case and punctuation make no difference. Merge them where they are one.',
  'too-early':
    'The document of an answer is dated before the one that first states what it answers. A date may be wrong, or the link. Of a symmetric type either end answers the other, and one always is earlier: such links are left out.',
}
