import { isBeyondXml } from '../../../xml/xml-text.ts'
import type { Dataset } from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { recordsBeyondXml, thatTouch, touched } from '../losses.ts'

/** What is lost in TEI. Reads every text. */
export const teiLosses = (dataset: Dataset): TouchingLoss[] =>
  thatTouch([
    {
      what: 'kinds and checksums of the imported files',
      touches: touched('document', dataset.documents),
    },
    {
      what: 'characters that XML cannot write',
      touches: [
        ...recordsBeyondXml(dataset),
        ...touched('document', dataset.documents, ({ id }) => isBeyondXml(dataset.textOf(id).text)),
      ],
    },
  ])
