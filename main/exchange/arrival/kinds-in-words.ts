import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import type { Arriving } from '../sidecar/arriving.ts'

export const kindsInWords: Record<Kind, string> = {
  annotator: 'annotators',
  speaker: 'speakers',
  tag: 'tags',
  link_type: 'link types',
  document: 'documents',
  claim: 'claims',
  annotation: 'annotations',
  link: 'links',
  memo: 'memos',
}

/** What was in the files when they were written and is in them no more, with what fell with it. */
export function takenAway({ missing }: Arriving): Loss[] {
  return [...missing].flatMap(([kind, ids]) =>
    ids.length === 0
      ? []
      : [{ what: `${kindsInWords[kind]} that another program took away`, count: ids.length }],
  )
}
