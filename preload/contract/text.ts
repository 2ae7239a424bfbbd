import { z } from 'zod'

const offset = z.int().nonnegative()

/** A stretch of a document’s plain text, end exclusive, in UTF-16 code units. */
export const Span = z
  .object({ start: offset, end: z.int().positive() })
  .refine((span) => span.start < span.end, 'a span must cover at least one character')
export type Span = z.infer<typeof Span>

/** Where a block stands in the plain text; an empty block has `start` equal to `end`. */
const extent = { start: offset, end: offset }

/**
 * A unit of the source’s structure. The plain text is the blocks’ texts joined by a single `\n`, so the next
 * block starts one code unit after this one ends. A block may itself contain `\n` (verse, preformatted, line
 * breaks). Consecutive table cells form one table, until `row` and `column` start again from the top left.
 */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), ...extent }),
  z.strictObject({ kind: z.literal('heading'), level: z.int().min(1).max(6), ...extent }),
  /** `depth` counts from 0 for a list that is in no other list. */
  z.strictObject({ kind: z.literal('list-item'), depth: z.int().min(0), ordered: z.boolean(), ...extent }),
  z.strictObject({ kind: z.literal('quotation'), ...extent }),
  /** The speaker’s name and time stand beside the text, as the source wrote them; they are not part of it. */
  z.strictObject({
    kind: z.literal('speaker-turn'),
    speaker: z.string(),
    time: z.string().nullable(),
    ...extent,
  }),
  /** `row` and `column` count from 0. */
  z.strictObject({ kind: z.literal('table-cell'), row: offset, column: offset, ...extent }),
  z.strictObject({ kind: z.literal('verse'), ...extent }),
  z.strictObject({ kind: z.literal('preformatted'), ...extent }),
])
export type Block = z.infer<typeof Block>
export type BlockKind = Block['kind']

/** Typography over the text. Marks may overlap and cross blocks; they never change the text. */
export const Mark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('em'), ...extent }),
  z.strictObject({ kind: z.literal('strong'), ...extent }),
  z.strictObject({ kind: z.literal('sup'), ...extent }),
  z.strictObject({ kind: z.literal('sub'), ...extent }),
  z.strictObject({ kind: z.literal('link'), href: z.string(), ...extent }),
])
export type Mark = z.infer<typeof Mark>

/** A page or section that begins at an offset of the text. */
export const Break = z.strictObject({ kind: z.enum(['page', 'section']), at: offset })
export type Break = z.infer<typeof Break>

/** One state of a document’s text with the structure of its source. Offsets in UTF-16 code units. */
export const StructuredText = z.object({
  text: z.string(),
  blocks: z.array(Block),
  marks: z.array(Mark),
  breaks: z.array(Break),
})
export type StructuredText = z.infer<typeof StructuredText>
