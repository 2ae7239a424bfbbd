import type { SplitName } from './columns.ts'

/** What a person says of a dataset that is published. */
export interface Terms {
  /** Documents whose texts do not go out, by id. */
  withheld: ReadonlySet<string>
  /** An SPDX identifier or other words; '' where none is chosen. */
  licence: string
  authors: string
  /** Where it will be found; '' where that is not known. */
  address: string
  /** How it was annotated, in the person’s words. */
  method: string
  /** Whether annotators go out under their names. */
  namesAnnotators: boolean
  seed: number
  /** Percent, 100 in all. */
  shares: Readonly<Record<SplitName, number>>
}

export const usualTerms: Terms = {
  withheld: new Set(),
  ...{ licence: '', authors: '', address: '', method: '', namesAnnotators: true },
  seed: 1,
  shares: { train: 80, dev: 10, test: 10 },
}
