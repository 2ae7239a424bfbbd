import { z } from 'zod'

/**
 * Who says a passage. `speaker`: '' where nobody is known. `speakerFrom`: what names them where no speaker is set on the
 * passage; null where one is, or nobody is known. What is of the document alone need not say the words itself.
 */
export const SaidBy = z.object({
  speaker: z.string(),
  speakerFrom: z.enum(['turn', 'author', 'outlet']).nullable(),
})
export type SaidBy = z.infer<typeof SaidBy>

/** Whether the name is taken from the document as a whole. */
export const isOfDocument = ({ speakerFrom }: SaidBy): boolean =>
  speakerFrom === 'author' || speakerFrom === 'outlet'

/**
 * As it is called wherever people read it: “Daily News (outlet)” is no speaker. Whom a turn names says the words, as a
 * speaker does.
 */
export function saidByInWords(said: SaidBy): string {
  return isOfDocument(said) ? `${said.speaker} (${said.speakerFrom})` : said.speaker
}
