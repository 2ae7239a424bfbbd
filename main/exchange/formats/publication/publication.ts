import type { Loss } from '../../../../preload/contract/exchange.ts'
import type { Dataset } from '../../dataset.ts'
import { csvLosses } from '../csv/losses.ts'
import type { PlainFormat } from '../written-format.ts'
import { isOurs } from './is-ours.ts'
import type { Terms } from './terms.ts'
import { writePublication } from './write-folder.ts'

/** The dataset that one can publish: a folder with a card, for people and for the loaders of Python and R. */
export function publication(keptInProject: readonly string[]): PlainFormat {
  return {
    name: 'dataset',
    title: 'Dataset to publish (JSON Lines, Parquet, dataset card)',
    reads: false,
    writes: true,
    endings: [],
    makes: 'folder',
    asks: 'terms',
    cannotHold: [
      'headings, lists, quotations, turns and other structure of texts',
      'emphasis and web links in texts',
      'page and section breaks',
      'memos',
      'keys of tags',
      'how far documents are done',
      ...keptInProject,
    ],
    isOurs,
    losses: (dataset, terms) => [...csvLosses(dataset), ...lossesOf(dataset, terms)],
    write: writePublication,
  }
}

function lossesOf({ memos, documents }: Dataset, terms: Terms | undefined): Loss[] {
  return [
    { what: 'memos', count: memos.length },
    { what: 'texts that are withheld', count: documents.filter(({ id }) => terms?.withheld.has(id)).length },
  ].filter(({ count }) => count > 0)
}
