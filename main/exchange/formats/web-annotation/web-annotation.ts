import type { AnnotationFormat } from '../annotation-format.ts'
import { webAnnotationReader } from './reader.ts'
import { webAnnotationWriter } from './writer.ts'

export const webAnnotation: AnnotationFormat = {
  name: 'web-annotation',
  title: 'W3C Web Annotation (folder with JSON-LD and texts)',
  endings: ['jsonld', 'json'],
  makes: 'folder',
  cannotHold: [
    'the codebook, but for the names of tags and link types in use',
    'attributes and confidence of annotations',
    'strength and status of links',
    'structure of texts, their status and most of their metadata',
  ],
  reader: webAnnotationReader,
  writer: webAnnotationWriter,
}
