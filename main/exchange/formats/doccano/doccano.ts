import type { AnnotationFormat } from '../annotation-format.ts'
import { doccanoReader } from './reader.ts'
import { doccanoWriter } from './writer.ts'

export const doccano: AnnotationFormat = {
  name: 'doccano',
  title: 'doccano (JSON Lines)',
  endings: ['jsonl', 'json'],
  makes: 'file',
  cannotHold: [
    'links across documents, to claims or to other links',
    'that several stretches are one annotation',
    'who made annotations and links, when, and all that is said of them',
    'claims, speakers and memos',
    'facts, status and structure of documents',
    'the codebook, but for the names of tags and link types in use',
  ],
  reader: doccanoReader,
  writer: doccanoWriter,
}
