import type { Places } from './places.ts'
import type { SearchedText } from './searched-text.ts'
import type { Sameness } from './vocabulary.ts'

/** Finds all places in a text. What it gives stays until the next text, and may be changed until then. */
export type Finder = (text: SearchedText) => Places

export interface HowToFind extends Sameness {
  together: 'paragraph' | 'document'
}
