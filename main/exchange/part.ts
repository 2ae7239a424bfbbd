import type { Loss } from '../../preload/contract/exchange.ts'
import type { Dataset, LinkEnd, MemoSubject } from './dataset.ts'
import { afterTheirEnds } from './dataset-order.ts'

/** Whose work and which documents, by id; null is all. */
export interface PartChoice {
  annotators: ReadonlySet<string> | null
  documents: ReadonlySet<string> | null
}

/**
 * The chosen part of a dataset, complete in itself: the chosen documents, what the chosen annotators did in them,
 * and all that this refers to. The codebook goes out whole. A link goes out when both its ends do. A claim goes out
 * when a passage that does states it or is linked to it; without any choice, every claim does.
 */
export function partOf<D extends Dataset>(dataset: D, choice: PartChoice): { part: D; leftOut: Loss[] } {
  if (choice.annotators === null && choice.documents === null) return { part: dataset, leftOut: [] }
  const isChosen = ({ annotator }: { annotator: string }): boolean =>
    choice.annotators?.has(annotator) ?? true

  const documents = dataset.documents.filter(({ id }) => choice.documents?.has(id) ?? true)
  const documentIds = idsOf(documents)
  const annotations = dataset.annotations.filter(
    (annotation) => documentIds.has(annotation.document) && isChosen(annotation),
  )
  const annotationIds = idsOf(annotations)
  const candidates = dataset.links.filter(isChosen)
  const claimIds = new Set(annotations.flatMap(({ claim }) => (claim === null ? [] : [claim])))
  for (const { source, target } of candidates) {
    for (const [here, there] of [
      [source, target],
      [target, source],
    ] as const) {
      if ('claim' in here && 'annotation' in there && annotationIds.has(there.annotation))
        claimIds.add(here.claim)
    }
  }
  const mayGoOut = (end: LinkEnd): boolean =>
    'link' in end || ('annotation' in end ? annotationIds.has(end.annotation) : claimIds.has(end.claim))
  const linkIds = idsOf(
    afterTheirEnds(
      candidates.filter(({ source, target }) => mayGoOut(source) && mayGoOut(target)),
      () => false,
    ),
  )
  const links = dataset.links.filter(({ id }) => linkIds.has(id))

  const speakerIds = new Set(annotations.map(({ speaker }) => speaker))
  const speakers = dataset.speakers.filter(({ id }) => speakerIds.has(id))
  const goesOut = (about: MemoSubject): boolean => {
    if ('annotation' in about) return annotationIds.has(about.annotation)
    if ('claim' in about) return claimIds.has(about.claim)
    if ('link' in about) return linkIds.has(about.link)
    if ('document' in about) return documentIds.has(about.document)
    return 'speaker' in about ? speakerIds.has(about.speaker) : true
  }
  const memos = dataset.memos.filter((memo) => isChosen(memo) && goesOut(memo.about))
  const workers = new Set([...annotations, ...links, ...memos].map(({ annotator }) => annotator))

  const cut = candidates.filter(
    ({ id, source, target }) => !linkIds.has(id) && (goesOut(source) || goesOut(target)),
  ).length
  return {
    part: {
      ...dataset,
      annotators: dataset.annotators.filter(({ id }) => workers.has(id) || choice.annotators?.has(id)),
      speakers,
      documents,
      claims: dataset.claims.filter(({ id }) => claimIds.has(id)),
      annotations,
      links,
      memos,
    },
    leftOut: cut === 0 ? [] : [{ what: 'links whose other end is outside the chosen part', count: cut }],
  }
}

function idsOf(things: readonly { id: string }[]): Set<string> {
  return new Set(things.map(({ id }) => id))
}
