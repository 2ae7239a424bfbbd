import { createHash } from 'node:crypto'
import type { Dataset } from '../../dataset.ts'
import { inDatasetOrder } from '../../dataset-order.ts'
import type { Incoming } from '../annotation-format.ts'

/** What a reader found as a dataset, for a format that brings its texts and its positions. */
export function datasetOf(incoming: Incoming): Dataset {
  const texts = new Map(incoming.documents.map(({ id, text }) => [id, text!]))
  return inDatasetOrder({
    ...incoming,
    project: incoming.project ?? { name: '', description: '' },
    documents: incoming.documents.map(({ text: _, knownAs: __, source, ...document }) => ({
      ...document,
      source: {
        name: source?.name ?? '',
        mediaType: source?.mediaType ?? '',
        sha256: createHash('sha256')
          .update(source?.bytes ?? '')
          .digest('hex'),
      },
    })),
    annotations: incoming.annotations.map(({ quote: _, prefix: __, suffix: ___, spans, ...annotation }) => ({
      ...annotation,
      spans: spans!,
    })),
    textOf: (id) => texts.get(id)!,
  })
}
