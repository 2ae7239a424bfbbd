import type { AnnotationFormat } from '../annotation-format.ts'
import { recogitoReader } from './reader.ts'

export const recogito: AnnotationFormat = {
  name: 'recogito',
  title: 'Recogito (JSON, CSV)',
  endings: ['json', 'jsonl', 'csv'],
  makes: 'file',
  cannotHold: ['claims and the codebook'],
  reader: recogitoReader,
}
