import type { Dataset } from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { beyondXmlLoss, thatTouch, touched } from '../losses.ts'

/** What is lost in TEI. Reads every text. */
export const teiLosses = (dataset: Dataset): TouchingLoss[] =>
  thatTouch([
    {
      what: 'names, kinds and checksums of the imported files',
      touches: touched('document', dataset.documents),
    },
    beyondXmlLoss(dataset, { withTexts: true }),
  ])
