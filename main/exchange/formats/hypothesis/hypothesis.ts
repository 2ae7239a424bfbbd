import type { AnnotationFormat } from '../annotation-format.ts'
import { hypothesisReader } from './reader.ts'

export const hypothesis: AnnotationFormat = {
  name: 'hypothesis',
  title: 'Hypothesis (JSON)',
  endings: ['json'],
  makes: 'file',
  cannotHold: ['links between passages, claims and the codebook'],
  reader: hypothesisReader,
}
