/**
 * Passages that stand in several documents, by document, then start, in UTF-16 code units; those of one group are copies
 * of each other.
 */
export interface PassageColumns {
  document: Int32Array<ArrayBuffer>
  start: Int32Array<ArrayBuffer>
  end: Int32Array<ArrayBuffer>
  /** In scripts without spaces: characters. */
  words: Int32Array<ArrayBuffer>
  group: Int32Array<ArrayBuffer>
}

export interface Questions {
  passages: { gives: PassageColumns }
}
