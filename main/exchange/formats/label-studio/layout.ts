import { asXmlHasIt } from '../../../xml/xml-text.ts'
import type * as Data from '../../dataset.ts'
import { type InnerLink, innerLinksOf } from '../../foreign/inner-links.ts'
import { labelsOf } from '../../foreign/labels.ts'

/** How a dataset stands in Label Studio: a task for each document, in it a list of results for each annotator. */
export interface Layout {
  labels: ReadonlyMap<string, string>
  relations: ReadonlyMap<string, string>
  /** Links that Label Studio can hold: inside one document, both ends and the link by one annotator. */
  inner: readonly InnerLink[]
  others: readonly Data.Link[]
}

export function layoutOf(dataset: Data.Dataset): Layout {
  const toLabel = (name: string): string => asXmlHasIt(name).trim() || 'unnamed'
  const isOneHand = ({ link, source, target }: InnerLink) =>
    source.annotator === link.annotator && target.annotator === link.annotator
  return {
    labels: labelsOf(dataset.tags, toLabel),
    relations: labelsOf(dataset.linkTypes, toLabel),
    ...innerLinksOf(dataset, isOneHand),
  }
}
