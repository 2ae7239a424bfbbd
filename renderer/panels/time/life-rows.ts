import { daysBetween } from '../../../preload/contract/dates.ts'
import { nameOf } from '../../store/argument/answering.ts'
import type { Life } from '../../store/argument/lives.ts'
import type { Row } from '../../store/rows-as-text.ts'

/** The lives of claims as a table to copy, with a heading. Days between are a range where a date is a year or a month. */
export function lifeRows(lives: readonly Life[]): Row[] {
  return [
    [
      'Claim',
      'First stated',
      'By',
      'Mentions',
      'Of these undated',
      'Last stated',
      'Answers',
      'First answered',
      'By',
      'Days until answered, at least',
      'At most',
      'Later documents without it',
    ],
    ...lives.map((life): Row => {
      const { first, last, answer } = life
      const between = first && answer && daysBetween(first, answer)
      return [
        life.statement,
        first?.date ?? '',
        life.firstVoice ? nameOf(life.firstVoice) : '',
        life.mentions,
        life.undated,
        last?.date ?? '',
        life.answers,
        answer?.date ?? '',
        life.answerVoice ? nameOf(life.answerVoice) : '',
        between?.least ?? '',
        between?.most ?? '',
        life.later,
      ]
    }),
  ]
}
