import type { AnnotationFormat } from '../annotation-format.ts'
import { conllReader, endings } from './reader.ts'
import { conllWriter } from './writer.ts'

export const conll: AnnotationFormat = {
  name: 'conll',
  title: 'CoNLL with BIO labels, for spaCy, flair and seqeval (folder)',
  endings,
  makes: 'folder',
  cannotHold: [
    'annotations that lie over longer ones',
    'where inside of a word an annotation begins or ends, and that several stretches are one annotation',
    'links, claims, speakers, memos, and what is said of annotations',
    'metadata, structure and progress of documents; names of imported files',
    'the codebook, but for the names of tags in use',
  ],
  reader: conllReader,
  writer: conllWriter,
}
