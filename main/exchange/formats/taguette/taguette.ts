import type { AnnotationFormat } from '../annotation-format.ts'
import { taguetteReader } from './reader.ts'

export const taguette: AnnotationFormat = {
  name: 'taguette',
  title: 'Taguette (project as SQLite, highlights as CSV)',
  endings: ['sqlite3', 'sqlite', 'db', 'csv'],
  makes: 'file',
  cannotHold: ['links, claims, speakers, and who made an annotation'],
  reader: taguetteReader,
}
