import type { AnnotationFormat } from '../annotation-format.ts'
import { bratReader, endings } from './reader.ts'
import { bratWriter } from './writer.ts'

/** Stand-off as brat keeps it: `.txt` and `.ann` side by side, the codebook in `annotation.conf`. */
export const brat: AnnotationFormat = {
  name: 'brat',
  title: 'brat stand-off (folder, one within it for each annotator)',
  endings,
  makes: 'folder',
  cannotHold: [
    'links across documents or annotators, to claims or to other links',
    'claims, speakers and memos',
    'confidence of annotations, strength and status of links, and when they were made',
    'attributes that are numbers or free words',
    'facts, status and structure of documents',
    'definitions, examples, roles and keys of the codebook',
  ],
  reader: bratReader,
  writer: bratWriter,
}
