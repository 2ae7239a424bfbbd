import type { Why, WorkListName } from '../../../preload/contract/work-list.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'

export const listTitles: Record<WorkListName, string> = {
  unanswered: 'Claims nobody answers',
  'one-voice': 'Claims only one speaker answers',
  'made-after': 'Claims first made after a date',
  'no-target': 'Answers with no target',
  'no-claim': 'Claim passages without a card',
  'nothing-linked': 'Documents with nothing linked',
}

/** What is right about there being none. */
export const emptyWords: Record<WorkListName, string> = {
  unanswered: 'Every claim has a link of a rebutting type, at itself or at one of its mentions.',
  'one-voice': 'No claim has answers of one speaker alone.',
  'made-after': 'No claim is stated for the first time after this day. What has no date is not counted.',
  'no-target': 'Every passage tagged as a rebuttal answers something.',
  'no-claim': 'Every passage tagged as a claim states a claim that has a card.',
  'nothing-linked': 'Every document has a passage that is linked.',
}

/** Why an entry is listed. */
export function whyInWords(why: Why): string {
  switch (why.why) {
    case 'unanswered':
      if (why.mentions === 0) return 'No link of a rebutting type, and no passage states it'
      return why.mentions === 1
        ? 'No link of a rebutting type on its only mention'
        : `No link of a rebutting type on any of its ${why.mentions.toLocaleString('en')} mentions`
    case 'one-voice':
      return `Only ${why.name}, ${timesInWords(why.links)}`
    case 'made-after':
      return `First stated ${dateInWords(why.first)}${
        why.undated === 0 ? '' : `; ${countOf(why.undated, 'mention')} without a date`
      }`
    case 'no-target':
      return why.links === 0
        ? 'No link begins or ends here'
        : `${countOf(why.links, 'link')} here, none of a rebutting type that begins here`
    case 'no-claim':
      return why.links === 0
        ? 'States no claim yet, not linked'
        : `States no claim yet, ${countOf(why.links, 'link')}`
    case 'nothing-linked':
      return why.annotations === 0
        ? 'No passage is annotated'
        : `${countOf(why.annotations, 'annotation')}, none linked`
  }
}

function timesInWords(times: number): string {
  return ['', 'once', 'twice'][times] ?? `${times.toLocaleString('en')} times`
}
