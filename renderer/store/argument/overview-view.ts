import type { AnnotationId, LinkId } from '../../../preload/contract/ids.ts'
import type { InputOf } from '../../../preload/contract/index.ts'

export type Counted = InputOf<'overview.list'>

/** What a number counts, as a list under a title. */
export interface Listing {
  title: string
  counted: Counted
}

/** Where the person is in the overview. */
export interface OverviewView {
  /** Null while the numbers are shown. */
  listing: Listing | null
  /** The row of the list that was opened last, to come back to. */
  row: AnnotationId | LinkId | null
  /** The number that led away from the numbers last: its chart and row. */
  from: string
  /** Charts that are shown as tables. */
  tables: ReadonlySet<string>
}

export const usualOverview: OverviewView = { listing: null, row: null, from: '', tables: new Set() }
