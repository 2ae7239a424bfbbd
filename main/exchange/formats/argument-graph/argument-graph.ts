import type { AnnotationFormat } from '../annotation-format.ts'
import { argumentGraphReader } from './reader.ts'

/** The XML of annotated argument graphs, as the microtext corpora have it. */
export const argumentGraph: AnnotationFormat = {
  name: 'arggraph',
  title: 'Argument graphs (arggraph XML)',
  endings: ['xml'],
  makes: 'file',
  cannotHold: ['anything but arguments: it is only read'],
  reader: argumentGraphReader,
}
