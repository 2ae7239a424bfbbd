import type { AnnotationFormat } from '../annotation-format.ts'
import { refiLosses } from './losses.ts'
import { refiReader } from './read.ts'
import { writeQdpx } from './write.ts'

export const refiQda: AnnotationFormat = {
  name: 'refi-qda',
  title: 'REFI-QDA project for ATLAS.ti, MAXQDA, NVivo, QualCoder (.qdpx)',
  endings: ['qdpx', 'qde'],
  makes: 'file',
  cannotHold: [
    'headings, lists, emphasis, pages, who speaks in turns and other structure of texts',
    'passages of several parts as one annotation',
    'attributes and confidence of annotations',
    'roles, keys and attributes of tags',
    'strength and status of links, and who made those without a note',
    'one name for several tags',
    'which tags a link type may join',
    'kinds and other names of speakers, and memos about them',
    'how far the work on a document is',
    'names and checksums of imported files',
  ],
  reader: refiReader,
  writer: { isOurs: () => false, losses: refiLosses, write: writeQdpx },
}
