import type { Metadata } from '../../preload/contract/document.ts'
import type { FileReading } from '../../preload/contract/file-reading.ts'
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

/** A document with what takes long to find out of its text: in the thread that reads it nobody waits for that. */
export interface MeasuredDocument extends ParsedDocument {
  words: number
  /** See `textKey`; null where nobody wants it. */
  textKey: string | null
}

/** What a file became: one document, or for a table of texts one for each of its rows. */
export interface ParsedFile {
  documents: MeasuredDocument[]
  reading: FileReading
}

/** The same before anything is measured. */
export interface ReadFile {
  documents: ParsedDocument[]
  reading: FileReading
}

/** What a parser of one format gives; it tells of `reading` only what it has to choose from. */
export type ParsedText = Omit<ParsedDocument, 'mediaType'> & { reading?: Partial<FileReading> }
