import type { AnnotationFormat } from '../annotation-format.ts'
import { labelStudioReader } from './reader.ts'
import { labelStudioWriter } from './writer.ts'

export const labelStudio: AnnotationFormat = {
  name: 'label-studio',
  title: 'Label Studio (folder with tasks and labelling configuration)',
  endings: ['json'],
  makes: 'folder',
  cannotHold: [
    'links across documents or annotators, to claims or to other links',
    'that several stretches are one annotation',
    'claims, speakers and memos',
    'attributes of annotations, strength, status and notes of links, and when things were made',
    'facts, status and structure of documents',
    'definitions, examples, roles, keys and the tree of the codebook',
  ],
  reader: labelStudioReader,
  writer: labelStudioWriter,
}
