import type { SearchableText } from '../search/searched-text.ts'

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

/** What the thread that looks for copies is told. */
export type ToCopies =
  | { tell: 'texts'; put: Omit<SearchableText, 'language'>[]; remove: number[] }
  /** To be answered with the passages, once all texts were looked up. */
  | { ask: number }
  | { tell: 'stop'; ask: number }

export type FromCopies =
  | { answer: number; passages: PassageColumns }
  | { progress: number; done: number; of: number }
  /** It was stopped; what was done stays. */
  | { stopped: number }
