import type { Kind } from '../../../db/repositories/dataset.ts'
import { countBeyondXml, isBeyondXml } from '../../xml/xml-text.ts'
import type * as Data from '../dataset.ts'
import type { Touched, TouchingLoss } from './annotation-format.ts'

/** Those of the records for which it is true, as what a loss touches. */
export function touched<T extends { id: string }>(
  kind: Kind,
  records: readonly T[],
  isTouched: (record: T) => boolean = () => true,
): Touched[] {
  const ids = records.filter(isTouched).map(({ id }) => id)
  return ids.length > 0 ? [{ kind, ids }] : []
}

/** Only losses that touch anything. */
export const thatTouch = (losses: readonly TouchingLoss[]): TouchingLoss[] =>
  losses.filter(({ touches }) => touches.length > 0)

/** The characters that XML cannot write, counted: in the records’ own words and, where XML holds them, in the texts. */
export function beyondXmlLoss(dataset: Data.Dataset, { withTexts }: { withTexts: boolean }): TouchingLoss {
  let count = 0
  const isLosing = (words: string): boolean => {
    count += countBeyondXml(words)
    return isBeyondXml(words)
  }
  const touches = recordsWith(dataset, isLosing)
  if (withTexts) {
    touches.push(...touched('document', dataset.documents, ({ id }) => isLosing(dataset.textOf(id).text)))
  }
  return { what: 'characters that XML cannot write', touches, count }
}

/** Records of whose own words it is true of any; all are asked. Texts of documents are not looked at. */
export function recordsWith(dataset: Data.Dataset, isTrue: (words: string) => boolean): Touched[] {
  const { annotators, speakers, tags, linkTypes, documents, claims, annotations, links, memos } = dataset
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return isTrue(value)
    if (typeof value !== 'object' || value === null) return false
    const parts = value instanceof Map ? [...value].flat() : Object.values(value)
    return parts.filter(holds).length > 0
  }
  return [
    ...touched('annotator', annotators, holds),
    ...touched('speaker', speakers, holds),
    ...touched('tag', tags, holds),
    ...touched('link_type', linkTypes, holds),
    ...touched('document', documents, holds),
    ...touched('claim', claims, holds),
    ...touched('annotation', annotations, holds),
    ...touched('link', links, holds),
    ...touched('memo', memos, holds),
  ]
}
