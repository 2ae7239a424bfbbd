import { z } from 'zod'
import { AnnotationHit } from './annotation.ts'
import { DocumentFilter } from './filter.ts'
import { AnnotationId, SpeakerId } from './ids.ts'
import { DescribedEnd, Link } from './link.ts'

export const SpeakerKind = z.enum(['person', 'organisation', 'unknown'])
export type SpeakerKind = z.infer<typeof SpeakerKind>

/** A person or body that the text quotes or reports. `variants` are other names it goes by. */
export const Speaker = z.object({
  id: SpeakerId,
  uid: z.string(),
  name: z.string(),
  kind: SpeakerKind,
  variants: z.array(z.string()),
})
export type Speaker = z.infer<typeof Speaker>

const name = z.string().trim().min(1, 'a speaker needs a name').max(500)

export const NewSpeaker = z.object({
  name,
  kind: SpeakerKind.default('unknown'),
  variants: z.array(z.string()).default([]),
})

/** How much speakers say, as columns; one who says nothing is left out. */
export const SpeakerCounts = z.object({
  speaker: z.instanceof(Int32Array),
  passages: z.instanceof(Int32Array),
  documents: z.instanceof(Int32Array),
})
export type SpeakerCounts = z.infer<typeof SpeakerCounts>

/** Two speakers who may be one and the same, and why, in a sentence. */
export const LikelySame = z.object({ one: SpeakerId, other: SpeakerId, why: z.string() })
export type LikelySame = z.infer<typeof LikelySame>

/** Speakers that become one: `ids` go, `into` stays. */
const Merging = z.object({ ids: z.array(SpeakerId).min(1), into: SpeakerId })

/** What a merging changes. */
export const MergedSpeakers = z.object({
  passages: z.int(),
  memos: z.int(),
  /** Names that the one that stays goes by from then on. */
  names: z.array(z.string()),
  /** Links against something between passages of those that become one; they stay, and it then answers itself. */
  between: z.int(),
})
export type MergedSpeakers = z.infer<typeof MergedSpeakers>

const Splitting = z.object({
  id: SpeakerId,
  /** Of the new speaker; it may be one of the variants. */
  name,
  /** Variants that are the new speaker’s. */
  variants: z.array(z.string()),
  annotations: z.array(AnnotationId),
})

/** What a splitting changes. */
export const SplitSpeaker = z.object({
  /** The new speaker. In a preview none has been made. */
  id: SpeakerId.nullable(),
  passages: z.int(),
  passagesLeft: z.int(),
  /** Of the new one, beside its name. */
  variants: z.array(z.string()),
  /** Names that stay. */
  namesLeft: z.array(z.string()),
})
export type SplitSpeaker = z.infer<typeof SplitSpeaker>

/**
 * Whoever a passage or a claim is of: a speaker of the register; where none is set whom the turn names that it begins
 * in, else the document’s author, else its outlet, if that is asked for; else nobody that is known. `key` stays the same
 * while others come and go.
 */
export const Voice = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['speaker', 'turn', 'author', 'outlet', 'undetermined']),
  speakerId: SpeakerId.nullable(),
})
export type Voice = z.infer<typeof Voice>

/** What a link does to what it points to. */
export const Stance = z.enum(['against', 'for', 'other'])
export type Stance = z.infer<typeof Stance>

/** Which answers count: by the document that the answer stands in. `unset`: who speaks where no speaker is set. */
export const AnswersAsked = z.object({
  documents: DocumentFilter,
  unset: z.enum(['document', 'nobody']),
})
export type AnswersAsked = z.infer<typeof AnswersAsked>

/**
 * Who answers whom: of each pair of voices (places in `voices`) how many links go from one to the other, as columns.
 * `first` and `last` are the documents of the earliest and the latest answer; 0 where none has a date.
 */
export const WhoAnswersWhom = z.object({
  voices: z.array(Voice),
  from: z.instanceof(Int32Array),
  to: z.instanceof(Int32Array),
  against: z.instanceof(Int32Array),
  for: z.instanceof(Int32Array),
  other: z.instanceof(Int32Array),
  first: z.instanceof(Int32Array),
  last: z.instanceof(Int32Array),
  /** Links that count. */
  links: z.int(),
  /** Links that would count, were their answers dated. */
  undated: z.int(),
})
export type WhoAnswersWhom = z.infer<typeof WhoAnswersWhom>

/** One link from one voice to another. */
export const AnswerBetween = z.object({
  link: Link,
  stance: Stance,
  /** Of the answer, that is of the end that speaks here; '' where it has none. */
  date: z.string(),
  /** The end that answers, and the one that is answered. Of a symmetric link either may be either. */
  answer: DescribedEnd,
  answered: DescribedEnd,
  /** Keys of the voices. */
  from: z.string(),
  to: z.string(),
})
export type AnswerBetween = z.infer<typeof AnswerBetween>

export const speaker = {
  /** By name. */
  list: { input: z.void(), output: z.array(Speaker) },
  counts: { input: z.void(), output: SpeakerCounts },
  /** Who says a passage where no speaker is set, and what tells so; null where nothing does. */
  inherited: {
    input: z.object({ annotation: AnnotationId }),
    output: z.object({ voice: Voice, from: z.enum(['turn', 'author', 'outlet']).nullable() }),
  },
  /** What one says: by document date, undated last, then in reading order. `total`: also of those beyond `count`. */
  passages: {
    input: z.object({ id: SpeakerId, count: z.int().min(1).max(5000).default(50) }),
    output: z.object({ total: z.int(), documents: z.int(), hits: z.array(AnnotationHit) }),
  },
  /** Returns the speaker of that name or variant where there is one already. */
  create: { input: NewSpeaker, output: Speaker },
  /** Fails with `exists` where another speaker goes by a name that is new here. */
  update: { input: z.object({ id: SpeakerId, change: NewSpeaker.partial() }), output: Speaker },
  /** Annotations keep their passage and lose the speaker. */
  delete: { input: z.object({ id: SpeakerId }), output: z.void() },

  /** Entries that nothing names: no passage, no turn, no author or outlet of a document; and without a memo. */
  namedNowhere: { input: z.void(), output: z.array(SpeakerId) },
  /** Deletes them as one step, and tells how many there were. */
  deleteNamedNowhere: { input: z.void(), output: z.int() },

  /**
   * Makes several speakers one: passages, memos and names become those of the one that stays. One step. Tells what it
   * has changed. Fails with `bad-input` without another speaker.
   */
  merge: { input: Merging, output: MergedSpeakers },
  /** What `merge` would tell, without changing anything. */
  previewMerge: { input: Merging, output: MergedSpeakers },

  /**
   * Makes some passages and names of a speaker those of a new one; memos stay. One step. Fails with `bad-input` where a
   * passage or a variant is not the speaker’s, or nothing goes, with `exists` where somebody else has the name.
   */
  split: { input: Splitting, output: SplitSpeaker },
  previewSplit: { input: Splitting, output: SplitSpeaker },

  /** Pairs whose names are alike, the likeliest first; never those that were told apart. */
  likely: { input: z.void(), output: z.array(LikelySame) },
  /**
   * A link of a directed type goes from its source’s voice to its target’s; of a symmetric one each answers the other. A
   * claim is said by all who state it, an end that is a link by whoever its source is of.
   */
  whoAnswersWhom: { input: AnswersAsked, output: WhoAnswersWhom },
  /** The links behind it: from one voice to another, or to and from anyone (null); by date, undated last. */
  answersBetween: {
    input: AnswersAsked.extend({
      from: z.string().nullable(),
      to: z.string().nullable(),
      start: z.int().nonnegative().default(0),
      count: z.int().min(1).max(1000).default(100),
    }),
    output: z.object({ total: z.int(), answers: z.array(AnswerBetween) }),
  },

  /** They are two: not suggested again. */
  tellApart: { input: z.object({ one: SpeakerId, other: SpeakerId }), output: z.void() },
} as const
