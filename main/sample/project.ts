import type { z } from 'zod'
import type { SpeakerKind } from '../../preload/contract/speaker.ts'
import type { AttributeDefinition, Role } from '../../preload/contract/tag.ts'

/**
 * What the sample project holds beside its annotations. Town, bodies and people are invented; the dispute is made
 * so that each type of link has a plain case.
 */
export const project = {
  name: 'Weavers’ Bridge',
  description:
    'A sample: four invented texts about one dispute in an invented town. May cars come back to Weavers’ Bridge? ' +
    'Focus any coloured passage to see what is said against it, by whom and where.',
}

export const annotator = 'Sample annotator'

/** In project order, each with the speaker of what no one else is quoted for; null where annotations name theirs. */
export const voices = {
  statement: 'council',
  rebuttal: 'merchants',
  interview: null,
  report: null,
} as const satisfies Record<string, SpeakerName | null>
export type DocumentName = keyof typeof voices

interface SampleSpeaker {
  name: string
  kind: z.infer<typeof SpeakerKind>
  variants: readonly string[]
}

export const speakers = {
  council: { name: 'Sarnwick Town Council', kind: 'organisation', variants: ['the council', 'the town'] },
  merchants: {
    name: 'Dyers Row Merchants’ Association',
    kind: 'organisation',
    variants: ['the association', 'the merchants', 'the traders'],
  },
  boe: { name: 'Ilse Bøe', kind: 'person', variants: ['Ms Bøe', 'the association’s chair'] },
  wren: { name: 'Tomáš Wren', kind: 'person', variants: ['Mr Wren', 'the town’s traffic planner'] },
  okafor: { name: 'Yıldız Okafor', kind: 'person', variants: ['Okafor'] },
  listener: { name: 'Listener in the chat', kind: 'unknown', variants: [] },
} as const satisfies Record<string, SampleSpeaker>
export type SpeakerName = 'council' | 'merchants' | 'boe' | 'wren' | 'okafor' | 'listener'

interface SampleTag {
  name: string
  role: Role
  color: string
  key: string
  parent: TagName | null
  definition: string
  include: string
  exclude: string
  examples: readonly string[]
  attributes: readonly AttributeDefinition[]
}

const certainty = choice('certainty', ['low', 'medium', 'high'])
const quoted: AttributeDefinition = { name: 'quoted', kind: 'yes-no', values: [], required: false }

function choice(name: string, values: string[]): AttributeDefinition {
  return { name, kind: 'choice', values, required: false }
}

/** A parent stands before its children. */
export const tags = {
  claim: {
    name: 'Claim',
    role: 'claim',
    color: '#2563eb',
    key: '1',
    parent: null,
    definition: 'A passage that puts forward something disputed as true, or as what should be done.',
    include:
      'Somebody in the dispute could sensibly say no to it. Take the shortest wording that stands by itself.',
    exclude:
      'It is there as the ground for something else (Premise), or it exists to deny what another said (Rebuttal).',
    examples: ['Weavers’ Bridge should stay closed to cars for good.', 'The closure has harmed trade.'],
    attributes: [certainty, quoted],
  },
  forecast: {
    name: 'Forecast',
    role: 'claim',
    color: '#3b3a9e',
    key: '4',
    parent: 'claim',
    definition: 'A claim about what is going to happen.',
    include: 'It can turn out false by a time that is said or understood.',
    exclude: 'It says what somebody intends or has announced: “paving begins on 6 May”.',
    examples: ['from June it will be less than four minutes again'],
    attributes: [certainty, quoted, { name: 'by when', kind: 'text', values: [], required: false }],
  },
  rebuttal: {
    name: 'Rebuttal',
    role: 'rebuttal',
    color: '#c1272d',
    key: '2',
    parent: null,
    definition:
      'A passage that denies or weakens something another has said: a claim, a ground, or the step between.',
    include:
      'One can point at what it answers. Link it there; if that is a step, make the link onto the link.',
    exclude:
      'It puts forward a position of its own that would stand without the other (Claim, linked as counter-claim).',
    examples: ['The number is right, but it does not show that trade is unharmed.'],
    attributes: [quoted],
  },
  premise: {
    name: 'Premise',
    role: 'premise',
    color: '#00906b',
    key: '3',
    parent: null,
    definition: 'A passage given as the ground for a claim or for a rebuttal.',
    include: 'Because, for, since, figures and cases; also what counts as a ground by its place alone.',
    exclude: 'Figures that nobody draws anything from.',
    examples: ['three stood vacant in February, against five a year earlier'],
    attributes: [choice('basis', ['measurement', 'survey', 'experience', 'principle']), quoted],
  },
  concession: {
    name: 'Concession',
    role: 'none',
    color: '#005a67',
    key: '5',
    parent: null,
    definition: 'A passage that grants the other side a point.',
    include: 'The point granted has been made by the other side, or would serve it.',
    exclude: 'Politeness that grants nothing.',
    examples: ['The air on the bridge is better'],
    attributes: [quoted],
  },
  appeal: {
    name: 'Appeal',
    role: 'none',
    color: '#870037',
    key: '6',
    parent: null,
    definition: 'A passage that means to move rather than to show.',
    include:
      'Images, exclamations, what one person went through. It may hold premises and claims: tag those too.',
    exclude: 'Warm words that carry nothing in the dispute.',
    examples: ['an old town that can be breathed in, and that a child can cross alone'],
    attributes: [],
  },
} as const satisfies Record<string, SampleTag>
export type TagName = 'claim' | 'forecast' | 'rebuttal' | 'premise' | 'concession' | 'appeal'

interface SampleClaim {
  statement: string
  note: string
}

export const claims = {
  'closed-for-good': { statement: 'Weavers’ Bridge should stay closed to cars for good.', note: '' },
  'trade-unharmed': {
    statement: 'The closure has not harmed trade in Dyers Row.',
    note: 'The council says “no sign”, which is weaker. Its forecast only makes sense if it means this.',
  },
  'trade-harmed': { statement: 'The closure has harmed trade in Dyers Row.', note: '' },
  'short-detour': {
    statement: 'The detour over Station Bridge costs a driver less than four minutes.',
    note: '',
  },
  'one-way': { statement: 'The bridge should be open one way on weekday mornings.', note: '' },
  'cars-cost-more': {
    statement: 'Keeping cars on the bridge costs the town far more than keeping them off.',
    note: 'Nobody answers this: neither the letter nor Ilse Bøe on the radio says a word about the €1.9 million.',
  },
  'survey-speaks-for-all': {
    statement: 'The shops that answered the survey stand for those that did not.',
    note: 'Implicit. Nobody says it, but without it 41 of 58 is not about the street. Tomáš Wren attacks just this.',
  },
} as const satisfies Record<string, SampleClaim>
export type ClaimName = keyof typeof claims
