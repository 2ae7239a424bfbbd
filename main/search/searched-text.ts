import type { SentText } from '../texts-thread/messages.ts'

/** A text with its words: of each its form and where it begins, in UTF-16 code units. */
export interface SearchedText extends SentText {
  forms: Int32Array
  starts: Int32Array
  /** The word with which each paragraph begins, in order; a paragraph without words has that of the next. */
  paragraphs: Int32Array
  /** Whether folding for an expression leaves it as it is; undefined until somebody looked. */
  foldsToItself?: boolean
}
