import { createHash } from 'node:crypto'
import type { Dataset } from '../../dataset.ts'
import type { Incoming } from '../annotation-format.ts'

/**
 * What a reader found as a dataset, for a format that brings its texts and its positions. What
 * has no time gets one. Ids have no say in the order:
 * those of a format need not be in the order of its lines.
 */
export function datasetOf(incoming: Incoming): Dataset {
  const texts = new Map(incoming.documents.map(({ id, text }) => [id, text!]))
  const dated = <T extends { created: string }>(thing: T): T => ({
    ...thing,
    created: thing.created || '2026-01-05T10:00:00.000Z',
  })
  const places = new Map(incoming.documents.map(({ id }, index) => [id, index]))
  return {
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
    annotations: incoming.annotations
      .map(({ quote: _, prefix: __, suffix: ___, spans, ...annotation }) =>
        dated({ ...annotation, spans: spans! }),
      )
      .sort(
        (a, b) =>
          places.get(a.document)! - places.get(b.document)! ||
          a.spans[0]!.start - b.spans[0]!.start ||
          a.spans.at(-1)!.end - b.spans.at(-1)!.end,
      ),
    claims: incoming.claims.map(dated),
    links: incoming.links.map(dated),
    memos: incoming.memos.map(dated),
    textOf: (id) => texts.get(id)!,
  }
}
