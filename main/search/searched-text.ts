/** A text as it comes to be indexed. */
export interface SearchableText {
  documentId: number
  /** BCP 47, or ''. */
  language: string
  text: string
}

/** A text with its words: of each its form and where it begins, in UTF-16 code units. */
export interface SearchedText extends SearchableText {
  forms: Int32Array
  starts: Int32Array
  /** The word with which each paragraph begins, in order; a paragraph without words has that of the next. */
  paragraphs: Int32Array
  /** Whether folding for an expression leaves it as it is; undefined until somebody looked. */
  foldsToItself?: boolean
}
