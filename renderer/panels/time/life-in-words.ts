import { type DaySpan, daysBetween } from '../../../preload/contract/dates.ts'
import { nameOf } from '../../store/argument/answering.ts'
import type { Life } from '../../store/argument/lives.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'

/** When a claim was stated first, and by whom; '' where it has no date. */
export function firstInWords({ first, firstVoice }: Life): string {
  if (!first) return ''
  const isKnown = firstVoice && firstVoice.kind !== 'undetermined'
  return isKnown ? `${dateInWords(first.date)}, ${nameOf(firstVoice)}` : dateInWords(first.date)
}

/** How many passages state a claim, and of how many the date is not known. */
export function mentionsInWords({ mentions, undated }: Life): string {
  const count = mentions.toLocaleString('en')
  return undated === 0 ? count : `${count}, ${undated.toLocaleString('en')} undated`
}

/** How many documents are later than the last that states a claim, for a table. */
export function sinceInWords({ last, later }: Life): string {
  if (!last) return ''
  return later === 0 ? 'no document' : `${countOf(later, 'document')} without it`
}

/**
 * How long after one date another one lies, as far as that is known: “after 32 days”, “after 4 to 34 days”, “the same
 * day”. What may lie on either side says how far.
 */
export function afterInWords(from: DaySpan, to: DaySpan): string {
  const { least, most } = daysBetween(from, to)
  if (least === most) {
    if (least === 0) return 'the same day'
    return least > 0 ? `after ${countOf(least, 'day')}` : `${countOf(-least, 'day')} before`
  }
  if (least >= 0) return `after ${least.toLocaleString('en')} to ${countOf(most, 'day')}`
  if (most <= 0) return `${(-most).toLocaleString('en')} to ${countOf(-least, 'day')} before`
  return `around that time, ${countOf(-least, 'day')} before to ${countOf(most, 'day')} after`
}

/** When it was answered first, seen from when it was stated first; '' where that is not known. */
export function answerInWords(life: Life): string {
  if (life.answers === 0) return 'not answered'
  return life.answer ? `answered ${firstAnswerInWords(life)}` : 'answered, without a date'
}

/** The same for a table that has a head; '' without an answer. */
export function firstAnswerInWords({ first, answer, answerVoice, answers }: Life): string {
  if (answers === 0) return ''
  if (!answer) return 'without a date'
  const by = answerVoice && answerVoice.kind !== 'undetermined' ? ` by ${nameOf(answerVoice)}` : ''
  return `${first ? afterInWords(first, answer) : dateInWords(answer.date)}${by}`
}

/** Whether it goes on being stated: when last, and how many documents are later than that. */
export function lastInWords({ first, last, mentions, later }: Life): string {
  if (!last) return ''
  const since = later === 0 ? '' : `${countOf(later, 'document')} since then without it`
  if (mentions === 1 || first?.date === last.date) return since
  return `last stated ${dateInWords(last.date)}${since === '' ? '' : `, ${since}`}`
}

/** The life of a claim in one line. */
export function lifeInWords(life: Life): string {
  const { mentions, undated, first, firstVoice } = life
  const by = firstVoice && firstVoice.kind !== 'undetermined' ? ` by ${nameOf(firstVoice)}` : ''
  return [
    mentions === 0
      ? 'No passage states it'
      : first
        ? `First stated ${dateInWords(first.date)}${by}`
        : 'Stated without a date',
    mentions > 1 && countOf(mentions, 'mention'),
    undated > 0 && first && `${undated.toLocaleString('en')} undated`,
    answerInWords(life),
    lastInWords(life),
  ]
    .filter(Boolean)
    .join(' · ')
}
