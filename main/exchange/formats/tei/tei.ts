import type { AnnotationFormat } from '../annotation-format.ts'
import { teiLosses } from './losses.ts'
import { teiReader } from './reader.ts'
import { writeTei } from './write.ts'

export const tei: AnnotationFormat = {
  name: 'tei',
  title: 'TEI corpus with annotations in standOff (XML)',
  endings: ['xml'],
  makes: 'file',
  cannotHold: ['names, kinds and checksums of imported files', 'characters that XML cannot write'],
  reader: teiReader,
  writer: { isOurs: () => false, losses: teiLosses, write: writeTei },
}
