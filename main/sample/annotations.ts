import type { AttributeValues } from '../../preload/contract/annotation.ts'
import type { ClaimName, DocumentName, SpeakerName, TagName } from './project.ts'

/** A passage of the sample by its words, which stand exactly once in the document; several parts when discontinuous. */
export interface SampleAnnotation {
  tag: TagName
  quote: string | readonly string[]
  claim?: ClaimName
  /** Who says it, where that is not the document’s own voice. */
  speaker?: SpeakerName
  attributes?: AttributeValues
  confidence?: number
  note?: string
}

const statement = {
  'stay-closed': {
    tag: 'claim',
    quote: 'Weavers’ Bridge should stay closed to cars for good.',
    claim: 'closed-for-good',
    attributes: { certainty: 'high', quoted: false },
  },
  'more-people': {
    tag: 'premise',
    quote:
      'an average of 9,412 people a day passed the counter at the north gate of Dyers Row, against 7,976 a year earlier, a rise of 18 per cent',
    attributes: { basis: 'measurement', quoted: false },
  },
  'cleaner-air': {
    tag: 'premise',
    quote: 'nitrogen dioxide on the bridge fell from 38 to 26 micrograms per cubic metre',
    attributes: { basis: 'measurement', quoted: false },
  },
  'october-runs': {
    tag: 'premise',
    quote:
      'on ten weekdays in October the way round over Station Bridge took 3 minutes and 50 seconds longer than the way across used to take',
    attributes: { basis: 'measurement', quoted: false },
  },
  'more-customers': {
    tag: 'premise',
    quote: 'A street with more people in it is a street with more customers.',
    attributes: { basis: 'principle', quoted: false },
    note: 'The sentence on which the whole dispute turns. Given as a matter of course.',
  },
  'fewer-empty': {
    tag: 'premise',
    quote: 'three stood vacant in February, against five a year earlier',
    attributes: { basis: 'measurement', quoted: false },
  },
  'no-harm': {
    tag: 'claim',
    quote: 'we see no sign that the closure has harmed trade',
    claim: 'trade-unharmed',
    attributes: { certainty: 'medium', quoted: false },
  },
  'ten-per-cent': {
    tag: 'forecast',
    quote: 'by the end of 2026, trade in Dyers Row will stand ten per cent above its level of 2022',
    attributes: { certainty: 'high', quoted: false, 'by when': 'end of 2026' },
  },
  'four-minutes': {
    tag: 'claim',
    quote: 'going round costs a driver less than four minutes',
    claim: 'short-detour',
    attributes: { certainty: 'high', quoted: false },
  },
  'fair-price': {
    tag: 'appeal',
    quote: 'a fair price for an old town that can be breathed in, and that a child can cross alone',
  },
  'two-prices': {
    tag: 'premise',
    quote: [
      'If it is to carry cars beyond 2027 it must be renewed, at €1.9 million',
      'to pave it for people on foot and on bicycles costs €240,000',
    ],
    attributes: { basis: 'measurement', quoted: false },
    note: 'One ground in two parts: it is the comparison that carries the claim.',
  },
  'eight-times': {
    tag: 'claim',
    quote:
      'Keeping cars on the bridge would thus cost the town nearly eight times as much as keeping them off.',
    claim: 'cars-cost-more',
    attributes: { certainty: 'high', quoted: false },
  },
  'not-out-of-the-blue': {
    tag: 'claim',
    quote: 'The trial did not come out of the blue.',
    attributes: { certainty: 'high', quoted: false },
  },
  letters: {
    tag: 'premise',
    quote: 'we wrote to every address in Dyers Row and held two open evenings in the Cloth Hall',
    attributes: { basis: 'experience', quoted: false },
  },
  resolution: {
    tag: 'claim',
    quote: 'The council resolves to close Weavers’ Bridge to motor vehicles for good from 1 May 2024',
    claim: 'closed-for-good',
    attributes: { certainty: 'high', quoted: true },
  },
} as const satisfies Record<string, SampleAnnotation>

const rebuttal = {
  'more-customers': {
    tag: 'premise',
    quote: 'A street with more people in it is a street with more customers',
    speaker: 'council',
    attributes: { basis: 'principle', quoted: true },
  },
  'does-not-show': {
    tag: 'rebuttal',
    quote: 'The number is right, but it does not show that trade is unharmed.',
    attributes: { quoted: false },
    note: 'Grants the premise and attacks the step: an undercut, so it is linked onto the link.',
  },
  legs: {
    tag: 'rebuttal',
    quote: 'The council’s counter counts legs, and legs do not pay.',
    attributes: { quoted: false },
  },
  'student-hall': {
    tag: 'premise',
    quote:
      'Since the new student hall opened on 1 October, its shortest way to the trains leads through our street: people who hurry from the hall to the station pass our windows twice a day and buy nothing.',
    attributes: { basis: 'experience', quoted: false },
  },
  'buy-nothing': {
    tag: 'premise',
    quote: 'people who hurry from the hall to the station pass our windows twice a day and buy nothing',
    attributes: { basis: 'experience', quoted: false },
    note: 'Nested in the longer ground, because the Courier quotes just this part.',
  },
  harmed: {
    tag: 'claim',
    quote: 'The closure has harmed trade.',
    claim: 'trade-harmed',
    attributes: { certainty: 'high', quoted: false },
  },
  takings: {
    tag: 'premise',
    quote: 'In 41 of the 58 shops that answered, takings fell during the trial, on average by 11 per cent.',
    attributes: { basis: 'survey', quoted: false },
  },
  tenants: {
    tag: 'rebuttal',
    quote: 'one is now the town’s own bicycle workshop and the other a gallery that pays no rent',
    attributes: { quoted: false },
  },
  'nobody-can-promise': {
    tag: 'rebuttal',
    quote: 'nobody can promise ten per cent more of a sum that he has never looked at',
    attributes: { quoted: false },
  },
  'before-the-works': {
    tag: 'rebuttal',
    quote: 'That was measured on ten weekdays in October, before the works in Mill Lane began.',
    attributes: { quoted: false },
  },
  'nine-minutes': {
    tag: 'rebuttal',
    quote: ['the way round took nine minutes longer on average', 'fourteen on market days'],
    attributes: { quoted: false },
    note: 'The aside between the two figures is no part of the rebuttal.',
  },
  'better-air': {
    tag: 'concession',
    quote: 'The air on the bridge is better',
    attributes: { quoted: false },
  },
  'second-delivery': {
    tag: 'claim',
    quote: 'every second shop now pays for a second delivery a week',
    attributes: { certainty: 'high', quoted: false },
    note: 'Left unanswered: neither Tomáš Wren nor the report comes back to it.',
  },
  'asked-afterwards': {
    tag: 'claim',
    quote: 'The council decided first and asked afterwards.',
    attributes: { certainty: 'high', quoted: false },
  },
  owners: {
    tag: 'rebuttal',
    quote: 'Its letters went to addresses, that is, to the owners of the houses',
    attributes: { quoted: false },
  },
  'one-way': {
    tag: 'claim',
    quote: 'Open the bridge one way, eastwards, on weekdays from seven to eleven',
    claim: 'one-way',
    attributes: { certainty: 'medium', quoted: false },
  },
  'too-early': {
    tag: 'rebuttal',
    quote: 'To close the bridge for good, three weeks after the figures came out, is to decide too early.',
    attributes: { quoted: false },
  },
} as const satisfies Record<string, SampleAnnotation>

const interview = {
  'counted-rolls': {
    tag: 'appeal',
    quote: 'since October I have lain awake until two and counted rolls. We take less, every week less.',
    speaker: 'boe',
  },
  'take-less': {
    tag: 'premise',
    quote:
      'We take less, every week less. In January I had to tell a boy of seventeen that there would be no place for him after Easter',
    speaker: 'boe',
    claim: 'trade-harmed',
    attributes: { basis: 'experience', quoted: false },
    confidence: 0.7,
    note: 'One shop’s experience; read here as speaking for the Row.',
  },
  'not-turnover': {
    tag: 'concession',
    quote: 'Footfall is not turnover; on that the association is right.',
    speaker: 'wren',
    attributes: { quoted: false },
  },
  counter: {
    tag: 'premise',
    quote:
      'It counts bodies in both directions, with an error of three per cent, and it was out of order on 19 days, which we left out in both years.',
    speaker: 'wren',
    attributes: { basis: 'measurement', quoted: false },
  },
  september: {
    tag: 'rebuttal',
    quote:
      'In September, before a single student had moved in, the counter already stood 14 per cent higher than the year before.',
    speaker: 'wren',
    attributes: { quoted: false },
  },
  'hurting-first': {
    tag: 'rebuttal',
    quote: 'Fifteen did not answer, and those who are hurting answer first.',
    speaker: 'wren',
    attributes: { quoted: false },
  },
  'no-time-for-forms': {
    tag: 'rebuttal',
    quote: 'Those who are hurting most have no time for forms.',
    speaker: 'boe',
    attributes: { quoted: false },
  },
  gran: {
    tag: 'premise',
    quote: 'My gran crosses the bridge twice a day now instead of twice a week 🎉',
    speaker: 'listener',
    attributes: { basis: 'experience', quoted: true },
  },
  'lamps-online': {
    tag: 'premise',
    quote: 'her lamps she buys online',
    speaker: 'listener',
    attributes: { basis: 'experience', quoted: true },
  },
  'six-and-a-half': {
    tag: 'concession',
    quote:
      'Since the works in Mill Lane began on 8 January it has been longer; in February we measured six and a half minutes.',
    speaker: 'wren',
    attributes: { quoted: false },
  },
  'from-june': {
    tag: 'forecast',
    quote: 'from June it will be less than four minutes again',
    speaker: 'wren',
    claim: 'short-detour',
    attributes: { certainty: 'high', quoted: false, 'by when': 'June 2024' },
  },
  'end-in-september': {
    tag: 'rebuttal',
    quote: 'works that end in May end in September',
    speaker: 'boe',
    attributes: { quoted: false },
  },
  'four-shopkeepers': {
    tag: 'rebuttal',
    quote: '27 people came, and four of them keep shops in the Row.',
    speaker: 'wren',
    attributes: { quoted: false },
  },
  'weighs-as-much': {
    tag: 'rebuttal',
    quote:
      'a car weighs as much in the morning as in the evening: the deck would have to be renewed all the same',
    speaker: 'wren',
    attributes: { quoted: false },
  },
} as const satisfies Record<string, SampleAnnotation>

const report = {
  'stay-off': {
    tag: 'claim',
    quote: 'cars should stay off Weavers’ Bridge for good',
    claim: 'closed-for-good',
    speaker: 'council',
    attributes: { certainty: 'high', quoted: false },
  },
  'more-customers': {
    tag: 'premise',
    quote: 'A street with more people in it is a street with more customers',
    speaker: 'council',
    attributes: { basis: 'principle', quoted: true },
  },
  'no-sign': {
    tag: 'claim',
    quote: 'no sign that the closure has harmed trade',
    claim: 'trade-unharmed',
    speaker: 'council',
    attributes: { certainty: 'medium', quoted: true },
  },
  'eight-times': {
    tag: 'claim',
    quote: 'to make the deck fit for cars would cost €1.9 million, nearly eight times the price of paving it',
    claim: 'cars-cost-more',
    speaker: 'council',
    attributes: { certainty: 'high', quoted: false },
  },
  'buy-nothing': {
    tag: 'premise',
    quote: 'People who hurry […] to the station pass our windows […] and buy nothing',
    speaker: 'merchants',
    attributes: { basis: 'experience', quoted: true },
    note: 'Shortened: without the hall and without “twice a day”.',
  },
  harmed: {
    tag: 'claim',
    quote: 'The closure has harmed trade',
    claim: 'trade-harmed',
    speaker: 'merchants',
    attributes: { certainty: 'high', quoted: true },
  },
  'wrong-number': {
    tag: 'premise',
    quote: 'In 41 of the 85 shops that answered, takings fell during the trial.',
    speaker: 'merchants',
    attributes: { basis: 'survey', quoted: true },
    note: 'The letter has 58, not 85. Of 85 it would be fewer than half of the shops.',
  },
  'one-way': {
    tag: 'claim',
    quote: 'the bridge open one way on weekday mornings and closed the rest of the week',
    claim: 'one-way',
    speaker: 'merchants',
    attributes: { certainty: 'medium', quoted: false },
  },
  'not-turnover': {
    tag: 'concession',
    quote: 'Footfall is not turnover.',
    speaker: 'wren',
    attributes: { quoted: true },
  },
  'six-months': {
    tag: 'rebuttal',
    quote: 'Six months are too short to tell, in either direction',
    speaker: 'okafor',
    attributes: { quoted: true },
  },
} as const satisfies Record<string, SampleAnnotation>

export const annotations = { statement, rebuttal, interview, report } as const satisfies Record<
  DocumentName,
  Record<string, SampleAnnotation>
>

/** `document/annotation`. */
export type AnnotationName = {
  [D in DocumentName]: `${D}/${keyof (typeof annotations)[D] & string}`
}[DocumentName]
