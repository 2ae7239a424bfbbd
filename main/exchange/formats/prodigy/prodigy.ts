import type { AnnotationFormat } from '../annotation-format.ts'
import { prodigyReader } from './reader.ts'
import { prodigyWriter } from './writer.ts'

export const prodigy: AnnotationFormat = {
  name: 'prodigy',
  title: 'Prodigy and spaCy (JSON Lines with tokens)',
  endings: ['jsonl'],
  makes: 'file',
  cannotHold: [
    'links across documents or annotators, to claims or to other links',
    'that several stretches are one annotation',
    'when annotations and links were made, and what is said of them',
    'claims, speakers and memos',
    'facts, status and structure of documents',
    'the codebook, but for the names of tags and link types in use',
  ],
  reader: prodigyReader,
  writer: prodigyWriter,
}
