import type { Kind } from '../../../../db/repositories/dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import { writeFilePieces } from '../../target.ts'
import type { AnnotationFormat } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { argdownAnnotations, argdownLines, argdownLinks } from './argdown-lines.ts'
import { argdownReader } from './reader.ts'

/** An argument map as text, for reading and drawing. */
export const argdown: AnnotationFormat = {
  name: 'argdown',
  title: 'Argdown argument map (text)',
  endings: ['argdown', 'ad'],
  makes: 'file',
  cannotHold: [
    'texts, and where passages stand in them',
    'passages that neither state a claim nor are linked',
    'links that neither support nor attack',
    'who made annotations and links, when, and what is said of them',
    'speakers, memos and the codebook',
  ],
  reader: argdownReader,
  writer: {
    isOurs: () => false,
    losses(dataset) {
      const annotations = new Set(argdownAnnotations(dataset).map(({ id }) => id))
      const links = new Set(argdownLinks(dataset).map(({ id }) => id))
      return thatTouch([
        {
          what: 'passages that neither state a claim nor are linked',
          touches: touched('annotation', dataset.annotations, ({ id }) => !annotations.has(id)),
        },
        {
          what: 'links that neither support nor attack, and links onto these',
          touches: touched('link', dataset.links, ({ id }) => !links.has(id)),
        },
        { what: 'where passages stand', touches: touched('annotation', dataset.annotations) },
        { what: 'the words of texts', touches: touched('document', dataset.documents) },
        ...fieldLosses(dataset, { claim: [], annotation: ['claim'], link: [], document: [] }),
      ])
    },
    async write(dataset, to, options) {
      const of = dataset.claims.length + dataset.annotations.length + dataset.links.length
      const readAs = new Map<Kind, Map<string, string[]>>()
      const noted = (kind: Kind, ours: string, theirs: string): void => {
        if (!readAs.has(kind)) readAs.set(kind, new Map())
        readAs.get(kind)!.set(ours, [theirs])
      }
      await writeFilePieces(to, inBatches(argdownLines(dataset, noted), of, options))
      return { files: [''], readAs }
    },
  },
}
