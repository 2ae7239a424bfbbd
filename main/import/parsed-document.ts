import type { Metadata } from '../../preload/contract/document.ts'
import type { StructuredText } from '../../preload/contract/text.ts'

/** A source text as it comes in: what its file says of itself and its text with the structure found in it. */
export interface ParsedDocument extends StructuredText {
  title: string
  /** Only what the file itself says, under the names of the contract. */
  metadata: Metadata
  mediaType: string
  /** Sentences on what was changed, guessed or left out on the way in. */
  notes: string[]
}
