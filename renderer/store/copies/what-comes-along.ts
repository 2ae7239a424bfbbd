import type { CarryOffer, Takes } from '../../../preload/contract/copy.ts'
import { countOf } from '../counting.ts'

type Carried = CarryOffer['annotation']

/** What an annotation has beside its tag, as `takes` names it, in words; the rest is left out. */
export function whatItHas(annotation: Carried): { kind: keyof Takes; words: string }[] {
  const { attributes, confidence, note, memos, speakerId, claimId, links } = annotation
  const all: { kind: keyof Takes; words: string; isThere: boolean }[] = [
    { kind: 'attributes', words: countOf(attributes, 'attribute'), isThere: attributes > 0 },
    { kind: 'confidence', words: 'confidence', isThere: confidence !== null },
    { kind: 'note', words: 'note', isThere: note !== '' },
    { kind: 'memos', words: countOf(memos, 'memo'), isThere: memos > 0 },
    { kind: 'speaker', words: 'speaker', isThere: speakerId !== null },
    { kind: 'claim', words: 'claim', isThere: claimId !== null },
    { kind: 'links', words: countOf(links, 'link'), isThere: links > 0 },
  ]
  return all.filter(({ isThere }) => isThere)
}

/** What has come along, in words: “with its note and 2 links”; '' for the tag alone. `links`: how many were made. */
export function carriedInWords(annotation: Carried, takes: Takes, links: number): string {
  const came = whatItHas({ ...annotation, links })
    .filter(({ kind }) => takes[kind])
    .map(({ words }) => words)
  const last = came.pop()
  if (last === undefined) return ''
  return `with its ${came.length > 0 ? `${came.join(', ')} and ` : ''}${last}`
}
