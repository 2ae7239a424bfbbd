import type { AnnotationFormat } from '../annotation-format.ts'
import { recogitoReader } from './reader.ts'

export const recogito: AnnotationFormat = {
  name: 'recogito',
  title: 'Recogito (JSON)',
  endings: ['json', 'jsonl'],
  makes: 'file',
  cannotHold: ['claims and the codebook'],
  reader: recogitoReader,
}
