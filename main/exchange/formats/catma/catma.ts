import type { AnnotationFormat } from '../annotation-format.ts'
import { catmaReader } from './reader.ts'

export const catma: AnnotationFormat = {
  name: 'catma',
  title: 'CATMA (TEI with its text, or a project folder)',
  endings: ['xml', 'json'],
  makes: 'folder',
  cannotHold: ['links, claims, speakers and memos'],
  reader: catmaReader,
}
