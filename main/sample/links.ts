import type { AnnotationName } from './annotations.ts'
import type { ClaimName, DocumentName } from './project.ts'

type LinkTypeName =
  | 'rebuts'
  | 'undercuts'
  | 'undermines'
  | 'counter-claim'
  | 'supports'
  | 'restates'
  | 'concedes'
  | 'qualifies'

/** One of the links below that another link points at. */
type LinkName = 'more-people-so-no-harm' | 'survey-so-harm' | 'letters-so-asked'

export type SampleEnd = AnnotationName | `claim:${ClaimName}` | `link:${LinkName}`

export interface SampleLink {
  from: SampleEnd
  type: LinkTypeName
  to: SampleEnd
  /** Only for a link that another points at. */
  name?: LinkName
  strength?: number
  note?: string
}

/** In the order they were made: a link stands before those that point at it. */
export const links: readonly SampleLink[] = [
  {
    from: 'statement/more-people',
    type: 'supports',
    to: 'statement/no-harm',
    name: 'more-people-so-no-harm',
  },
  { from: 'statement/fewer-empty', type: 'supports', to: 'statement/no-harm' },
  { from: 'statement/october-runs', type: 'supports', to: 'statement/four-minutes' },
  { from: 'statement/two-prices', type: 'supports', to: 'statement/eight-times' },
  { from: 'statement/eight-times', type: 'supports', to: 'statement/stay-closed' },
  {
    from: 'statement/letters',
    type: 'supports',
    to: 'statement/not-out-of-the-blue',
    name: 'letters-so-asked',
  },

  {
    from: 'rebuttal/more-customers',
    type: 'restates',
    to: 'statement/more-customers',
    note: 'Word for word.',
  },
  {
    from: 'rebuttal/does-not-show',
    type: 'undercuts',
    to: 'link:more-people-so-no-harm',
    note: 'Neither the count nor the claim is denied here, only that the one follows from the other.',
  },
  { from: 'rebuttal/student-hall', type: 'supports', to: 'rebuttal/does-not-show' },
  { from: 'rebuttal/legs', type: 'undermines', to: 'statement/more-customers' },
  { from: 'rebuttal/harmed', type: 'rebuts', to: 'statement/no-harm', strength: 0.9 },
  { from: 'rebuttal/takings', type: 'supports', to: 'rebuttal/harmed', name: 'survey-so-harm' },
  { from: 'rebuttal/tenants', type: 'undermines', to: 'statement/fewer-empty' },
  { from: 'rebuttal/nobody-can-promise', type: 'rebuts', to: 'statement/ten-per-cent' },
  { from: 'rebuttal/before-the-works', type: 'undermines', to: 'statement/october-runs' },
  { from: 'rebuttal/nine-minutes', type: 'rebuts', to: 'statement/four-minutes', strength: 0.8 },
  { from: 'rebuttal/better-air', type: 'concedes', to: 'statement/cleaner-air' },
  { from: 'rebuttal/asked-afterwards', type: 'rebuts', to: 'statement/not-out-of-the-blue' },
  { from: 'rebuttal/owners', type: 'undercuts', to: 'link:letters-so-asked' },
  {
    from: 'rebuttal/one-way',
    type: 'counter-claim',
    to: 'statement/stay-closed',
    note: 'Not a denial: another answer to the same question. Both cannot be had.',
  },
  { from: 'rebuttal/too-early', type: 'rebuts', to: 'statement/resolution' },

  { from: 'interview/counter', type: 'supports', to: 'statement/more-people' },
  { from: 'interview/not-turnover', type: 'concedes', to: 'rebuttal/does-not-show' },
  {
    from: 'interview/september',
    type: 'undermines',
    to: 'rebuttal/student-hall',
    note: 'Answers an answer: the rise is older than the hall.',
  },
  { from: 'interview/hurting-first', type: 'undercuts', to: 'link:survey-so-harm' },
  { from: 'interview/hurting-first', type: 'rebuts', to: 'claim:survey-speaks-for-all' },
  { from: 'interview/no-time-for-forms', type: 'rebuts', to: 'interview/hurting-first' },
  { from: 'interview/lamps-online', type: 'supports', to: 'rebuttal/legs', strength: 0.3 },
  {
    from: 'interview/six-and-a-half',
    type: 'qualifies',
    to: 'statement/four-minutes',
    note: 'True of October, not of February.',
  },
  { from: 'interview/end-in-september', type: 'rebuts', to: 'interview/from-june' },
  { from: 'interview/four-shopkeepers', type: 'rebuts', to: 'rebuttal/asked-afterwards', strength: 0.5 },
  { from: 'interview/weighs-as-much', type: 'rebuts', to: 'rebuttal/one-way' },

  { from: 'report/more-customers', type: 'restates', to: 'statement/more-customers', note: 'Word for word.' },
  { from: 'report/buy-nothing', type: 'restates', to: 'rebuttal/buy-nothing', note: 'Shortened.' },
  {
    from: 'report/wrong-number',
    type: 'restates',
    to: 'rebuttal/takings',
    note: 'A number changed: 85 for 58.',
  },
  { from: 'report/one-way', type: 'counter-claim', to: 'report/stay-off' },
  { from: 'report/six-months', type: 'qualifies', to: 'claim:trade-unharmed' },
  {
    from: 'report/six-months',
    type: 'rebuts',
    to: 'rebuttal/harmed',
    note: 'The merchants say that it has; she says that nobody can know yet.',
  },
  { from: 'report/harmed', type: 'counter-claim', to: 'report/no-sign' },
]

export interface SampleMemo {
  about: SampleEnd | DocumentName
  text: string
}

export const memos: readonly SampleMemo[] = [
  {
    about: 'claim:cars-cost-more',
    text: 'The gap in the merchants’ case. They answer five figures and pass over the sixth, the money. On the radio Tomáš Wren brings it up last, and nobody replies.',
  },
  {
    about: 'report',
    text: 'Three quotations to compare with their sources: one word for word, one shortened, one with a number changed (85 for 58). The table repeats the figures of both sides but leaves out the 58.',
  },
]
