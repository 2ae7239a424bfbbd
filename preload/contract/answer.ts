import { z } from 'zod'
import { AnnotationId, ClaimId, DocumentId, LinkTypeId, TagId } from './ids.ts'
import { Span } from './text.ts'

/** What is to be answered: a passage, or a claim above its mentions. */
export const Answerable = z.union([
  z.strictObject({ annotation: AnnotationId }),
  z.strictObject({ claim: ClaimId }),
])
export type Answerable = z.infer<typeof Answerable>

/** A word, or several in a row, by which an answer gives itself away. */
export const Cue = z.object({ kind: z.enum(['denial', 'contrast']), words: z.string() })
export type Cue = z.infer<typeof Cue>

const cues = z.array(z.string().trim().min(1).max(100)).max(500)

/** The cues of one language, a BCP 47 base such as `de`. `isOwn`: the project has them in the place of the usual ones. */
export const CueList = z.object({
  language: z.string().regex(/^[a-z]{2,3}$/, 'a language is two or three letters, such as de'),
  denial: cues,
  contrast: cues,
  isOwn: z.boolean(),
})
export type CueList = z.infer<typeof CueList>

const passage = { documentId: DocumentId, span: Span }

/** A sentence that may answer, and why it was found. Words stand as they do in the sentence, each once. */
export const CandidateAnswer = z.object({
  ...passage,
  words: z.string(),
  score: z.number(),
  /** Where the shared words stand, from the beginning of `words`. */
  lit: z.array(Span),
  shared: z.array(z.string()),
  names: z.array(z.string()),
  numbers: z.array(z.string()),
  cues: z.array(Cue),
  /** It shares less with the claim than a sentence beside it does. */
  isBeside: z.boolean(),
  /** It says the same in nearly the same words. */
  repeats: z.boolean(),
  /** Who says it: its speaker, else the document’s author or outlet, else ''. */
  speaker: z.string(),
  /** Whoever says it says the claim too. */
  isSameSpeaker: z.boolean(),
  /** `linked`: an annotation there is linked to the claim already. */
  judged: z.enum(['linked', 'dismissed']).nullable(),
})
export type CandidateAnswer = z.infer<typeof CandidateAnswer>

/** `quote`: the words there as they were seen. Fails with `bad-span` when the text there reads differently now. */
const judging = { to: Answerable, ...passage, quote: z.string() }

export const answer = {
  /**
   * Passages of other documents that may answer, the likeliest first: at most `limit` that nobody has judged, then those
   * that are linked and those that were dismissed. The first time it reads all texts, which takes a while: `progress` of
   * `task` tells.
   */
  candidates: {
    input: z.object({ task: z.string(), to: Answerable, limit: z.int().min(1).max(200).default(20) }),
    output: z.object({
      words: z.string(),
      candidates: z.array(CandidateAnswer),
      /** How many sentences were compared. */
      sentences: z.int(),
    }),
  },

  /**
   * Tags the passage (unless it has that tag) and links it to what it answers, as one step. Fails with `exists` when it
   * is linked so already.
   */
  accept: {
    input: z.object({ ...judging, tagId: TagId, linkTypeId: LinkTypeId }),
    output: z.object({ annotationId: AnnotationId }),
  },

  /** Remembers in the project that the passage is no answer. Undoable. */
  dismiss: { input: z.object(judging), output: z.void() },
  /** Forgets that again. Undoable. Fails with `not-found` when the passage was not dismissed. */
  takeBack: { input: z.object(judging), output: z.void() },

  /** Of the languages that have a list, the usual ones first. */
  cues: { input: z.void(), output: z.array(CueList) },
  /** Gives a language its own list; null goes back to the usual one. Undoable. */
  setCues: {
    input: z.object({
      language: CueList.shape.language,
      list: CueList.pick({ denial: true, contrast: true }).nullable(),
    }),
    output: z.void(),
  },
} as const
