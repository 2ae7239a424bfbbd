import { checks } from '../../preload/contract/doctor.ts'
import type { OutputOf } from '../../preload/contract/index.ts'
import { counted } from '../handlers/words.ts'

const names: Record<(typeof checks)[number], [one: string, many: string]> = {
  'self-attack': ['link stands against what it comes from', 'links stand against what they come from'],
  'supports-opponent': ['claim supports what it stands against', 'claims support what they stand against'],
  'both-ways': ['directed link goes both ways', 'directed links go both ways'],
  'same-words': [
    'wording is tagged differently in other places',
    'wordings are tagged differently in other places',
  ],
  'no-target': ['rebuttal has no target', 'rebuttals have no target'],
  'same-claim': ['claim is worded like another one', 'claims are worded like another one'],
  'too-early': ['answer is dated before what it answers', 'answers are dated before what they answer'],
  corrected: ['link ends at words that were corrected since', 'links end at words that were corrected since'],
}

/** What is open of each check, a sentence each; nothing of those that found nothing. */
export function openFindingsInSentences(counts: OutputOf<'doctor.counts'>): string[] {
  return checks.flatMap((check, at) => {
    const { open } = counts[at]!
    const [one, many] = names[check]
    return open === 0 ? [] : `${counted(open, `1 ${one}`, many)}.`
  })
}
